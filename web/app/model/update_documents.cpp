// Which document is open, and where its work is kept.
#include <algorithm>
#include <charconv>

#include "core/formats/project_json.h"
#include "core/text/sha256.h"
#include "web/app/model/updater.h"

namespace clausemark::app {
namespace {

constexpr const char* only_to_read =
    "This document is open in another tab. Here it can be read; close it there to change it here.";

PendingOpen to_open(std::string name, std::string bytes, std::uint32_t origin) {
  PendingOpen pending;
  pending.name = std::move(name);
  pending.bytes = std::move(bytes);
  pending.origin = origin;
  return pending;
}

constexpr std::size_t long_file = std::size_t{256} * 1024;  // bytes from which opening takes a while

}  // namespace

void Updater::operator()(const intent::Open& wish) {
  if (is_tag_set(wish.bytes)) {
    open_tag_set(wish.name, wish.bytes);
    return;
  }
  open_or_ask(to_open(wish.name, wish.bytes, wish.origin));
}

void Updater::operator()(const intent::OpenSample&) {
  open_or_ask(to_open(std::string(sample_name), std::string(sample_text()), 0));
}

void Updater::operator()(const intent::OpenKept& wish) {
  view_.sheet = Sheet::none;
  const auto known = std::find_if(view_.documents.begin(), view_.documents.end(),
                                  [&](const KeptDocument& document) { return document.id == wish.id; });
  if (known == view_.documents.end() || known->open) return;
  PendingOpen pending;
  pending.name = known->title;
  pending.kept = wish.id;
  open_or_ask(std::move(pending));
}

void Updater::open_or_ask(PendingOpen pending) {
  view_.sheet = Sheet::none;
  // What the browser has kept is found again in the list of documents.
  if (!view_.unsaved || view_.read_only || view_.storage == Storage::kept) {
    open(pending);
    return;
  }
  // The last step is on its way into the storage; what becomes of it is known in a moment.
  if (view_.storage == Storage::writing) {
    pending.when_kept = true;
    view_.pending = std::move(pending);
    return;
  }
  announce("There are unsaved annotations. Save them before opening " + pending.name + "?");
  view_.pending = std::move(pending);
}

void Updater::operator()(const intent::AnswerPending& wish) {
  if (!view_.pending) return;
  if (wish.open && wish.save && !view_.pending->known.empty()) {  // goes on with what is there
    const auto known = view_.pending->known;
    view_.pending.reset();
    model_.waiting.reset();
    (*this)(intent::OpenKept{known});
    return;
  }
  if (wish.open && wish.save && !model_.waiting) {
    view_.pending->when_written = name_of_save();
    (*this)(intent::Save{});
    return;
  }
  auto pending = std::move(*view_.pending);
  view_.pending.reset();
  auto waiting = std::move(model_.waiting);
  model_.waiting.reset();
  if (!wish.open) return;
  pending.asked = waiting.has_value();
  if (!waiting)
    open(pending);
  else if (wish.save)
    compare_with(pending.name, std::move(*waiting));
  else
    opened(pending, std::move(*waiting));
}

void Updater::operator()(const intent::Restore& wish) {
  const auto restored = restore(model_, wish);
  if (!restored) {
    say("What was kept of " + wish.name + " could not be brought back: " + restored.error().message,
        MessageKind::error);
    return;
  }
  show_document();
  effects_.emplace_back(effect::ListDocuments{});
  if (wish.place > 0 && wish.place < resolution().reading.text().size()) {
    go_to(wish.place);
    view_.go_to_top = true;
  }
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

void Updater::operator()(const intent::Stored& wish) {
  view_.storage = wish.state;
  tell_stored(wish);
  if (!view_.pending || !view_.pending->when_kept || wish.state == Storage::writing) return;
  auto pending = std::move(*view_.pending);
  view_.pending.reset();
  pending.when_kept = false;
  open_or_ask(std::move(pending));
}

void Updater::tell_stored(const intent::Stored& wish) {
  if (wish.state == Storage::kept) view_.storage_problem.clear();
  if (wish.state != Storage::refused) return;
  model_.keeping.held = false;
  if (view_.storage_problem != wish.problem) say(wish.problem, MessageKind::error);
  view_.storage_problem = wish.problem;
}

void Updater::operator()(const intent::SetReadOnly& wish) {
  view_.read_only = wish.read_only;
  if (wish.read_only) say(only_to_read, MessageKind::notice);
}

bool Updater::may_change() {
  if (view_.read_only) say(only_to_read, MessageKind::notice);
  return !view_.read_only;
}

void Updater::operator()(const intent::Documents& wish) {
  // What has been taken out stays in the list for as long as it is shown.
  const auto before = std::move(view_.documents);
  view_.documents = wish.documents;
  for (auto& document : view_.documents) {
    for (const auto& known : before) document.removed |= known.id == document.id && known.removed;
  }
}

void Updater::operator()(const intent::RemoveKept& wish) {
  for (auto& document : view_.documents) {
    if (document.id != wish.id || !document.may_be_removed()) continue;
    document.removed = wish.removed;
    effects_.emplace_back(effect::RemoveKept{wish.id, wish.removed});
    announce(document.title + (wish.removed ? " goes from this browser" : " stays in this browser"));
  }
}

void Updater::operator()(const intent::ChooseFile&) {
  view_.sheet = Sheet::none;
  effects_.emplace_back(effect::ChooseFile{});
}

void Updater::operator()(const intent::Save&) {
  effects_.emplace_back(effect::SaveFile{file_name(".clausemark.json"), save_project(model_.document.project),
                                         model_.document.origin, name_of_save()});
}

void Updater::operator()(const intent::Written& wish) {
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
  open(pending);
}

void Updater::operator()(const intent::NotWritten& wish) {
  if (view_.pending) view_.pending->when_written.clear();
  if (!wish.problem.empty()) say(wish.problem, MessageKind::error);
}

void Updater::operator()(const intent::Report& wish) { say(wish.problem, MessageKind::error); }

std::string Updater::name_of_save() const {
  return std::to_string(model_.document_revision) + ":" + std::to_string(model_.document.history.state());
}

std::string Updater::file_name(std::string_view ending) const {
  return file_name(title_of(model_.document), ending);
}

std::string Updater::file_name(std::string_view title, std::string_view ending) {
  std::string name;
  for (const char c : title) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
    if (plain)
      name += c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return (name.empty() ? "annotations" : name) + std::string(ending);
}

void Updater::open(const PendingOpen& pending) {
  if (pending.kept.empty())
    open_bytes(pending);
  else
    effects_.emplace_back(effect::OpenKept{pending.kept});
}

void Updater::open_bytes(PendingOpen pending) {
  const bool at_once = pending.bytes.size() < long_file;
  DocumentOpener opener(pending.name, std::move(pending.bytes));
  model_.opening = Opening{std::move(pending), std::move(opener)};
  if (!at_once) announce("Opening " + model_.opening->pending.name);
  do (*this)(intent::GoOn{});
  while (at_once && model_.opening);
}

void Updater::operator()(const intent::GoOn&) {
  if (!model_.opening) return;
  auto& [pending, opener] = *model_.opening;
  if (auto done = opener.step(); !done) {
    complain(done.error(), pending.name);
    model_.opening.reset();
    return;
  }
  if (!opener.done()) return;
  auto ready = std::move(*model_.opening);
  model_.opening.reset();
  opened(ready.pending, ready.opener.take());
}

void Updater::opened(const PendingOpen& pending, Document document) {
  const auto& name = pending.name;
  if (document.resolution.blocks.empty()) {
    say(name + " is empty", MessageKind::error);
    return;
  }
  // A file that holds what is open already: the work goes on, and is saved there from now on.
  if (has_same_work(document)) {
    model_.document.origin = pending.origin;
    model_.saved_state = model_.document.history.state();
    view_.unsaved = false;
    if (model_.keeping.held) keep_step(model_, {JournalEntry::Step::save, {}}, effects_);
    say(name + " is what is open here");
    return;
  }
  if (!pending.asked && is_another_version(document)) {
    view_.pending = pending;
    view_.pending->another_version = true;
    view_.pending->when_written.clear();
    model_.waiting = std::move(document);
    announce(name + " is about the text that is open. Compare the two?");
    return;
  }
  // A text that has been worked on before is not begun anew without asking.
  if (const auto* known = known_text(document); known != nullptr && !pending.asked) {
    view_.pending = pending;
    view_.pending->known = known->id;
    model_.waiting = std::move(document);
    view_.pending->when_written.clear();
    announce("You have worked on this text before. Go on with that work?");
    return;
  }
  const auto left = view_.unsaved && !view_.read_only && view_.storage == Storage::kept
                        ? title_of(model_.document)
                        : std::string{};
  model_.keeping = {};  // what is kept is another document from here on
  model_.document = std::move(document);
  model_.document.origin = pending.origin;
  model_.saved_state = model_.document.history.state();
  view_.read_only = false;
  show_document();
  keep_snapshot(model_, true, effects_);
  effects_.emplace_back(effect::ListDocuments{});
  const auto& diagnostics = model_.document.resolution.diagnostics;
  const auto opened = "Opened " + name + (left.empty() ? "" : "; " + left + " stays in this browser");
  if (diagnostics.empty())
    say(opened);
  else
    say(opened + ". Please note: " + diagnostics.front().message, MessageKind::notice);
}

const KeptDocument* Updater::known_text(const Document& document) const {
  // A file of annotations is a work of its own.
  const bool bare = std::all_of(document.project.annotations.begin(), document.project.annotations.end(),
                                [](const Annotation& one) { return one.status == Status::suggested; });
  if (!bare || view_.documents.empty()) return nullptr;
  const auto text = sha256_hex(document.project.text);
  const auto known = std::find_if(
      view_.documents.begin(), view_.documents.end(),
      [&](const KeptDocument& one) { return one.text == text && !one.removed && !one.elsewhere; });
  return known == view_.documents.end() ? nullptr : &*known;
}

void Updater::show_document() {
  ++model_.document_revision;
  ++model_.annotation_revision;
  model_.disputes = disputes_of(project());
  view_.dispute.reset();
  view_.parts.clear();
  view_.selection = {};
  view_.active.clear();
  view_.trail.clear();
  view_.sheet = Sheet::none;
  view_.main = MainView::reading;
  model_.other.reset();
  view_.filter = {};
  view_.choosing_tag = false;
  view_.menu.reset();
  view_.unsaved = model_.document.history.state() != model_.saved_state;
  view_.tab = PanelTab::suggestions;
  look_again();
  go_to(beginning());
}

std::uint32_t Updater::beginning() const {
  std::size_t prose = 0;
  for (const auto& block : resolution().blocks) {
    if (block.kind == BlockKind::intro) ++prose;
    if (block.kind == BlockKind::formula) return prose > 3 ? block.reading.start : 0;
  }
  return 0;
}

}  // namespace clausemark::app
