#include "core/annotation/history.h"

#include <algorithm>
#include <iterator>

namespace clausemark {
namespace {

const std::string no_name;

const std::string& first_id(const Command& command) {
  for (const auto& edit : command.edits) {
    if (const auto* put = std::get_if<PutAnnotation>(&edit)) return put->annotation.id;
    if (const auto* erased = std::get_if<EraseAnnotation>(&edit)) return erased->id;
  }
  return no_name;
}

}  // namespace

Result<void> History::perform(Project& project, const Command& command) {
  return apply(project, command).map([&](Command inverse) {
    touched_ = first_id(command);
    undo_.push_back({std::move(inverse), ++last_state_});
    redo_.clear();
  });
}

std::optional<Command> History::step(Project& project, std::vector<Step>& from, std::vector<Step>& to) {
  if (from.empty()) return std::nullopt;
  auto inverse = apply(project, from.back().command);
  // An inverse fits the state it was made for, and only this class moves between states.
  if (!inverse) return std::nullopt;
  touched_ = first_id(from.back().command);
  auto done = std::move(from.back().command);
  to.push_back({std::move(*inverse), from.back().state});
  from.pop_back();
  return done;
}

void History::forget() {
  undo_.clear();
  redo_.clear();
  first_state_ = ++last_state_;
}

std::optional<Command> History::undo(Project& project) { return step(project, undo_, redo_); }
std::optional<Command> History::redo(Project& project) { return step(project, redo_, undo_); }
const std::string& History::undo_name() const { return undo_.empty() ? no_name : undo_.back().command.name; }
const std::string& History::redo_name() const { return redo_.empty() ? no_name : redo_.back().command.name; }

std::vector<const Command*> History::commands(const std::vector<Step>& steps) {
  std::vector<const Command*> list;
  list.reserve(steps.size());
  std::transform(steps.rbegin(), steps.rend(), std::back_inserter(list),
                 [](const Step& step) { return &step.command; });
  return list;
}

}  // namespace clausemark
