#include <doctest/doctest.h>
#include <random>

#include "tests/core/journal_checks.h"

using namespace clausemark;

TEST_CASE("undoing random commands restores the exact bytes, doing them again too") {
  std::mt19937 random{20310314};
  CommandMaker maker([&] { return random(); });
  auto p = small_project();
  History history;
  std::vector<std::string> states{save_project(p)};
  for (int step = 0; step < 800; ++step) {
    const auto done = maker.make(p, step).and_then(
        [&](const Command& command) { return history.perform(p, command).map([&] { return command; }); });
    if (done)
      states.push_back(save_project(p));
    else
      REQUIRE(save_project(p) == states.back());
  }
  CHECK(states.size() > 300);
  for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
    REQUIRE(history.undo(p).has_value());
    REQUIRE(save_project(p) == *state);
  }
  CHECK_FALSE(history.undo(p).has_value());
  for (auto state = states.begin() + 1; state != states.end(); ++state) {
    REQUIRE(history.redo(p));
    REQUIRE(save_project(p) == *state);
  }
}

TEST_CASE("snapshot and journal bring back the project and what can be undone, whatever was done") {
  std::mt19937 random{9901};
  int performed = 0;
  for (int run = 0; run < 40; ++run) {
    Worker worker([&] { return random(); });
    for (int step = 0; step < 60; ++step) {
      REQUIRE(worker.step(step));
      if (step % 7 == 0) REQUIRE(worker.comes_back());
    }
    REQUIRE(worker.comes_back());
    performed += worker.performed;
  }
  CHECK(performed > 400);
}

TEST_CASE("undoing what came before the snapshot is carried out, and forgets what could be done again") {
  auto p = small_project();
  History history;
  const Signature by{"Ada", "2031-03-14T10:00:00Z"};
  REQUIRE(history.perform(p, annotate(p, "a1", {{0, 7}}, "demand", "op1", by)));
  auto restored = p;  // the snapshot
  History again;
  std::vector<JournalEntry> journal;
  const auto b = annotate(p, "a2", {{8, 12}}, "task", "op1", by);
  REQUIRE(history.perform(p, b));
  journal.push_back({JournalEntry::Step::perform, b});
  for (int k = 0; k < 2; ++k) journal.push_back({JournalEntry::Step::undo, *history.undo(p)});
  for (const auto& entry : journal) REQUIRE(replay(restored, again, entry));
  CHECK(restored == p);
  CHECK(restored.annotations.empty());
  CHECK(again.next_undo() == nullptr);
  CHECK(again.next_redo() == nullptr);
}

TEST_CASE("a line of the journal is read as it was written, and a broken one is refused with its place") {
  const auto p = small_project();
  const JournalEntry entry{JournalEntry::Step::redo,
                           annotate(p, "a1", {{0, 7}, {13, 24}}, "demand", "op1", {"Ada", ""})};
  const auto line = write_entry(entry);
  CHECK(line.find('\n') == std::string::npos);
  CHECK(*read_entry(line) == entry);
  const JournalEntry save{JournalEntry::Step::save, {}};
  CHECK(*read_entry(write_entry(save)) == save);
  for (std::size_t length = 0; length < line.size(); ++length)
    CHECK_FALSE(read_entry(std::string_view(line).substr(0, length)).has_value());
  const auto refused = read_entry(R"({"step":"jump","name":"","edits":[]})");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().where == "/step");
}
