// What changes the project: tagging, review, undo.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "web/app/model/filter.h"
#include "web/app/model/updater.h"

namespace clausemark::app {
namespace {

// What a command was called, as something that has happened.
std::string past(const std::string& name) {
  static constexpr std::pair<std::string_view, std::string_view> verbs[] = {
      {"Tag as ", "Tagged as "},
      {"Delete ", "Deleted "},
      {"Accept ", "Accepted "},
      {"Reject ", "Rejected "},
      {"Reopen ", "Reopened "},
      {"Add tag ", "Added tag "},
      {"Edit tag ", "Changed tag "},
      {"Remove tag ", "Removed tag "},
      {"Rename tag set", "Tag set renamed"},
      {"Keep ", "Kept "},
      {"Merge ", "Merged "},
      {"Change tag to ", "Tag changed to "},
      {"Adjust words", "Adjusted words"},
      {"Edit note", "Note kept"}};
  for (const auto& [verb, done] : verbs) {
    if (name.starts_with(verb)) return std::string(done) + name.substr(verb.size());
  }
  return name;
}

}  // namespace

void Updater::operator()(const intent::SetAuthor& wish) { view_.author = wish.name; }

void Updater::operator()(const intent::Activate& wish) {
  const auto* annotation = project().find(wish.id);
  view_.active = annotation == nullptr ? std::string{} : annotation->id;
  view_.choosing_tag = false;
  view_.dispute.reset();
  let_go_of_selection();
  if (annotation == nullptr) return;
  view_.tab = annotation->status == Status::suggested ? PanelTab::suggestions : PanelTab::annotations;
  if (wish.go && annotation->placed())
    go_to(resolution().reading.from_source(annotation->spans.front()).start);
}

std::vector<Range> Updater::selected_source() const {
  auto parts = view_.parts;
  if (!view_.selection.empty()) parts.push_back(view_.selection);
  std::sort(parts.begin(), parts.end(), [](Range a, Range b) { return a.start < b.start; });
  std::vector<Range> spans;
  for (const auto& part : parts) {
    const auto source = resolution().reading.to_source(part);
    if (!spans.empty() && source.start <= spans.back().end)
      spans.back().end = std::max(spans.back().end, source.end);
    else
      spans.push_back(source);
  }
  return spans;
}

std::string Updater::path_at(std::uint32_t source) const {
  const auto block = block_at(resolution(), source);
  return block == no_block ? std::string{} : resolution().blocks[block].path;
}

void Updater::operator()(const intent::ApplyTag& wish) {
  view_.choosing_tag = false;
  const auto target = selected_source();
  if (!target.empty()) {
    if (const auto* same = twin(target, wish.tag)) {
      const auto id = same->id;
      if (same->status == Status::accepted)
        say("These words are tagged so already");
      else
        perform(set_status(project(), id, Status::accepted, signature()));
      (*this)(intent::Activate{id, false});
      return;
    }
    const auto id = "urn:uuid:" + outside_.id;
    if (perform(annotate(project(), id, target, wish.tag, path_at(target.front().start), signature()))) {
      let_go_of_selection();
      view_.active = id;
      view_.tab = PanelTab::annotations;
    }
    return;
  }
  const auto* annotation = in_hand();
  if (annotation == nullptr) {
    say("Select some text first, then choose a tag");
    return;
  }
  if (annotation->tag == wish.tag && annotation->status == Status::accepted) {
    say("These words are tagged so already");
    return;
  }
  auto command = set_tag(project(), view_.active, wish.tag, signature());
  const auto next = annotation->status == Status::suggested ? neighbour(view_.active, 1) : std::string{};
  // Giving a suggestion another tag takes it over, also one that was rejected, and review goes on.
  if (command && annotation->status != Status::accepted) {
    auto& put = std::get<PutAnnotation>(command->edits.front()).annotation;
    put.status = Status::accepted;
    put.author = view_.author;
    put.created = outside_.time;
  }
  if (perform(command, true) && !next.empty() && next != view_.active) (*this)(intent::Activate{next});
}

const Annotation* Updater::twin(const std::vector<Range>& target, std::string_view tag) const {
  for (const auto& annotation : project().annotations) {
    if (annotation.spans == target && annotation.tag == tag) return &annotation;
  }
  return nullptr;
}

void Updater::operator()(const intent::Accept& wish) { decide(wish.id, Status::accepted); }
void Updater::operator()(const intent::Reject& wish) { decide(wish.id, Status::rejected); }

void Updater::operator()(const intent::Erase& wish) {
  const auto id = wish.id.empty() ? view_.active : wish.id;
  if (perform(erase(project(), id), true) && view_.active == id) view_.active.clear();
}

void Updater::operator()(const intent::SetNote& wish) {
  const auto* annotation = project().find(wish.id);
  if (annotation != nullptr && annotation->note != wish.note)
    perform(set_note(project(), wish.id, wish.note, signature()));
}

void Updater::operator()(const intent::SetAttribute& wish) {
  perform(set_attribute(project(), wish.id, {wish.name, wish.value}, signature()));
}

void Updater::operator()(const intent::AcceptAll& wish) {
  Command all;
  for (const auto& annotation : project().annotations) {
    if (annotation.status != Status::suggested || annotation.tag != wish.tag ||
        !shows(view_.filter, annotation, model_.document))
      continue;
    auto one = set_status(project(), annotation, Status::accepted, signature());
    std::move(one.edits.begin(), one.edits.end(), std::back_inserter(all.edits));
  }
  const auto* tag = project().tag_set.find(wish.tag);
  if (all.edits.empty() || tag == nullptr) {
    say("No suggestion with this tag is open");
    return;
  }
  all.name = "Accept " + std::to_string(all.edits.size()) + " × " + tag->name;
  perform(all, true);
}

void Updater::operator()(const intent::SetSpans& wish) {
  std::vector<Range> spans;
  for (const auto& part : wish.reading) {
    if (!part.empty()) spans.push_back(resolution().reading.to_source(part));
  }
  const auto* annotation = project().find(wish.id);
  if (spans.empty() || (annotation != nullptr && annotation->spans == spans)) return;
  const auto path = path_at(spans.front().start);
  perform(set_spans(project(), wish.id, std::move(spans), path, signature()), true);
}

void Updater::operator()(const intent::Step& wish) {
  const auto id = neighbour(view_.active, wish.by, wish.list);
  if (id.empty()) {
    const bool open = wish.list == PanelTab::suggestions;
    say(view_.filter.empty()
            ? (open ? "No suggestions are left" : "Nothing is annotated yet")
            : (open ? "The filter shows no open suggestion" : "The filter shows no annotation"));
    return;
  }
  (*this)(intent::Activate{id});
}

void Updater::operator()(const intent::Reopen& wish) {
  const auto id = wish.id.empty() ? view_.active : wish.id;
  const auto* annotation = project().find(id);
  if (annotation == nullptr || annotation->status != Status::rejected) return;
  if (!perform(set_status(project(), id, Status::suggested, signature()))) return;
  const bool seen = shows(view_.filter, *project().find(id), model_.document);
  (*this)(intent::Activate{seen ? id : std::string{}, false});
}

void Updater::operator()(const intent::GoToStep& wish) {
  if (wish.by != 0) go_back_in_history(wish.by < 0, std::abs(wish.by));
  view_.sheet = Sheet::none;
}

void Updater::operator()(const intent::Undo&) { go_back_in_history(true); }
void Updater::operator()(const intent::Redo&) { go_back_in_history(false); }

void Updater::go_back_in_history(bool undo, int steps) {
  if (!may_change()) return;
  auto& history = model_.document.history;
  int taken = 0;
  for (; taken < steps; ++taken) {
    const auto done = undo ? history.undo(model_.document.project) : history.redo(model_.document.project);
    if (!done) break;
    view_.unsaved = history.state() != model_.saved_state;  // is kept with the step
    keep_step(model_, {undo ? JournalEntry::Step::undo : JournalEntry::Step::redo, *done}, effects_);
  }
  if (taken == 0) return;
  changed();
  // What has changed comes into view.
  if (project().find(history.touched()) != nullptr) (*this)(intent::Activate{history.touched()});
  const auto& name = undo ? history.redo_name() : history.undo_name();
  say((undo ? "Undone: " : "Redone: ") + (taken == 1 ? name : std::to_string(taken) + " steps"));
}

void Updater::changed() {
  ++model_.annotation_revision;
  model_.disputes = disputes_of(project());
  if (view_.dispute && !is_dispute(project(), *view_.dispute)) {
    view_.dispute.reset();
    if (model_.disputes.empty()) view_.tab = PanelTab::annotations;
  }
  view_.unsaved = model_.document.history.state() != model_.saved_state;
  if (project().find(view_.active) == nullptr) view_.active.clear();
  keep_tag_in_editor();
  std::erase_if(view_.filter.tags,
                [&](const std::string& tag) { return project().tag_set.find(tag) == nullptr; });
}

bool Updater::perform(const Command& command, bool offers_undo) {
  if (!may_change()) return false;
  // The first step is kept behind a snapshot without it, so that it, too, can be undone when the page comes
  // back.
  std::vector<Effect> first;
  const auto keeping = model_.keeping;
  if (!keeping.held) keep_snapshot(model_, false, first);
  const auto done = model_.document.history.perform(model_.document.project, command);
  if (!done) {
    model_.keeping = keeping;
    say(done.error().message, MessageKind::error);
    return false;
  }
  std::move(first.begin(), first.end(), std::back_inserter(effects_));
  changed();
  keep_step(model_, {JournalEntry::Step::perform, command}, effects_);
  say(past(command.name), MessageKind::info, offers_undo);
  return true;
}

bool Updater::perform(const Result<Command>& command, bool offers_undo) {
  if (command) return perform(*command, offers_undo);
  complain(command.error());
  return false;
}

void Updater::decide(const std::string& wished, Status status) {
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

std::string Updater::neighbour(const std::string& id, int by, PanelTab list) const {
  // Without an annotation in hand, review begins where the reader is.
  const auto* from = project().find(id);
  const auto here = resolution().reading.to_source({outside_.in_view, outside_.in_view + 1}).start;
  const auto listed = [&](const Annotation& annotation) {
    return (annotation.status == Status::suggested) == (list == PanelTab::suggestions) &&
           shows(view_.filter, annotation, model_.document);
  };
  std::vector<const Annotation*> open;
  std::size_t at = 0;  // so many open ones come before
  for (const auto& annotation : project().annotations) {
    if (!listed(annotation)) continue;
    const bool before = from != nullptr ? &annotation < from : annotation.extent().start < here;
    at += before ? 1 : 0;
    open.push_back(&annotation);
  }
  if (open.empty()) return {};
  const auto count = open.size();
  const bool in_list = from != nullptr && listed(*from);
  const auto forward = in_list ? at + 1 : at;
  return open[(by > 0 ? forward : at + count - 1) % count]->id;
}

}  // namespace clausemark::app
