#include <doctest/doctest.h>

#include "core/annotation/command.h"
#include "core/annotation/history.h"
#include "core/formats/project_json.h"
#include "tests/core/command_maker.h"

using namespace clausemark;

namespace {

const Signature by{"Ada", "2031-03-14T10:00:00Z"};

Project project() { return small_project(); }

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

TEST_CASE("a decision leaves a proposal as the rule made it; words that were adjusted stay known as such") {
  auto p = project();
  Annotation proposed;
  proposed.id = "s1";
  proposed.spans = {{0, 7}};
  proposed.tag = "demand";
  proposed.rule = "verb: demand";
  proposed.status = Status::suggested;
  REQUIRE(apply(p, {"Suggest", {PutAnnotation{proposed}}}));
  for (const auto status : {Status::accepted, Status::suggested, Status::rejected, Status::suggested})
    REQUIRE(apply(p, *set_status(p, "s1", status, by)));
  CHECK(*p.find("s1") == proposed);
  REQUIRE(apply(p, *set_spans(p, "s1", {{0, 12}}, "op1", by)));
  REQUIRE(apply(p, *set_status(p, "s1", Status::rejected, by)));
  REQUIRE(apply(p, *set_status(p, "s1", Status::suggested, by)));
  CHECK(p.find("s1")->modified == by.time);
}
