// What must hold for every sequence of commands; for the property test and for the fuzzer.
#pragma once

#include <string>
#include <vector>

#include "core/annotation/journal.h"
#include "core/formats/journal_json.h"
#include "core/formats/project_json.h"
#include "tests/core/command_maker.h"

namespace clausemark {

// A reader at work: gives, undoes and repeats commands, while a journal is written and now and then a
// snapshot.
class Worker {
 public:
  explicit Worker(std::function<std::size_t()> chance) : maker_(std::move(chance)) { keep(); }

  // One step by chance. A refused command leaves the project's bytes as they were.
  bool step(int number) {
    const auto choice = maker_.up_to(9);
    if (choice == 0) {
      keep();
    } else if (choice <= 2) {
      if (const auto done = history.undo(project)) note({JournalEntry::Step::undo, *done});
    } else if (choice == 3) {
      if (const auto done = history.redo(project)) note({JournalEntry::Step::redo, *done});
    } else {
      const auto before = project;
      const auto command = maker_.make(project, number);
      if (!command) return true;
      if (!history.perform(project, *command)) return project == before;
      note({JournalEntry::Step::perform, *command});
      ++performed;
    }
    return true;
  }

  // Whether snapshot and journal lead to the same project, and to a history that can be gone back and forth.
  bool comes_back() const {
    auto restored = load_project(snapshot);
    if (!restored) return false;
    History again;
    for (const auto& line : journal) {
      const auto entry = read_entry(line);
      if (!entry || !replay(*restored, again, *entry)) return false;
    }
    if (save_project(*restored) != save_project(project)) return false;
    // What can be undone there is what would be undone here.
    auto here = history;
    auto there_project = *restored;
    auto here_project = project;
    while (again.next_undo() != nullptr) {
      if (here.next_undo() == nullptr || !again.undo(there_project) || !here.undo(here_project)) return false;
      if (!(there_project == here_project)) return false;
    }
    while (again.redo(there_project)) continue;
    return again.next_redo() == nullptr;
  }

  Project project = small_project();
  History history;
  std::string snapshot;
  std::vector<std::string> journal;  // since the snapshot
  int performed = 0;

 private:
  void keep() {
    snapshot = save_project(project);
    journal.clear();
  }
  void note(const JournalEntry& entry) { journal.push_back(write_entry(entry)); }

  CommandMaker maker_;
};

}  // namespace clausemark
