#include "web/app/model/update.h"

#include "core/formats/project_json.h"
#include "web/app/model/selection.h"

namespace clausemark::app {
namespace {

class Updater {
 public:
  Updater(Model& model, const Outside& outside) : model_(model), view_(model.view), outside_(outside) {}

  std::vector<Effect> take() { return std::move(effects_); }

  void operator()(const intent::Open& wish) {
    if (view_.unsaved) {
      view_.pending = PendingOpen{wish.name, wish.bytes};
      announce("There are unsaved annotations. Save them before opening " + wish.name + "?");
      return;
    }
    open(wish.name, wish.bytes);
  }

  void operator()(const intent::AnswerPending& wish) {
    if (!view_.pending) return;
    const auto pending = std::move(*view_.pending);
    view_.pending.reset();
    if (!wish.open) return;
    if (wish.save) (*this)(intent::Save{});
    open(pending.name, pending.bytes);
  }

  void operator()(const intent::ChooseFile&) { effects_.emplace_back(effect::ChooseFile{}); }

  void operator()(const intent::Save&) {
    effects_.emplace_back(effect::Download{file_name(), save_project(model_.document.project)});
    model_.saved_state = model_.document.history.state();
    view_.unsaved = false;
    say("Saved as " + file_name());
  }

  void operator()(const intent::Select& wish) {
    view_.selection = wish.reading;
    if (!wish.reading.empty()) view_.active.clear();
  }

  void operator()(const intent::SelectClause& wish) {
    (*this)(intent::Select{clause_around(model_.document.resolution, wish.at)});
  }

  void operator()(const intent::Report& wish) { say(wish.problem, MessageKind::error); }

  void operator()(const intent::SetAuthor& wish) { view_.author = wish.name; }

  void operator()(const intent::Activate& wish) {
    const auto* annotation = project().find(wish.id);
    view_.active = annotation == nullptr ? std::string{} : annotation->id;
    view_.selection = {};
    if (annotation == nullptr) return;
    view_.tab = annotation->status == Status::suggested ? PanelTab::suggestions : PanelTab::annotations;
    if (wish.go && annotation->placed())
      go_to(model_.document.resolution.reading.from_source(annotation->spans.front()).start);
  }

  void operator()(const intent::ApplyTag& wish) {
    if (!view_.selection.empty()) {
      const auto target = model_.document.resolution.reading.to_source(view_.selection);
      if (const auto* same = twin(target, wish.tag)) {
        if (same->status == Status::accepted)
          say("These words are tagged so already");
        else
          perform(set_status(project(), same->id, Status::accepted, signature()));
        (*this)(intent::Activate{same->id, false});
        return;
      }
      const auto block = block_at(model_.document.resolution, target.start);
      const auto path = block == no_block ? std::string{} : model_.document.resolution.blocks[block].path;
      const auto id = "urn:uuid:" + outside_.id;
      if (perform(annotate(project(), id, {target}, wish.tag, path, signature()))) {
        view_.selection = {};
        view_.active = id;
        view_.tab = PanelTab::annotations;
      }
    } else if (!view_.active.empty()) {
      const auto* annotation = project().find(view_.active);
      auto command = set_tag(project(), view_.active, wish.tag, signature());
      // Giving a suggestion another tag takes it over.
      if (command && annotation != nullptr && annotation->status == Status::suggested) {
        auto& put = std::get<PutAnnotation>(command->edits.front()).annotation;
        put.status = Status::accepted;
        put.author = view_.author;
        put.created = outside_.time;
      }
      perform(command);
    } else {
      say("Select some text first, then choose a tag");
    }
  }

  void operator()(const intent::Accept& wish) { decide(wish.id, Status::accepted); }
  void operator()(const intent::Reject& wish) { decide(wish.id, Status::rejected); }

  void operator()(const intent::Erase& wish) {
    const auto id = wish.id.empty() ? view_.active : wish.id;
    if (perform(erase(project(), id), true) && view_.active == id) view_.active.clear();
  }

  void operator()(const intent::SetNote& wish) {
    const auto* annotation = project().find(wish.id);
    if (annotation != nullptr && annotation->note != wish.note)
      perform(set_note(project(), wish.id, wish.note, signature()));
  }

  void operator()(const intent::Step& wish) {
    const auto id = neighbour(view_.active, wish.by);
    if (id.empty()) {
      say("No suggestions are left");
      return;
    }
    (*this)(intent::Activate{id});
  }

  void operator()(const intent::GoTo& wish) { go_to(wish.reading); }
  void operator()(const intent::Scroll& wish) {
    view_.scroll = {wish.lines, wish.screens};
    ++view_.scroll_count;
  }
  void operator()(const intent::SetTab& wish) { view_.tab = wish.tab; }
  void operator()(const intent::SetTheme& wish) { view_.theme = wish.theme; }

  void operator()(const intent::Undo&) {
    const auto name = model_.document.history.undo_name();
    if (!model_.document.history.undo(model_.document.project)) return;
    changed();
    show_touched();
    say("Undone: " + name);
  }

  void operator()(const intent::Redo&) {
    const auto name = model_.document.history.redo_name();
    if (!model_.document.history.redo(model_.document.project)) return;
    changed();
    show_touched();
    say("Redone: " + name);
  }

  void operator()(const intent::Dismiss&) {
    if (view_.pending)
      view_.pending.reset();
    else if (!view_.message.text.empty())
      view_.message = {};
    else if (!view_.selection.empty())
      view_.selection = {};
    else
      view_.active.clear();
  }

 private:
  const Project& project() const { return model_.document.project; }
  Signature signature() const { return {view_.author, outside_.time}; }

  void announce(std::string text) { effects_.emplace_back(effect::Announce{std::move(text)}); }

  void say(std::string text, MessageKind kind = MessageKind::info, bool offers_undo = false) {
    view_.message = {kind, text, offers_undo};
    announce(std::move(text));
  }

  void complain(const Error& error) {
    say(error.where.empty() ? error.message : error.message + " (at " + error.where + ")",
        MessageKind::error);
  }

  void go_to(std::uint32_t reading) {
    view_.go_to = reading;
    ++view_.go_to_count;
  }

  void changed() {
    ++model_.annotation_revision;
    view_.unsaved = model_.document.history.state() != model_.saved_state;
    if (project().find(view_.active) == nullptr) view_.active.clear();
  }

  // The annotation over the same words with the same tag, if there is one.
  const Annotation* twin(Range target, std::string_view tag) const {
    for (const auto& annotation : project().annotations) {
      if (annotation.spans.size() == 1 && annotation.spans.front() == target && annotation.tag == tag)
        return &annotation;
    }
    return nullptr;
  }

  // After undo and redo, what has changed comes into view.
  void show_touched() {
    if (project().find(model_.document.history.touched()) != nullptr)
      (*this)(intent::Activate{model_.document.history.touched()});
  }

  // What a command was called, as something that has happened.
  static std::string past(const std::string& name) {
    static constexpr std::pair<std::string_view, std::string_view> verbs[] = {
        {"Tag as ", "Tagged as "},
        {"Delete ", "Deleted "},
        {"Accept ", "Accepted "},
        {"Reject ", "Rejected "},
        {"Change tag to ", "Tag changed to "},
        {"Edit note", "Note kept"}};
    for (const auto& [verb, done] : verbs) {
      if (name.starts_with(verb)) return std::string(done) + name.substr(verb.size());
    }
    return name;
  }

  bool perform(const Command& command, bool offers_undo = false) {
    const auto done = model_.document.history.perform(model_.document.project, command);
    if (!done) {
      complain(done.error());
      return false;
    }
    changed();
    say(past(command.name), MessageKind::info, offers_undo);
    return true;
  }

  bool perform(const Result<Command>& command, bool offers_undo = false) {
    if (command) return perform(*command, offers_undo);
    complain(command.error());
    return false;
  }

  // Accepts or rejects a suggestion and goes on to the next one that is open.
  void decide(const std::string& wished, Status status) {
    const auto id = wished.empty() ? view_.active : wished;
    const auto* annotation = project().find(id);
    if (annotation == nullptr || annotation->status != Status::suggested) return;
    const auto next = neighbour(id, 1);
    const bool was_active = view_.active == id;
    if (!perform(set_status(project(), id, status, signature()), status == Status::rejected)) return;
    if (!was_active) return;
    if (next.empty() || next == id)
      view_.active.clear();
    else
      (*this)(intent::Activate{next});
  }

  // The open suggestion `by` steps from this one, around the end; with none in hand the first that begins in
  // view.
  std::string neighbour(const std::string& id, int by) const {
    std::vector<const Annotation*> open;
    std::size_t at = 0;
    bool found = false;
    const auto* from = project().find(id);
    for (const auto& annotation : project().annotations) {
      if (&annotation == from) {
        at = open.size();
        found = true;
      }
      if (annotation.status == Status::suggested) open.push_back(&annotation);
    }
    if (open.empty()) return {};
    if (!found) return open[by > 0 ? 0 : open.size() - 1]->id;
    const bool in_list = from->status == Status::suggested;
    const auto count = open.size();
    const auto forward = in_list ? at + 1 : at;
    return open[(by > 0 ? forward : at + count - 1) % count]->id;
  }

  std::string file_name() const {
    std::string name;
    const auto& symbol = project().facts.symbol.empty() ? model_.document.name : project().facts.symbol;
    for (const char c : symbol) {
      const bool plain =
          (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
      if (plain)
        name += c;
      else if (!name.empty() && name.back() != '_')
        name += '_';
    }
    while (!name.empty() && name.back() == '_') name.pop_back();
    return (name.empty() ? "annotations" : name) + ".clausemark.json";
  }

  void open(const std::string& name, const std::string& bytes) {
    auto document = open_document(name, bytes);
    if (!document) {
      say(name + ": " + document.error().message +
              (document.error().where.empty() ? "" : " (at " + document.error().where + ")"),
          MessageKind::error);
      return;
    }
    if (document->resolution.blocks.empty()) {
      say(name + " is empty", MessageKind::error);
      return;
    }
    model_.document = std::move(*document);
    ++model_.document_revision;
    ++model_.annotation_revision;
    view_.selection = {};
    view_.active.clear();
    model_.saved_state = model_.document.history.state();
    view_.unsaved = false;
    view_.tab = PanelTab::suggestions;
    go_to(beginning());
    const auto& diagnostics = model_.document.resolution.diagnostics;
    if (diagnostics.empty())
      say("Opened " + name);
    else
      say(name + ": " + diagnostics.front().message, MessageKind::notice);
  }

  // Where reading begins: the top, or the opening formula where news prose stands before it.
  std::uint32_t beginning() const {
    std::size_t prose = 0;
    for (const auto& block : model_.document.resolution.blocks) {
      if (block.kind == BlockKind::intro) ++prose;
      if (block.kind == BlockKind::formula) return prose > 3 ? block.reading.start : 0;
    }
    return 0;
  }

  Model& model_;
  ViewState& view_;
  const Outside& outside_;
  std::vector<Effect> effects_;
};

}  // namespace

Model initial_model() {
  Model model;
  if (auto sample = open_document(std::string(sample_name), sample_text()))
    model.document = std::move(*sample);
  model.document_revision = model.annotation_revision = 1;
  model.view.message.text = "Press R to review suggestions, or select text and press a number";
  return model;
}

std::vector<Effect> update(Model& model, const Intent& intent, const Outside& outside) {
  // While a question waits for its answer, nothing behind it changes.
  const bool answers = std::holds_alternative<intent::AnswerPending>(intent) ||
                       std::holds_alternative<intent::Dismiss>(intent) ||
                       std::holds_alternative<intent::SetTheme>(intent);
  if (model.view.pending && !answers) return {};
  Updater updater(model, outside);
  std::visit(updater, intent);
  ++model.view_revision;
  return updater.take();
}

}  // namespace clausemark::app
