#include "core/annotation/history.h"

namespace clausemark {
namespace {

const std::string no_name;

const std::string& first_id(const Command& command) {
  if (command.edits.empty()) return no_name;
  const auto* put = std::get_if<PutAnnotation>(&command.edits.front());
  return put != nullptr ? put->annotation.id : std::get<EraseAnnotation>(command.edits.front()).id;
}

}  // namespace

Result<void> History::perform(Project& project, const Command& command) {
  return apply(project, command).map([&](Command inverse) {
    touched_ = first_id(command);
    undo_.push_back({std::move(inverse), ++last_state_});
    redo_.clear();
  });
}

bool History::step(Project& project, std::vector<Step>& from, std::vector<Step>& to) {
  if (from.empty()) return false;
  auto inverse = apply(project, from.back().command);
  // An inverse fits the state it was made for, and only this class moves between states.
  if (!inverse) return false;
  touched_ = first_id(from.back().command);
  to.push_back({std::move(*inverse), from.back().state});
  from.pop_back();
  return true;
}

bool History::undo(Project& project) { return step(project, undo_, redo_); }
bool History::redo(Project& project) { return step(project, redo_, undo_); }
const std::string& History::undo_name() const { return undo_.empty() ? no_name : undo_.back().command.name; }
const std::string& History::redo_name() const { return redo_.empty() ? no_name : redo_.back().command.name; }

}  // namespace clausemark
