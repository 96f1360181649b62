#include "core/annotation/history.h"

namespace clausemark {
namespace {

const std::string no_name;

const std::string& last_name(const std::vector<Command>& commands) {
  return commands.empty() ? no_name : commands.back().name;
}

}  // namespace

Result<void> History::perform(Project& project, const Command& command) {
  return apply(project, command).map([&](Command inverse) {
    undo_.push_back(std::move(inverse));
    redo_.clear();
  });
}

bool History::step(Project& project, std::vector<Command>& from, std::vector<Command>& to) {
  if (from.empty()) return false;
  auto inverse = apply(project, from.back());
  // An inverse fits the state it was made for, and only this class moves between states.
  if (!inverse) return false;
  from.pop_back();
  to.push_back(std::move(*inverse));
  return true;
}

bool History::undo(Project& project) { return step(project, undo_, redo_); }
bool History::redo(Project& project) { return step(project, redo_, undo_); }
const std::string& History::undo_name() const { return last_name(undo_); }
const std::string& History::redo_name() const { return last_name(redo_); }

}  // namespace clausemark
