#include "web/app/model/update.h"

#include <charconv>

#include "core/formats/project_json.h"
#include "web/app/model/selection.h"

namespace clausemark::app {
namespace {

constexpr const char* only_to_read =
    "This document is open in another tab. Here it can be read; close it there to change it here.";

// What the world outside reports, whether or not a question waits for its answer.
bool is_report(const Intent& intent) {
  return std::holds_alternative<intent::Stored>(intent) ||
         std::holds_alternative<intent::SetReadOnly>(intent) ||
         std::holds_alternative<intent::Written>(intent) ||
         std::holds_alternative<intent::NotWritten>(intent);
}

class Updater {
 public:
  Updater(Model& model, const Outside& outside) : model_(model), view_(model.view), outside_(outside) {}

  std::vector<Effect> take() { return std::move(effects_); }

  void operator()(const intent::Open& wish) {
    if (view_.unsaved && !view_.read_only) {
      view_.pending = PendingOpen{wish.name, wish.bytes, wish.origin, {}};
      announce("There are unsaved annotations. Save them before opening " + wish.name + "?");
      return;
    }
    open(wish.name, wish.bytes, wish.origin);
  }

  void operator()(const intent::AnswerPending& wish) {
    if (!view_.pending) return;
    if (wish.open && wish.save) {
      view_.pending->when_written = name_of_save();
      (*this)(intent::Save{});
      return;
    }
    const auto pending = std::move(*view_.pending);
    view_.pending.reset();
    if (wish.open) open(pending.name, pending.bytes, pending.origin);
  }

  void operator()(const intent::Restore& wish) {
    const auto restored = restore(model_, wish);
    if (!restored) {
      say("What was open last could not be brought back: " + restored.error().message, MessageKind::error);
      return;
    }
    show_document();
    if (restored->left == 0) {
      say(view_.read_only ? "This document is open in another tab. Here it can be read."
                          : "Everything is as you left it");
      return;
    }
    // What cannot be read stays where it is; the work goes on beside it.
    if (!view_.read_only) keep_snapshot(model_, true, effects_);
    say("The last " + std::to_string(restored->left) + " of " + std::to_string(wish.journal.size()) +
            " steps could not be brought back: " + restored->problem,
        MessageKind::error);
  }

  void operator()(const intent::Stored& wish) {
    view_.storage = wish.state;
    if (wish.state == Storage::kept) view_.storage_problem.clear();
    if (wish.state != Storage::refused) return;
    model_.keeping.held = false;
    if (view_.storage_problem != wish.problem) say(wish.problem, MessageKind::error);
    view_.storage_problem = wish.problem;
  }

  void operator()(const intent::SetReadOnly& wish) {
    view_.read_only = wish.read_only;
    if (wish.read_only) say(only_to_read, MessageKind::notice);
  }

  void operator()(const intent::ChooseFile&) { effects_.emplace_back(effect::ChooseFile{}); }

  void operator()(const intent::Save&) {
    effects_.emplace_back(effect::SaveFile{file_name(), save_project(model_.document.project),
                                           model_.document.origin, name_of_save()});
  }

  void operator()(const intent::Written& wish) {
    // Of this document, and in a state that it was in: of another one there is nothing to be remembered.
    const auto colon = wish.save.find(':');
    if (wish.save.substr(0, colon) != std::to_string(model_.document_revision)) return;
    std::from_chars(wish.save.data() + colon + 1, wish.save.data() + wish.save.size(), model_.saved_state);
    view_.unsaved = model_.document.history.state() != model_.saved_state;
    if (!view_.unsaved && !view_.read_only && model_.keeping.held)
      keep_step(model_, {JournalEntry::Step::save, {}}, effects_);
    say("Saved as " + wish.name);
    if (!view_.pending || view_.pending->when_written != wish.save) return;
    const auto pending = std::move(*view_.pending);
    view_.pending.reset();
    open(pending.name, pending.bytes, pending.origin);
  }

  void operator()(const intent::NotWritten& wish) {
    if (view_.pending) view_.pending->when_written.clear();
    if (!wish.problem.empty()) say(wish.problem, MessageKind::error);
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

  void operator()(const intent::Undo&) { go_back(true); }
  void operator()(const intent::Redo&) { go_back(false); }

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

  // Undoes a step, or does one again.
  void go_back(bool undo) {
    if (!may_change()) return;
    auto& history = model_.document.history;
    const auto done = undo ? history.undo(model_.document.project) : history.redo(model_.document.project);
    if (!done) return;
    changed();
    keep_step(model_, {undo ? JournalEntry::Step::undo : JournalEntry::Step::redo, *done}, effects_);
    show_touched();
    say((undo ? "Undone: " + history.redo_name() : "Redone: " + history.undo_name()));
  }

  bool may_change() {
    if (view_.read_only) say(only_to_read, MessageKind::notice);
    return !view_.read_only;
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
    if (!may_change()) return false;
    const auto done = model_.document.history.perform(model_.document.project, command);
    if (!done) {
      complain(done.error());
      return false;
    }
    changed();
    keep_step(model_, {JournalEntry::Step::perform, command}, effects_);
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

  // The document and the state that it is in.
  std::string name_of_save() const {
    return std::to_string(model_.document_revision) + ":" + std::to_string(model_.document.history.state());
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

  void open(const std::string& name, const std::string& bytes, std::uint32_t origin) {
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
    model_.keeping = {};  // what is kept is another document from here on
    model_.document = std::move(*document);
    model_.document.origin = origin;
    model_.saved_state = model_.document.history.state();
    view_.read_only = false;
    show_document();
    keep_snapshot(model_, true, effects_);
    const auto& diagnostics = model_.document.resolution.diagnostics;
    if (diagnostics.empty())
      say("Opened " + name);
    else
      say(name + ": " + diagnostics.front().message, MessageKind::notice);
  }

  // Another document is there: everything that pointed into the one before is let go.
  void show_document() {
    ++model_.document_revision;
    ++model_.annotation_revision;
    view_.selection = {};
    view_.active.clear();
    view_.unsaved = model_.document.history.state() != model_.saved_state;
    view_.tab = PanelTab::suggestions;
    go_to(beginning());
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
  if (model.view.pending && !answers && !is_report(intent)) return {};
  Updater updater(model, outside);
  std::visit(updater, intent);
  ++model.view_revision;
  return updater.take();
}

}  // namespace clausemark::app
