#include <doctest/doctest.h>
#include <random>

#include "core/annotation/difference.h"
#include "core/annotation/merge.h"
#include "core/formats/project_json.h"
#include "tests/core/coders.h"
#include "tests/core/merge_checks.h"

using namespace clausemark;

namespace {

// Ours with theirs merged in.
struct Merged {
  Project project;
  std::vector<Conflict> conflicts;
};
Merged merged(const Project* base, const Project& ours, const Project& theirs) {
  const auto result = merge(base, ours, theirs);
  REQUIRE(result);
  Merged done{ours, result->conflicts};
  const auto applied = apply(done.project, result->command);
  REQUIRE_MESSAGE(applied, (applied ? "" : applied.error().message));
  return done;
}

// One annotation to which two people gave different tags.
struct Three {
  Project base;
  Project ours;
  Project theirs;
};
Three contradiction() {
  auto base = sentence();
  perform(base, annotate(base, "a1", {{0, 7}}, "demand", "op1", ada));
  auto ours = base;
  auto theirs = base;
  perform(ours, set_tag(ours, "a1", "urge", ada));
  perform(theirs, set_tag(theirs, "a1", "request", ben));
  return {base, ours, theirs};
}

void suggest_demand(Project& project) {
  auto command = annotate(project, "s1", {{0, 42}}, "demand", "op1", {});
  auto& suggestion = std::get<PutAnnotation>(command.edits[0]).annotation;
  suggestion.status = Status::suggested;
  suggestion.rule = "verb: demand";
  perform(project, command);
}

}  // namespace

TEST_CASE("what only one side added is in the merged project") {
  auto ours = sentence();
  auto theirs = ours;
  const auto base = ours;
  perform(ours, annotate(ours, "a1", {{0, 7}}, "demand", "op1", ada));
  perform(theirs, annotate(theirs, "b1", {{48, 53}}, "urge", "op1", ben));
  for (const auto* from : {&base, static_cast<const Project*>(nullptr)}) {
    const auto both = merged(from, ours, theirs);
    CHECK(both.conflicts.empty());
    REQUIRE(both.project.annotations.size() == 2);
    CHECK(both.project.annotations[0].id == "a1");
    CHECK(both.project.annotations[1].author == "Ben");
  }
}

TEST_CASE("changes of different aspects of one annotation go together") {
  auto base = sentence();
  perform(base, annotate(base, "a1", {{0, 7}}, "demand", "op1", ada));
  auto ours = base;
  auto theirs = base;
  perform(ours, set_note(ours, "a1", "strong", ada));
  perform(ours, set_attribute(ours, "a1", {"force", "5"}, ada));
  perform(theirs, set_spans(theirs, "a1", {{0, 42}}, "op1", ben));
  perform(theirs, set_attribute(theirs, "a1", {"object", "parties"}, ben));
  const auto both = merged(&base, ours, theirs);
  CHECK(both.conflicts.empty());
  REQUIRE(both.project.annotations.size() == 1);
  const auto& one = both.project.annotations[0];
  CHECK(one.note == "strong");
  CHECK(one.spans == std::vector<Range>{{0, 42}});
  CHECK(one.attributes == std::vector<Attribute>{{"force", "5"}, {"object", "parties"}});
  CHECK(one.modified == ben.time);
}

TEST_CASE("a contradiction keeps both side by side, linked and listed, and merging again adds nothing") {
  const auto [base, ours, theirs] = contradiction();
  const auto both = merged(&base, ours, theirs);
  REQUIRE(both.conflicts.size() == 1);
  CHECK(both.conflicts[0].kind == ConflictKind::changed_differently);
  CHECK(both.conflicts[0].id == "a1");
  CHECK(both.conflicts[0].beside == "a1#2");
  REQUIRE(both.project.annotations.size() == 2);
  CHECK(both.project.find("a1")->tag == "urge");
  CHECK(both.project.find("a1#2")->tag == "request");
  CHECK(both.project.find("a1#2")->links == std::vector<Link>{{conflict_role, "a1"}});
  CHECK(merged(&base, both.project, theirs).project == both.project);
}

TEST_CASE("a deletion stands where the other side left the annotation alone, and gives way to a change") {
  auto base = sentence();
  perform(base, annotate(base, "a1", {{0, 7}}, "demand", "op1", ada));
  perform(base, annotate(base, "a2", {{48, 53}}, "urge", "op1", ada));
  auto ours = base;
  auto theirs = base;
  perform(ours, erase(ours, "a1"));
  perform(ours, erase(ours, "a2"));
  perform(theirs, set_note(theirs, "a2", "keep this", ben));
  for (const bool swapped : {false, true}) {
    const auto both = swapped ? merged(&base, theirs, ours) : merged(&base, ours, theirs);
    CHECK(both.project.find("a1") == nullptr);
    REQUIRE(both.project.find("a2") != nullptr);
    CHECK(both.project.find("a2")->note == "keep this");
    REQUIRE(both.conflicts.size() == 1);
    CHECK(both.conflicts[0].kind == ConflictKind::deleted_and_changed);
  }
}

TEST_CASE("an annotation that the other side linked to is not deleted") {
  auto base = sentence();
  perform(base, annotate(base, "a1", {{0, 7}}, "demand", "op1", ada));
  perform(base, annotate(base, "a2", {{48, 53}}, "urge", "op1", ada));
  auto ours = base;
  auto theirs = base;
  perform(ours, erase(ours, "a2"));
  perform(theirs, link(theirs, "a1", {"see", "a2"}, ben));
  const auto both = merged(&base, ours, theirs);
  CHECK(both.project.find("a2") != nullptr);
  CHECK(both.conflicts.size() == 1);
}

TEST_CASE("without a base an open suggestion gives way to what somebody made of it") {
  auto ours = sentence();
  suggest_demand(ours);
  auto theirs = ours;
  perform(theirs, set_status(theirs, "s1", Status::rejected, ben));
  for (const bool swapped : {false, true}) {
    const auto both = swapped ? merged(nullptr, theirs, ours) : merged(nullptr, ours, theirs);
    CHECK(both.conflicts.empty());
    CHECK(both.project.find("s1")->status == Status::rejected);
    CHECK(both.project.find("s1")->author == "Ben");
  }
}

TEST_CASE("two people who accept the same suggestion agree; if one rejects it, both words are kept") {
  auto base = sentence();
  suggest_demand(base);
  auto ours = base;
  auto theirs = base;
  perform(ours, set_status(ours, "s1", Status::accepted, ada));
  perform(theirs, set_status(theirs, "s1", Status::accepted, ben));
  for (const auto* from : {static_cast<const Project*>(&base), static_cast<const Project*>(nullptr)}) {
    for (const bool swapped : {false, true}) {
      const auto both = swapped ? merged(from, theirs, ours) : merged(from, ours, theirs);
      CHECK(both.conflicts.empty());
      REQUIRE(both.project.annotations.size() == 1);
      CHECK(both.project.annotations[0].author == "Ada");
      CHECK(both.project.annotations[0].cosigners == std::vector<std::string>{"Ben"});
      CHECK(merged(from, both.project, theirs).project == both.project);
      const auto read = load_project(save_project(both.project));
      REQUIRE(read);
      CHECK(*read == both.project);
      // Whoever changes what was signed stands for it alone.
      auto changed = both.project;
      perform(changed, set_tag(changed, "s1", "urge", ben));
      CHECK(changed.annotations[0].cosigners.empty());
    }
  }
  perform(theirs, set_status(theirs, "s1", Status::rejected, ben));
  CHECK(merged(&base, ours, theirs).conflicts.size() == 1);
  CHECK(merged(nullptr, ours, theirs).conflicts.size() == 1);
}

TEST_CASE("tag sets are merged so that no annotation loses its tag") {
  auto base = sentence();
  auto ours = base;
  auto theirs = base;
  auto our_tags = ours.tag_set;
  our_tags.tags.push_back({"ferry", "Ferry", "Ours", "#112233", "ö", "", "", {{"port", "", {"east"}}}});
  std::erase_if(our_tags.tags, [](const Tag& tag) { return tag.id == "urge"; });
  perform(ours, change_tag_set("Tags", our_tags));
  auto their_tags = theirs.tag_set;
  their_tags.tags.push_back({"harbour", "Harbour", "Theirs", "#445566", "ö", "", "", {}});
  perform(theirs, change_tag_set("Tags", their_tags));
  perform(theirs, annotate(theirs, "b1", {{48, 53}}, "urge", "op1", ben));
  perform(theirs, annotate(theirs, "b2", {{0, 7}}, "harbour", "op1", ben));
  const auto both = merged(&base, ours, theirs);
  REQUIRE(both.conflicts.size() == 1);
  CHECK(both.conflicts[0].kind == ConflictKind::tag_in_use);
  CHECK(both.conflicts[0].id == "urge");
  REQUIRE(both.project.tag_set.find("ferry") != nullptr);
  REQUIRE(both.project.tag_set.find("harbour") != nullptr);
  CHECK(both.project.tag_set.find("ferry")->key == "ö");
  CHECK(both.project.tag_set.find("harbour")->key.empty());
}

TEST_CASE("a tag that both changed has the attributes of both, and parents lead in no circle") {
  auto base = sentence();
  auto ours = base;
  auto theirs = base;
  const auto change = [](Project& project, const char* id, const char* parent,
                         const TagAttribute& attribute) {
    auto tags = project.tag_set;
    for (auto& tag : tags.tags) {
      if (tag.id != id) continue;
      tag.parent = parent;
      tag.attributes = {attribute};
    }
    perform(project, change_tag_set("Tags", tags));
  };
  change(ours, "demand", "urge", {"port", "", {"east"}});
  change(theirs, "urge", "demand", {"port", "", {}});
  const auto circle = merged(&base, ours, theirs);
  CHECK((circle.project.tag_set.find("demand")->parent.empty() ||
         circle.project.tag_set.find("urge")->parent.empty()));
  theirs = base;
  change(theirs, "demand", "", {"port", "", {"west"}});
  perform(theirs, annotate(theirs, "b1", {{0, 7}}, "demand", "op1", ben));
  perform(theirs, set_attribute(theirs, "b1", {"port", "west"}, ben));
  const auto both = merged(&base, ours, theirs);
  REQUIRE(both.conflicts.size() == 1);
  CHECK(both.conflicts[0].kind == ConflictKind::tag_defined_twice);
  CHECK(both.project.tag_set.find("demand")->attributes[0].values ==
        std::vector<std::string>{"east", "west"});
}

TEST_CASE("annotations of another text are refused") {
  const auto ours = sentence();
  auto theirs = ours;
  theirs.text += " ";
  const auto refused = merge(nullptr, ours, theirs);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::text_mismatch);
}

TEST_CASE("whatever two people do, no annotation of either is lost, and both orders hold the same ids") {
  std::mt19937 random(7);
  const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  for (int round = 0; round < 60; ++round) {
    auto base = sentence();
    for (int k = 0; k < 6; ++k)
      perform(base, annotate(base, "a" + std::to_string(k), {{0, 7}}, "demand", "op1", ada));
    const auto work = [&](Project made, const Signature& by) {
      for (int step = 0; step < 8 && !made.annotations.empty(); ++step) {
        const auto id = made.annotations[pick(made.annotations.size())].id;
        const auto to = made.annotations[pick(made.annotations.size())].id;
        switch (pick(6)) {
          case 0:
            perform(made, erase(made, id));
            break;
          case 1:
            perform(made, set_tag(made, id, pick(2) == 0 ? "urge" : "request", by));
            break;
          case 2:
            perform(made, set_note(made, id, std::to_string(pick(3)), by));
            break;
          case 3:
            if (id != to) perform(made, link(made, id, {"see", to}, by));
            break;
          case 4:
            perform(made, set_spans(made, id, {{0, static_cast<std::uint32_t>(1 + pick(20))}}, "op1", by));
            break;
          default:
            perform(made, annotate(made, by.author + std::to_string(step), {{48, 53}}, "urge", "op1", by));
        }
      }
      return made;
    };
    const auto ours = work(base, ada);
    const auto theirs = work(base, ben);
    const auto one = merged(&base, ours, theirs);
    const auto other = merged(&base, theirs, ours);
    std::vector<std::string> ids;
    std::vector<std::string> other_ids;
    for (const auto& annotation : one.project.annotations) ids.push_back(annotation.id);
    for (const auto& annotation : other.project.annotations) other_ids.push_back(annotation.id);
    std::sort(ids.begin(), ids.end());
    std::sort(other_ids.begin(), other_ids.end());
    CHECK(ids == other_ids);
    // What one side has and the other did not delete is there; the file of it can be read again.
    for (const auto* side : {&ours, &theirs}) {
      const auto& across = side == &ours ? theirs : ours;
      for (const auto& annotation : side->annotations)
        if (base.find(annotation.id) == nullptr || across.find(annotation.id) != nullptr)
          CHECK(one.project.find(annotation.id) != nullptr);
    }
    CHECK(test::keeps_work(&base, ours, one.project));
    CHECK(test::keeps_work(&base, theirs, one.project));
    const auto read = load_project(save_project(one.project));
    REQUIRE(read);
    CHECK(*read == one.project);
  }
}

TEST_CASE("two proposals that only share an id are not taken for one") {
  auto ours = sentence();
  auto command = annotate(ours, "1", {{0, 7}}, "demand", "op1", {});
  auto& proposal = std::get<PutAnnotation>(command.edits[0]).annotation;
  proposal.status = Status::suggested;
  proposal.note = "mine";
  perform(ours, command);
  auto theirs = sentence();
  proposal.spans = {{48, 53}};
  proposal.note = "theirs";
  perform(theirs, command);
  const auto both = merged(nullptr, ours, theirs);
  CHECK(both.conflicts.size() == 1);
  CHECK(both.project.annotations.size() == 2);
}

TEST_CASE("what they linked follows an annotation of theirs that had to be renamed") {
  auto ours = sentence();
  auto theirs = sentence();
  perform(ours, annotate(ours, "1", {{0, 7}}, "demand", "op1", ada));
  perform(theirs, annotate(theirs, "1", {{48, 53}}, "urge", "op1", ben));
  perform(theirs, annotate(theirs, "2", {{54, 58}}, "task", "op1", ben));
  perform(theirs, link(theirs, "2", {"about", "1"}, ben));
  const auto both = merged(nullptr, ours, theirs);
  CHECK(both.project.find("2")->links == std::vector<Link>{{"about", "1#2"}});
  // Two that were renamed together are known again, though their link now names the new one.
  perform(ours, annotate(ours, "2", {{54, 58}}, "call", "op1", ada));
  const auto all = merged(nullptr, ours, theirs);
  CHECK(all.project.find("2#2")->links == std::vector<Link>{{"about", "1#2"}, {conflict_role, "2"}});
  CHECK(merged(nullptr, all.project, theirs).project == all.project);
}

TEST_CASE("a contradiction that they have met already is not made again") {
  const auto [base, ours, theirs] = contradiction();
  const auto both = merged(&base, ours, theirs).project;
  CHECK(merged(&base, theirs, both).project == both);
  CHECK(merged(nullptr, theirs, both).project == both);
}

TEST_CASE("a twin that they resolved is not taken for what they say now") {
  auto base = sentence();
  perform(base, annotate(base, "a1", {{0, 7}}, "demand", "op1", ada));
  auto twin = annotate(base, "a1#2", {{0, 7}}, "urge", "op1", ben);
  std::get<PutAnnotation>(twin.edits[0]).annotation.links = {{conflict_role, "a1"}};
  perform(base, twin);
  auto ours = base;
  auto theirs = base;
  perform(ours, set_tag(ours, "a1", "request", ada));
  perform(theirs, erase(theirs, "a1#2"));
  auto now = theirs.annotations[0];
  now.tag = "urge";
  now.author = "Ben";
  now.created = ben.time;
  perform(theirs, Command{"Decide", {PutAnnotation{now}}});
  const auto both = merged(&base, ours, theirs);
  CHECK(std::any_of(both.project.annotations.begin(), both.project.annotations.end(),
                    [](const Annotation& one) { return one.tag == "urge"; }));
}

TEST_CASE("an attribute without a value is kept, and too many of two people stay side by side") {
  auto base = sentence();
  auto command = annotate(base, "a1", {{0, 7}}, "demand", "op1", ada);
  std::get<PutAnnotation>(command.edits[0]).annotation.attributes = {{"checked", ""}};
  perform(base, command);
  auto ours = base;
  auto theirs = base;
  perform(ours, set_note(ours, "a1", "x", ada));
  perform(theirs, set_attribute(theirs, "a1", {"other", "y"}, ben));
  CHECK(merged(&base, ours, theirs).project.find("a1")->attributes.size() == 2);
  for (int k = 0; k < 40; ++k) {
    perform(ours, set_attribute(ours, "a1", {"ours" + std::to_string(k), "1"}, ada));
    perform(theirs, set_attribute(theirs, "a1", {"theirs" + std::to_string(k), "1"}, ben));
  }
  const auto both = merged(&base, ours, theirs);
  CHECK(both.conflicts.size() == 1);
  CHECK(both.project.annotations.size() == 2);
}

TEST_CASE("a difference says what was added, taken away and changed, and in which respect") {
  auto before = sentence();
  perform(before, annotate(before, "a1", {{0, 7}}, "demand", "op1", ada));
  perform(before, annotate(before, "a2", {{48, 53}}, "urge", "op1", ada));
  CHECK(compare(before, before).empty());
  auto after = before;
  perform(after, set_note(after, "a1", "strong", ben));
  perform(after, erase(after, "a2"));
  perform(after, annotate(after, "a3", {{8, 12}}, "request", "op1", ben));
  const auto difference = compare(before, after);
  CHECK_FALSE(difference.text);
  REQUIRE(difference.annotations.size() == 3);
  CHECK(difference.annotations[0].aspects == std::vector<Aspect>{Aspect::note, Aspect::signature});
  CHECK(difference.annotations[1].before == nullptr);
  CHECK(difference.annotations[2].after == nullptr);

  auto tags = after.tag_set;
  tags.tags[0].name = "Renamed";
  perform(after, change_tag_set("Rename", tags));
  CHECK(compare(before, after).tags.size() == 1);
}
