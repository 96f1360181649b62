// Undo and redo over Commands, without limit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/annotation/command.h"

namespace clausemark {

class History {
 public:
  // Applies a command and remembers how to undo it; what had been undone can no longer be redone.
  Result<void> perform(Project& project, const Command& command);

  // Both give back the command that they carried out, for the journal; none when there is nothing to undo or
  // redo.
  std::optional<Command> undo(Project& project);
  std::optional<Command> redo(Project& project);

  // What undo() or redo() would carry out; null when there is nothing.
  const Command* next_undo() const { return undo_.empty() ? nullptr : &undo_.back().command; }
  const Command* next_redo() const { return redo_.empty() ? nullptr : &redo_.back().command; }

  // What has been done can no longer be undone, nor done again.
  void forget();

  // A number for the state that the project is in; the same state has the same number.
  std::uint64_t state() const { return undo_.empty() ? first_state_ : undo_.back().state; }
  // The id of the annotation that the last step touched first.
  const std::string& touched() const { return touched_; }

  // The name of what would be undone or redone, empty when there is nothing.
  const std::string& undo_name() const;
  const std::string& redo_name() const;

  // All that undo() would carry out, the next first, and all that redo() would; valid until the next step.
  std::vector<const Command*> undo_commands() const { return commands(undo_); }
  std::vector<const Command*> redo_commands() const { return commands(redo_); }

 private:
  // A command to take a step, and the number of the state that the project is in while it stands on the undo
  // stack.
  struct Step {
    Command command;
    std::uint64_t state = 0;
  };
  std::optional<Command> step(Project& project, std::vector<Step>& from, std::vector<Step>& to);
  static std::vector<const Command*> commands(const std::vector<Step>& steps);

  std::vector<Step> undo_;
  std::vector<Step> redo_;
  std::uint64_t first_state_ = 0;  // with nothing to undo
  std::uint64_t last_state_ = 0;
  std::string touched_;
};

}  // namespace clausemark
