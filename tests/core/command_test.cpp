#include <doctest/doctest.h>
#include <random>

#include "core/annotation/command.h"
#include "core/annotation/history.h"
#include "core/formats/project_json.h"

using namespace clausemark;

namespace {

const Signature by{"Ada", "2031-03-14T10:00:00Z"};

Project project() {
  Project made;
  made.text = "Demands that all parties — toutes les parties — respect the truce.";
  made.tag_set = default_tag_set();
  made.facts.language = "en";
  return made;
}

}  // namespace

TEST_CASE("an annotation is added, changed and deleted by commands, and each can be undone") {
  auto p = project();
  History history;
  const auto empty = save_project(p);
  REQUIRE(history.perform(p, annotate(p, "a1", {0, 7}, "demand", "op1", by)));
  REQUIRE(p.annotations.size() == 1);
  CHECK(p.annotations[0].author == "Ada");
  CHECK(history.undo_name() == "Tag as Demand");

  REQUIRE(history.perform(p, *set_note(p, "a1", "strong", by)));
  REQUIRE(history.perform(p, *set_tag(p, "a1", "urge", by)));
  REQUIRE(history.perform(p, *erase(p, "a1")));
  CHECK(p.annotations.empty());

  while (history.undo(p)) continue;
  CHECK(save_project(p) == empty);
  while (history.redo(p)) continue;
  CHECK(p.annotations.empty());
  CHECK(history.redo_name().empty());
}

TEST_CASE("accepting a suggestion keeps its rule and signs it") {
  auto p = project();
  History history;
  auto command = annotate(p, "s1", {0, 7}, "demand", "op1", {});
  auto& suggestion = std::get<PutAnnotation>(command.edits[0]).annotation;
  suggestion.status = Status::suggested;
  suggestion.rule = "verb: demand";
  REQUIRE(apply(p, command));
  REQUIRE(history.perform(p, *set_status(p, "s1", Status::accepted, by)));
  CHECK(p.annotations[0].status == Status::accepted);
  CHECK(p.annotations[0].author == "Ada");
  CHECK(p.annotations[0].rule == "verb: demand");
  REQUIRE(history.undo(p));
  CHECK(p.annotations[0].status == Status::suggested);
  CHECK(p.annotations[0].author.empty());
}

TEST_CASE("a command that cannot be done changes nothing and says which edit is wrong") {
  auto p = project();
  REQUIRE(apply(p, annotate(p, "a1", {0, 7}, "demand", "op1", by)));
  const auto before = save_project(p);
  const auto check = [&](const Command& command, ErrorCode code, const char* where) {
    const auto result = apply(p, command);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == code);
    CHECK(result.error().where == where);
    CHECK(save_project(p) == before);
  };
  auto outside = annotate(p, "a2", {5, 999}, "demand", "", by);
  check(outside, ErrorCode::bad_range, "/edits/0");
  check(annotate(p, "a2", {26, 27}, "demand", "", by), ErrorCode::bad_range, "/edits/0");  // inside the dash
  check(annotate(p, "a2", {7, 7}, "demand", "", by), ErrorCode::bad_range, "/edits/0");
  check(annotate(p, "a2", {0, 7}, "poem", "", by), ErrorCode::unknown_tag, "/edits/0");
  check(annotate(p, "", {0, 7}, "demand", "", by), ErrorCode::bad_value, "/edits/0");
  check({"two", {EraseAnnotation{"a1"}, EraseAnnotation{"a1"}}}, ErrorCode::no_such_id, "/edits/1");
  CHECK(erase(p, "nobody").error().code == ErrorCode::no_such_id);
}

TEST_CASE("undoing random commands restores the exact bytes") {
  std::mt19937 random(20310314);
  const auto up_to = [&](std::size_t most) { return static_cast<std::uint32_t>(random() % (most + 1)); };
  auto p = project();
  History history;
  std::vector<std::string> states{save_project(p)};
  for (int step = 0; step < 300; ++step) {
    const auto& tags = p.tag_set.tags;
    const auto tag = tags[up_to(tags.size() - 1)].id;
    const std::string known =
        p.annotations.empty() ? "none" : p.annotations[up_to(p.annotations.size() - 1)].id;
    Result<void> done = tl::unexpected<Error>(Error{});
    switch (up_to(4)) {
      case 0:
      case 1:
        done = history.perform(
            p, annotate(p, "id" + std::to_string(step), {up_to(24), up_to(24)}, tag, "op1", by));
        break;
      case 2:
        done = set_note(p, known, "note " + std::to_string(step), by).and_then([&](const Command& c) {
          return history.perform(p, c);
        });
        break;
      case 3:
        done = set_tag(p, known, tag, by).and_then([&](const Command& c) { return history.perform(p, c); });
        break;
      default:
        done = erase(p, known).and_then([&](const Command& c) { return history.perform(p, c); });
    }
    if (done)
      states.push_back(save_project(p));
    else
      CHECK(save_project(p) == states.back());
  }
  CHECK(states.size() > 100);
  for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
    REQUIRE(history.undo(p));
    REQUIRE(save_project(p) == *state);
  }
  CHECK_FALSE(history.undo(p));
  for (auto state = states.begin() + 1; state != states.end(); ++state) {
    REQUIRE(history.redo(p));
    REQUIRE(save_project(p) == *state);
  }
}
