#include <doctest/doctest.h>

#include "core/text/find.h"
#include "core/text/utf8.h"

using namespace clausemark;

namespace {

std::vector<std::string> found(std::string_view text, std::string_view pattern, FindOptions options = {}) {
  std::vector<std::string> places;
  for (const auto range : find_all(text, pattern, options))
    places.push_back(std::to_string(range.start) + " " + std::string(slice(text, range)));
  return places;
}

using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("words are found whatever their case, unless asked otherwise") {
  CHECK(found("Mali and MALI", "mali") == Places{"0 Mali", "9 MALI"});
  CHECK(found("Mali and MALI", "MALI", {true, false}) == Places{"9 MALI"});
  CHECK(found("décide, DÉCIDE", "Décide") == Places{"0 décide", "9 DÉCIDE"});
  CHECK(found("СОВЕТ Безопасности", "совет") == Places{"0 СОВЕТ"});
  CHECK(found("ΣΥΜΒΟΥΛΙΟ", "συμβουλιο") == Places{"0 ΣΥΜΒΟΥΛΙΟ"});
}

TEST_CASE("whole words end where letters and digits end") {
  CHECK(found("act, acts, fact; act.", "act", {false, true}) == Places{"0 act", "17 act"});
  CHECK(found("état, tat", "tat", {false, true}) == Places{"7 tat"});
  CHECK(found("安全理事会", "理事", {false, true}).empty());
  CHECK(found("安全理事会", "理事") == Places{"6 理事"});
}

TEST_CASE("an apostrophe finds both of its forms, in the order of the text") {
  CHECK(found("Council’s, Council's, Council’s", "council's").size() == 3);
  CHECK(found("Council’s", "Council’s") == Places{"0 Council’s"});
}

TEST_CASE("matches do not overlap, and nothing is found for nothing") {
  CHECK(found("aaaa", "aa") == Places{"0 aa", "2 aa"});
  CHECK(found("text", "").empty());
  CHECK(found("", "text").empty());
  CHECK(found("ab", "abc").empty());
}

TEST_CASE("folding keeps every position and stays UTF-8") {
  for (char32_t c = 1; c < 0x3000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    utf8::append(text, c);
    const auto folded = fold_case(text);
    REQUIRE(folded.size() == text.size());
    REQUIRE(utf8::is_valid(folded));
    REQUIRE(fold_case(folded) == folded);
  }
}
