// Undo and redo over Commands, without limit.
#pragma once

#include <string>
#include <vector>

#include "core/annotation/command.h"

namespace clausemark {

class History {
 public:
  // Applies a command and remembers how to undo it; what had been undone can no longer be redone.
  Result<void> perform(Project& project, const Command& command);

  // Both do nothing and return false when there is nothing to undo or redo.
  bool undo(Project& project);
  bool redo(Project& project);

  // The name of what would be undone or redone, empty when there is nothing.
  const std::string& undo_name() const;
  const std::string& redo_name() const;

 private:
  static bool step(Project& project, std::vector<Command>& from, std::vector<Command>& to);

  std::vector<Command> undo_;
  std::vector<Command> redo_;
};

}  // namespace clausemark
