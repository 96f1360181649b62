#include <doctest/doctest.h>

#include "core/annotation/adjudication.h"
#include "tests/core/coders.h"

using namespace clausemark;

namespace {

void tag(Project& project, const char* id, Range words, const char* tag, const Signature& by) {
  perform(project, annotate(project, id, {words}, tag, "op1", by));
}

// A proposal of a rule.
void suggest(Project& project) {
  auto command = annotate(project, "s1", {{0, 42}}, "demand", "op1", {});
  auto& suggestion = std::get<PutAnnotation>(command.edits.front()).annotation;
  suggestion.status = Status::suggested;
  suggestion.rule = "verb: demand";
  perform(project, command);
}

Project merged(const Project& ours, const Project& theirs) {
  const auto merge = merge_to_adjudicate(ours, theirs);
  REQUIRE(merge);
  auto both = ours;
  REQUIRE(apply(both, merge->command));
  return both;
}

}  // namespace

TEST_CASE("what both say, differently or alone is told apart") {
  auto ours = sentence();
  auto theirs = ours;
  tag(ours, "a1", {0, 42}, "demand", ada);
  tag(theirs, "b1", {0, 42}, "demand", ben);
  tag(ours, "a2", {44, 58}, "urge", ada);
  tag(theirs, "b2", {48, 58}, "call", ben);
  tag(ours, "a3", {13, 24}, "task", ada);
  const auto comparison = compare_decisions(ours, theirs);
  CHECK(comparison.same == 1);
  CHECK(comparison.differing == 1);
  CHECK(comparison.only_ours == 1);
  CHECK(comparison.only_theirs == 0);
  REQUIRE(comparison.rows.size() == 2);
  CHECK(comparison.rows[0].ours->id == "a3");
  CHECK(comparison.rows[0].theirs == nullptr);
  CHECK(comparison.rows[1].ours->id == "a2");
  CHECK(comparison.rows[1].theirs->id == "b2");
  CHECK(comparison.rows[1].aspects == std::vector{Aspect::place, Aspect::tag});
}

TEST_CASE("marks with different tags that share less than half are not about the same") {
  auto ours = sentence();
  auto theirs = ours;
  tag(ours, "a1", {0, 42}, "demand", ada);
  tag(theirs, "b1", {36, 58}, "urge", ben);
  const auto comparison = compare_decisions(ours, theirs);
  CHECK(comparison.only_ours == 1);
  CHECK(comparison.only_theirs == 1);
}

TEST_CASE("of several candidates the one that shares most is about the same") {
  auto ours = sentence();
  auto theirs = ours;
  tag(ours, "a1", {0, 42}, "demand", ada);
  tag(theirs, "b1", {0, 30}, "call", ben);
  tag(theirs, "b2", {0, 24}, "demand", ben);
  const auto comparison = compare_decisions(ours, theirs);
  REQUIRE(comparison.rows.size() == 2);
  CHECK(comparison.rows[0].ours != nullptr);
  CHECK(comparison.rows[0].theirs->id == "b2");
}

TEST_CASE("the same annotation made twice becomes one that both sign, however often it is merged") {
  auto ours = sentence();
  auto theirs = ours;
  tag(ours, "a1", {0, 42}, "demand", ada);
  tag(theirs, "b1", {0, 42}, "demand", ben);
  const auto both = merged(ours, theirs);
  REQUIRE(both.annotations.size() == 1);
  CHECK(both.annotations.front().author == "Ada");
  CHECK(both.annotations.front().cosigners == std::vector<std::string>{"Ben"});
  CHECK(merged(both, theirs) == both);
}

TEST_CASE("annotations that differ about the same words are linked, once, and settled by a decision") {
  auto ours = sentence();
  auto theirs = ours;
  tag(ours, "a1", {0, 42}, "demand", ada);
  tag(theirs, "b1", {0, 42}, "urge", ben);
  const auto both = merged(ours, theirs);
  const Dispute dispute{"a1", "b1"};
  REQUIRE(disputes_of(both) == std::vector{dispute});
  CHECK(merged(both, theirs) == both);

  auto first = both;
  perform(first, settle(first, dispute, Verdict::first, ada));
  REQUIRE(first.annotations.size() == 1);
  CHECK(first.annotations.front().id == "a1");

  auto second = both;
  perform(second, settle(second, dispute, Verdict::second, ada));
  REQUIRE(second.annotations.size() == 1);
  CHECK(second.annotations.front().id == "b1");
  CHECK(second.annotations.front().links.empty());

  auto kept = both;
  perform(kept, settle(kept, dispute, Verdict::both, ada));
  CHECK(kept.annotations.size() == 2);
  CHECK(disputes_of(kept).empty());
}

TEST_CASE("a pair that is not there is not settled") {
  auto ours = sentence();
  const auto none = settle(ours, {"a1", "b1"}, Verdict::first, ada);
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::no_such_id);
}

TEST_CASE("a suggestion that one accepted and the other rejected is a contradiction to be settled") {
  auto base = sentence();
  suggest(base);
  auto ours = base;
  auto theirs = base;
  perform(ours, set_status(ours, "s1", Status::accepted, ada));
  perform(theirs, set_status(theirs, "s1", Status::rejected, ben));
  CHECK(compare_decisions(ours, theirs).differing == 1);
  CHECK(compare_decisions(ours, base).only_ours == 1);
  const auto both = merged(ours, theirs);
  REQUIRE(disputes_of(both).size() == 1);
}

TEST_CASE("two tags on one clause are each paired with the same one of the other side") {
  auto ours = sentence();
  auto theirs = ours;
  tag(ours, "a1", {0, 42}, "call", ada);
  tag(ours, "a2", {0, 42}, "demand", ada);
  tag(theirs, "b1", {0, 42}, "demand", ben);
  const auto comparison = compare_decisions(ours, theirs);
  CHECK(comparison.same == 1);
  CHECK(comparison.only_ours == 1);
  CHECK(comparison.differing == 0);
  const auto both = merged(ours, theirs);
  CHECK(both.annotations.size() == 2);
  CHECK(disputes_of(both).empty());
  const auto again = merge_to_adjudicate(both, theirs);
  REQUIRE(again);
  CHECK(again->command.edits.empty());
}

TEST_CASE("what contradicted the one that is deleted contradicts the one that is kept") {
  auto made = sentence();
  tag(made, "a1", {0, 42}, "demand", ada);
  tag(made, "b1", {0, 42}, "urge", ben);
  tag(made, "c1", {0, 42}, "call", {"Cem", ada.time});
  perform(made, link(made, "b1", {conflict_role, "a1"}, ben));
  perform(made, link(made, "c1", {conflict_role, "a1"}, ben));
  REQUIRE(disputes_of(made).size() == 2);
  auto second = made;
  perform(second, settle(second, {"a1", "b1"}, Verdict::second, ada));
  CHECK(disputes_of(second) == std::vector{Dispute{"b1", "c1"}});
  auto first = made;
  perform(first, settle(first, {"a1", "b1"}, Verdict::first, ada));
  CHECK(disputes_of(first) == std::vector{Dispute{"a1", "c1"}});
}

TEST_CASE("a pair that is linked both ways is one contradiction, and keeping both settles it") {
  auto made = sentence();
  tag(made, "a1", {0, 42}, "demand", ada);
  tag(made, "b1", {0, 42}, "urge", ben);
  perform(made, link(made, "b1", {conflict_role, "a1"}, ben));
  perform(made, link(made, "a1", {conflict_role, "b1"}, ben));
  REQUIRE(disputes_of(made).size() == 1);
  perform(made, settle(made, disputes_of(made).front(), Verdict::both, ada));
  CHECK(disputes_of(made).empty());
  CHECK(made.annotations.size() == 2);
}

TEST_CASE("annotations that do not contradict each other are not settled") {
  auto made = sentence();
  tag(made, "a1", {0, 42}, "demand", ada);
  tag(made, "b1", {44, 58}, "urge", ben);
  CHECK_FALSE(settle(made, {"a1", "b1"}, Verdict::first, ada));
  CHECK_FALSE(settle(made, {"a1", "a1"}, Verdict::both, ada));
}

TEST_CASE("a suggestion that was rejected and opened again stands in nobody's way") {
  auto base = sentence();
  suggest(base);
  auto ours = base;
  perform(ours, set_status(ours, "s1", Status::rejected, ada));
  perform(ours, set_status(ours, "s1", Status::suggested, ada));
  CHECK(ours == base);
  auto theirs = base;
  perform(theirs, set_status(theirs, "s1", Status::accepted, ben));
  const auto both = merged(ours, theirs);
  CHECK(both == theirs);
}
