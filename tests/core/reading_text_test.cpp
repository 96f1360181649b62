#include <doctest/doctest.h>

#include "core/resolution/parse.h"
#include "core/text/reading_text.h"

using namespace clausemark;

TEST_CASE("ranges go to the source and back, over what was left out") {
  //                           0123456789012345
  const std::string_view source = "displac ed\npersons";
  ReadingText reading;
  reading.append({0, 7}, source.substr(0, 7));
  reading.note({MendKind::broken_word, {7, 8}, 7});
  reading.append({8, 10}, source.substr(8, 2));
  reading.insert(" ", 10);
  reading.append({11, 18}, source.substr(11, 7));

  CHECK(reading.text() == "displaced persons");
  CHECK(reading.to_source({0, 9}) == Range{0, 10});
  CHECK(reading.to_source({10, 17}) == Range{11, 18});
  CHECK(reading.to_source({0, 17}) == Range{0, 18});
  CHECK(reading.from_source({0, 10}) == Range{0, 9});
  CHECK(reading.from_source({8, 18}) == Range{7, 17});
  CHECK(reading.from_source({7, 8}).empty());
  CHECK(reading.mends().size() == 1);
}

namespace {

struct Mended {
  std::string text;
  std::vector<Mend> mends;
};

Mended mended(const std::string& paragraph) {
  const auto source = SourceText::decode("The Security Council,\n\nRecalling " + paragraph +
                                         ",\n\n1. Decides to remain seized of the matter.\n");
  REQUIRE(source.has_value());
  const auto resolution = parse(*source);
  for (const auto& block : resolution.blocks) {
    if (block.kind == BlockKind::preambular)
      return {std::string(resolution.text(block.reading)), resolution.reading.mends()};
  }
  return {};
}

}  // namespace

TEST_CASE("a broken word is mended when the whole word is known") {
  const auto result = mended("the situation of internally displac ed persons");
  CHECK(result.text == "Recalling the situation of internally displaced persons,");
  REQUIRE(result.mends.size() == 1);
  CHECK(result.mends[0].kind == MendKind::broken_word);
}

TEST_CASE("a name is mended when it stands whole elsewhere in the text") {
  CHECK(mended("the people of Vel mara and the rivers of Velmara").text ==
        "Recalling the people of Velmara and the rivers of Velmara,");
}

TEST_CASE("two words that are both known stay two words") {
  for (const std::string_view kept :
       {"all parties in to the talks", "a long way", "the rate of every body", "a road map and a roadmap"}) {
    CAPTURE(kept);
    CHECK(mended(std::string(kept)).text == "Recalling " + std::string(kept) + ",");
    CHECK(mended(std::string(kept)).mends.empty());
  }
}

TEST_CASE("a doubtful break stays as it is") {
  CHECK(mended("the village of Qu irmel").text == "Recalling the village of Qu irmel,");
}

TEST_CASE("hyphens find their words again") {
  CHECK(mended("a politically -led strategy").text == "Recalling a politically-led strategy,");
  CHECK(mended("comprehensive institution-\nbuilding").text ==
        "Recalling comprehensive institution-building,");
  CHECK(mended("killings and ill -\ntreatment").text == "Recalling killings and ill-treatment,");
  CHECK(mended("the troop- and police-contributing countries").text ==
        "Recalling the troop- and police-contributing countries,");
}

TEST_CASE("soft hyphens are left out") {
  CHECK(mended("inter\xC2\xADnational peace").text == "Recalling international peace,");
}
