// The editor of the tag set.
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <string>

#include "core/formats/tag_set_json.h"
#include "tests/app/session.h"
#include "web/app/model/colour_vision.h"
#include "web/app/model/view_model.h"

using namespace clausemark;
using namespace clausemark::app;

TEST_CASE("a tag is added beside the chosen one, edited field by field, and every change can be undone") {
  Session session;
  session.press("ctrl+,");
  REQUIRE(session.model.view.sheet == Sheet::tags);
  session.want(intent::EditTag{"concern"});
  session.want(intent::AddTag{"Grave concern"});
  const auto id = session.model.view.tag_in_editor;
  CHECK(id == "grave-concern");
  CHECK(session.project().tag_set.find(id)->group == "Reactions");
  session.want(intent::SetTagField{id, intent::TagField::key, "Z"});
  CHECK(session.project().tag_set.find(id)->key == "z");
  session.want(intent::SetTagField{id, intent::TagField::attributes, "strength: low, high\nwhere"});
  const auto attributes = session.project().tag_set.find(id)->attributes;
  REQUIRE(attributes.size() == 2);
  CHECK(attributes[0].values == std::vector<std::string>{"low", "high"});
  session.want(intent::ShowSheet{});
  session.want(intent::Select{session.find("Port Halen")});
  session.press("z");
  CHECK(session.project().find(session.model.view.active)->tag == id);
  for (int k = 0; k < 4; ++k) session.press("ctrl+z");
  CHECK(session.project().tag_set == default_tag_set());
}

TEST_CASE("a key that another tag has, a colour that is none and an empty name are refused with a reason") {
  Session session;
  session.want(intent::SetTagField{"demand", intent::TagField::key, "3"});
  CHECK(session.model.view.message.text == "3 is the key of Condemnation already");
  session.want(intent::SetTagField{"demand", intent::TagField::colour, "red"});
  CHECK(session.model.view.message.text == "a colour is written #RRGGBB");
  session.want(intent::SetTagField{"demand", intent::TagField::name, ""});
  CHECK(session.model.view.message.text == "a tag needs a name");
  CHECK(session.project().tag_set == default_tag_set());
  CHECK(session.model.document.history.undo_commands().empty());
}

TEST_CASE("no tag takes a key that is a command") {
  Session session;
  session.want(intent::AddTag{"Reaction"});
  CHECK(session.project().tag_set.find("reaction")->key.empty());
  session.want(intent::SetTagField{"demand", intent::TagField::key, "R"});
  CHECK(session.model.view.message.text == "r is the key of the command “Next suggestion”");
  CHECK(session.project().tag_set.find("demand")->key == "2");
}

TEST_CASE("two tags do not have the same name") {
  Session session;
  session.want(intent::AddTag{"demand"});
  CHECK(session.model.view.message.text == "There is a tag demand already");
  session.want(intent::SetTagField{"urge", intent::TagField::name, "Demand"});
  CHECK(session.project().tag_set == default_tag_set());
}

TEST_CASE("in the editor, only changes of the tags are undone") {
  Session session;
  session.press("r");
  session.press("Enter");
  session.press("ctrl+,");
  session.press("ctrl+z");
  CHECK(session.count(Status::accepted) == 1);
  session.want(intent::SetTagField{"demand", intent::TagField::name, "Order"});
  session.press("ctrl+z");
  CHECK(session.project().tag_set == default_tag_set());
  session.press("ctrl+y");
  CHECK(session.project().tag_set.find("demand")->name == "Order");
}

TEST_CASE("words stand out on every colour that is offered, as a tint behind them") {
  const auto luminance = [](std::string_view hex, double share) {
    const double paper[] = {0xFB, 0xFA, 0xF7};
    const auto value = std::stoul(std::string(hex.substr(1)), nullptr, 16);
    double sum = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (int k = 0; k < 3; ++k) {
      const auto channel = static_cast<double>((value >> (16 - 8 * k)) & 0xFF);
      const double mixed = (channel * share + paper[k] * (1 - share)) / 255;
      sum += weights[k] * (mixed <= 0.04045 ? mixed / 12.92 : std::pow((mixed + 0.055) / 1.055, 2.4));
    }
    return sum;
  };
  const double ink = luminance("#1F2328", 1);
  for (const auto colour : tag_colours()) {
    INFO(colour);
    CHECK((luminance(colour, 0.30) + 0.05) / (ink + 0.05) >= 7);
  }
}

TEST_CASE("what changes nothing is no step") {
  Session session;
  session.want(intent::SetTagField{"demand", intent::TagField::name, "Demand"});
  session.want(intent::NameTagSet{session.project().tag_set.name});
  CHECK(session.model.document.history.undo_commands().empty());
}

TEST_CASE("a file of tags that is opened takes the place of the tags, in one step, and is saved again") {
  Session session;
  session.press("r");
  session.press("Enter");  // Recall
  const TagSet other{"Courtroom", {{"plea", "Plea", "", "#0067A0", "2", ""}}};
  session.want(intent::Open{"court.tagset.json", save_tag_set(other)});
  CHECK(session.project().tag_set.name == "Courtroom");
  CHECK(session.project().tag_set.find("plea") != nullptr);
  CHECK(session.project().tag_set.find("recall") != nullptr);
  CHECK(session.project().tag_set.find("direction") == nullptr);  // nothing has it
  session.want(intent::SaveTagSet{});
  REQUIRE(session.effect<effect::SaveExtra>() != nullptr);
  CHECK(session.effect<effect::SaveExtra>()->name == "Courtroom.tagset.json");
  CHECK(load_tag_set(session.effect<effect::SaveExtra>()->bytes) == session.project().tag_set);
  session.press("ctrl+z");
  CHECK(session.project().tag_set == default_tag_set());
  session.want(intent::Open{"bad.tagset.json", R"({"clausemark": {"tagSetVersion": 1}, "name": "x"})"});
  CHECK(session.model.view.message.kind == MessageKind::error);
  CHECK(session.project().tag_set == default_tag_set());
}

TEST_CASE("a tag that is removed goes from the filter as well") {
  Session session;
  session.want(intent::SetFilter{{{"direction"}, {}, {}, {}}});
  session.want(intent::RemoveTag{"direction"});
  CHECK(session.project().tag_set.find("direction") == nullptr);
  CHECK(session.model.view.filter.empty());
}

TEST_CASE("attributes as text keep commas, colons and descriptions") {
  const std::vector<TagAttribute> attributes{{"who: exactly", "the addressee", {"a, b", "c\\d"}},
                                             {"when", "", {}}};
  CHECK(attributes_from(text_of(attributes), attributes) == attributes);
  CHECK(attributes_from(" \n\n", {}).empty());
}

TEST_CASE("red and green of one depth are hard to tell apart, blue and orange are not") {
  CHECK(hard_to_tell_apart("#A06A00", "#5F7A00"));
  CHECK(hard_to_tell_apart("#123456", "#123456"));
  CHECK_FALSE(hard_to_tell_apart("#0067A0", "#E18B47"));
  const auto editor = edit_tags(
      [] {
        Project project;
        project.tag_set = {"two", {{"a", "A", "x", "#A06A00", "", ""}, {"b", "B", "y", "#5F7A00", "", ""}}};
        return project;
      }(),
      "a");
  CHECK(editor.alike == std::vector<std::string>{"B"});
}

TEST_CASE("a new tag has a colour that is told from those of other families") {
  Session session;
  session.press("ctrl+,");
  session.want(intent::EditTag{"concern"});
  const auto& set = session.project().tag_set;
  const auto confused = [&](std::string_view colour) {
    return std::count_if(set.tags.begin(), set.tags.end(), [&](const Tag& other) {
      return other.group != "Reactions" && hard_to_tell_apart(other.colour, colour);
    });
  };
  auto least = confused(tag_colours().front());
  for (const auto colour : tag_colours()) least = std::min(least, confused(colour));
  session.want(intent::AddTag{"Grave concern"});
  CHECK(confused(set.find("grave-concern")->colour) == least);
}

TEST_CASE("no mark that is a command becomes the key of a tag, but numbers do") {
  Session session;
  for (const auto* key : {"]", "?", "0", "/"}) {
    session.want(intent::SetTagField{"demand", intent::TagField::key, key});
    CHECK(session.model.view.message.kind == MessageKind::error);
  }
  CHECK(session.project().tag_set.find("demand")->key == "2");
  session.want(intent::SetTagField{"task", intent::TagField::key, ""});
  session.want(intent::SetTagField{"demand", intent::TagField::key, "1"});
  CHECK(session.project().tag_set.find("demand")->key == "1");
}

TEST_CASE("spaces around a name do not make another tag") {
  Session session;
  session.press("ctrl+,");
  session.want(intent::AddTag{"  Grave \t concern "});
  CHECK(session.project().tag_set.find("grave-concern")->name == "Grave concern");
  const auto tags = session.project().tag_set.tags.size();
  session.want(intent::AddTag{" grave concern"});
  CHECK(session.project().tag_set.tags.size() == tags);
  session.want(intent::AddTag{"   "});
  CHECK(session.project().tag_set.tags.size() == tags);
}

TEST_CASE("the editor shows a tag that is there after another has been taken back") {
  Session session;
  session.press("ctrl+,");
  session.want(intent::AddTag{"Grave concern"});
  session.press("ctrl+z");
  CHECK(session.project().tag_set.find(session.model.view.tag_in_editor) != nullptr);
}
