// The journal of a project: what was done to it step by step. Replayed over the state that it began from, it
// brings back the project together with what can be undone and redone.
#pragma once

#include "core/annotation/history.h"

namespace clausemark {

struct JournalEntry {
  enum class Step {
    perform,  // the command was given
    undo,     // the command was carried out by undoing
    redo,     // or by doing again
    save,     // the project was written to a file; there is no command
  };
  Step step = Step::perform;
  Command command;
  friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

// Takes one step. A journal may begin after steps that it undoes or does again; those are carried out, but
// what came before them can no longer be undone. Refuses what apply() refuses; project and history are then
// unchanged.
Result<void> replay(Project& project, History& history, const JournalEntry& entry);

}  // namespace clausemark
