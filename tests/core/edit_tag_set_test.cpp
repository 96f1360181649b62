#include <doctest/doctest.h>

#include "core/annotation/edit_tag_set.h"
#include "tests/core/coders.h"

using namespace clausemark;

namespace {

void tag(Project& project, const char* id, const char* tag, Status status) {
  auto command = annotate(project, id, {{0, 7}}, tag, "op1", ada);
  std::get<PutAnnotation>(command.edits.front()).annotation.status = status;
  perform(project, command);
}

}  // namespace

TEST_CASE("a new tag has an id from its name and a free key") {
  auto set = default_tag_set();
  const auto tag = new_tag(set, "Grave concern", "Reactions", "#0067A0");
  CHECK(tag.id == "grave-concern");
  CHECK(tag.key == "g");
  CHECK(tag.group == "Reactions");
  CHECK(tag.colour == "#0067A0");
  set.tags.push_back(tag);
  const auto again = new_tag(set, "Grave concern", "", "#006247");
  CHECK(again.id == "grave-concern-2");
  CHECK(again.key == "r");
  CHECK(new_tag(set, "Reaction", "", "#0067A0", "rjk").key == "n");
  const auto chinese = new_tag(set, "谴责", "", "#0067A0");
  CHECK(chinese.id == "谴责");
  CHECK(new_tag(set, "?!", "", "#0067A0").id == "tag");
  CHECK(chinese.key.empty());
  set.tags.push_back(again);
  set.tags.push_back(chinese);
  CHECK(check_tag_set(set));
}

TEST_CASE("a tag is taken away with its suggestions, but not from annotations") {
  auto made = sentence();
  tag(made, "a1", "demand", Status::suggested);
  tag(made, "a2", "demand", Status::rejected);
  tag(made, "a3", "urge", Status::accepted);
  perform(made, link(made, "a3", {"about", "a1"}, {}));
  const auto use = use_of_tag(made, "demand");
  CHECK(use.suggested == 1);
  CHECK(use.rejected == 1);
  perform(made, remove_tag(made, "demand"));
  CHECK(made.tag_set.find("demand") == nullptr);
  REQUIRE(made.annotations.size() == 1);
  CHECK(made.annotations.front().links.empty());
  const auto refused = remove_tag(made, "urge");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "Urge is the tag of 1 annotation; give it another tag first");
  CHECK_FALSE(remove_tag(made, "demand"));
}

TEST_CASE("the children of a tag that is taken away become those of its parent") {
  auto made = sentence();
  Tag child = new_tag(made.tag_set, "Child", "", "#0067A0");
  child.parent = "demand";
  perform(made, put_tag(made, child));
  perform(made, remove_tag(made, "demand"));
  CHECK(made.tag_set.find("child")->parent.empty());
}

TEST_CASE("another set takes the place of this one, but for tags that annotations have") {
  auto made = sentence();
  tag(made, "a1", "demand", Status::accepted);
  const TagSet other{"Courtroom", {{"plea", "Plea", "", "#0067A0", "2", ""}}};
  perform(made, adopt_tag_set(made, other));
  CHECK(made.tag_set.name == "Courtroom");
  REQUIRE(made.tag_set.tags.size() == 2);
  CHECK(made.tag_set.tags[0].id == "plea");
  CHECK(made.tag_set.tags[0].key == "2");
  CHECK(made.tag_set.tags[1].id == "demand");
  CHECK(made.tag_set.tags[1].key.empty());  // the key is the other's now
}

TEST_CASE("an edited tag stands where it stood, and one that is impossible is refused") {
  auto made = sentence();
  auto demand = *made.tag_set.find("demand");
  demand.name = "Strong demand";
  perform(made, put_tag(made, demand));
  CHECK(made.tag_set.tags[1].name == "Strong demand");
  demand.colour = "red";
  CHECK_FALSE(apply(made, put_tag(made, demand)));
}
