#include "core/annotation/journal.h"

namespace clausemark {
namespace {

// Undoing and doing again, where the history knows the step; else its command alone.
Result<void> step(Project& project, History& history, const Command& command, bool undo) {
  const auto* next = undo ? history.next_undo() : history.next_redo();
  if (next != nullptr && *next == command) {
    if (undo ? history.undo(project) : history.redo(project)) return {};
  }
  return apply(project, command).map([&](const Command&) { history.forget(); });
}

}  // namespace

Result<void> replay(Project& project, History& history, const JournalEntry& entry) {
  switch (entry.step) {
    case JournalEntry::Step::perform:
      return history.perform(project, entry.command);
    case JournalEntry::Step::undo:
      return step(project, history, entry.command, true);
    case JournalEntry::Step::redo:
      return step(project, history, entry.command, false);
    case JournalEntry::Step::save:
      break;
  }
  return {};
}

}  // namespace clausemark
