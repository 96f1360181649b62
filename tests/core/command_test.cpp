#include <doctest/doctest.h>
#include <random>

#include "core/annotation/command.h"
#include "core/annotation/history.h"
#include "core/formats/journal_json.h"
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
  REQUIRE(history.perform(p, annotate(p, "a1", {{0, 7}}, "demand", "op1", by)));
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
  auto command = annotate(p, "s1", {{0, 7}}, "demand", "op1", {});
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
  REQUIRE(apply(p, annotate(p, "a1", {{0, 7}}, "demand", "op1", by)));
  const auto before = save_project(p);
  const auto check = [&](const Command& command, ErrorCode code, const char* where) {
    const auto result = apply(p, command);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == code);
    CHECK(result.error().where == where);
    CHECK(save_project(p) == before);
  };
  auto outside = annotate(p, "a2", {{5, 999}}, "demand", "", by);
  check(outside, ErrorCode::bad_range, "/edits/0");
  check(annotate(p, "a2", {{26, 27}}, "demand", "", by), ErrorCode::bad_range,
        "/edits/0");  // inside the dash
  check(annotate(p, "a2", {{7, 7}}, "demand", "", by), ErrorCode::bad_range, "/edits/0");
  check(annotate(p, "a2", {{0, 7}}, "poem", "", by), ErrorCode::unknown_tag, "/edits/0");
  check(annotate(p, "", {{0, 7}}, "demand", "", by), ErrorCode::bad_value, "/edits/0");
  check({"two", {EraseAnnotation{"a1"}, EraseAnnotation{"a1"}}}, ErrorCode::no_such_id, "/edits/1");
  CHECK(erase(p, "nobody").error().code == ErrorCode::no_such_id);
}

namespace {

// A tag set with an attribute that allows two values, and with a tag of the team's own.
TagSet own_tags() {
  auto set = default_tag_set();
  set.name = "Ours";
  set.tags[0].attributes = {{"gender", "Whether women are named", {"yes", "no"}}, {"place", "", {}}};
  set.tags.push_back({"ferry", "Ferry", "Ours", "#123456", "f", "Anything that floats.", "task", {}});
  return set;
}

// One random command; many of them are refused.
class Chance {
 public:
  std::size_t up_to(std::size_t most) { return random_() % (most + 1); }

  Result<Command> command(const Project& p, int step) {
    const auto& tags = p.tag_set.tags;
    const auto tag = tags[up_to(tags.size() - 1)].id;
    switch (up_to(9)) {
      case 0:
      case 1:
        return annotate(p, "id" + std::to_string(step), spans(), tag, "op1", by);
      case 2:
        return set_note(p, known(p), "note " + std::to_string(step), by);
      case 3:
        return set_tag(p, known(p), tag, by);
      case 4:
        return erase(p, known(p));
      case 5:
        return set_attribute(p, known(p), {up_to(1) == 0 ? "gender" : "place", up_to(2) == 0 ? "" : "yes"},
                             by);
      case 6:
        return link(p, known(p), {"reported by", known(p)}, by);
      case 7:
        return set_spans(p, known(p), spans(), "op1", by);
      case 8:
        return change_tag_set("Use another tag set", up_to(1) == 0 ? own_tags() : default_tag_set());
      default:
        return Command{"Several", {EraseAnnotation{known(p)}, PutAnnotation{}, SetTagSet{own_tags()}}};
    }
  }

 private:
  std::vector<Range> spans() {
    const auto a = static_cast<std::uint32_t>(up_to(12));
    const auto b = static_cast<std::uint32_t>(up_to(12));
    if (up_to(2) > 0) return {{a, a + b}};
    return {{a, a + 3}, {a + b, a + b + 2}};
  }
  std::string known(const Project& p) {
    return p.annotations.empty() ? "none" : p.annotations[up_to(p.annotations.size() - 1)].id;
  }
  std::mt19937 random_{20310314};
};

}  // namespace

TEST_CASE("undoing random commands restores the exact bytes, and the journal leads to the same project") {
  Chance chance;
  auto p = project();
  History history;
  std::vector<std::string> states{save_project(p)};
  std::string journal;
  for (int step = 0; step < 800; ++step) {
    const auto done = chance.command(p, step).and_then(
        [&](const Command& command) { return history.perform(p, command).map([&] { return command; }); });
    if (done) {
      states.push_back(save_project(p));
      journal += write_command(*done) + "\n";
    } else {
      REQUIRE(save_project(p) == states.back());
    }
  }
  CHECK(states.size() > 300);
  const auto last = states.back();

  auto replayed = project();
  std::size_t lines = 0;
  for (std::size_t at = 0; at < journal.size(); ++lines) {
    const auto end = journal.find('\n', at);
    const auto command = read_command(journal.substr(at, end - at));
    REQUIRE(command.has_value());
    REQUIRE(apply(replayed, *command));
    at = end + 1;
  }
  CHECK(lines + 1 == states.size());
  CHECK(save_project(replayed) == last);

  // Back to the beginning, each step written to the journal of a second project.
  auto follower = p;
  for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
    const auto undone = history.undo(p);
    REQUIRE(undone.has_value());
    REQUIRE(apply(follower, *read_command(write_command(*undone))));
    REQUIRE(save_project(p) == *state);
  }
  CHECK(follower == p);
  CHECK_FALSE(history.undo(p).has_value());
  for (auto state = states.begin() + 1; state != states.end(); ++state) {
    REQUIRE(history.redo(p));
    REQUIRE(save_project(p) == *state);
  }
}

TEST_CASE("an annotation may mark several spans, but no two that overlap") {
  auto p = project();
  REQUIRE(apply(p, annotate(p, "a1", {{0, 7}, {13, 24}}, "demand", "", by)));
  CHECK(p.annotations[0].extent() == Range{0, 24});
  for (const std::vector<Range>& spans :
       {std::vector<Range>{}, {{0, 7}, {6, 9}}, {{13, 24}, {0, 7}}, {{0, 7}, {9, 9}}}) {
    const auto refused = apply(p, annotate(p, "a2", spans, "demand", "", by));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::bad_range);
  }
}

TEST_CASE("an attribute takes the values that its tag allows, and any where the tag says nothing") {
  auto p = project();
  REQUIRE(apply(p, change_tag_set("Ours", own_tags())));
  REQUIRE(apply(p, annotate(p, "a1", {{0, 7}}, "task", "", by)));
  REQUIRE(apply(p, *set_attribute(p, "a1", {"gender", "yes"}, by)));
  const auto refused = apply(p, *set_attribute(p, "a1", {"gender", "perhaps"}, by));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::bad_value);
  REQUIRE(apply(p, *set_attribute(p, "a1", {"remark", "anything"}, by)));
  CHECK(p.annotations[0].attributes == std::vector<Attribute>{{"gender", "yes"}, {"remark", "anything"}});
  REQUIRE(apply(p, *set_attribute(p, "a1", {"gender", ""}, by)));
  CHECK(p.annotations[0].attributes == std::vector<Attribute>{{"remark", "anything"}});
}

TEST_CASE("links lead to annotations that are there; deleting one takes the links to it along") {
  auto p = project();
  REQUIRE(apply(p, annotate(p, "task", {{0, 7}}, "task", "", by)));
  REQUIRE(apply(p, annotate(p, "report", {{13, 24}}, "reporting", "", by)));
  CHECK_FALSE(apply(p, *link(p, "task", {"reported by", "nobody"}, by)).has_value());
  CHECK_FALSE(apply(p, *link(p, "task", {"reported by", "task"}, by)).has_value());
  REQUIRE(apply(p, *link(p, "task", {"reported by", "report"}, by)));
  const auto linked = p;
  const auto refused = apply(p, {"Delete", {EraseAnnotation{"report"}}});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::no_such_id);
  History history;
  REQUIRE(history.perform(p, *erase(p, "report")));
  CHECK(p.find("task")->links.empty());
  REQUIRE(history.undo(p));
  CHECK(p == linked);
  REQUIRE(apply(p, *unlink(p, "task", {"reported by", "report"}, by)));
  CHECK(p.find("task")->links.empty());
}

TEST_CASE("a tag set may be exchanged as long as every annotation can keep its tag") {
  auto p = project();
  REQUIRE(apply(p, change_tag_set("Ours", own_tags())));
  REQUIRE(apply(p, annotate(p, "a1", {{0, 7}}, "ferry", "", by)));
  const auto refused = apply(p, change_tag_set("Default", default_tag_set()));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::unknown_tag);
  CHECK(refused.error().message.find("a1") != std::string::npos);
  auto circle = own_tags();
  circle.tags[0].parent = "ferry";
  const auto circular = apply(p, change_tag_set("Circle", circle));
  REQUIRE_FALSE(circular.has_value());
  CHECK(circular.error().where == "/edits/0/tagSet/tags/0/parent");
}
