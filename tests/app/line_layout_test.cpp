#include <doctest/doctest.h>
#include <string>

#include "tests/app/fixed_measurer.h"
#include "web/app/text/line_layout.h"

using namespace clausemark;
using namespace clausemark::app;

namespace {

// The lines of a text in a column of `columns` code points, words from left to right, parted by "|".
std::vector<std::string> lines(std::string_view text, int columns) {
  FixedMeasurer measurer;
  const auto paragraph = lay_out(text, {0, static_cast<std::uint32_t>(text.size())},
                                 {Face::serif, 18, static_cast<float>(columns) * 10}, measurer);
  std::vector<std::string> found;
  for (const auto& line : paragraph.lines) {
    std::string row;
    for (std::uint32_t k = line.first; k < line.first + line.count; ++k) {
      if (!row.empty()) row += '|';
      row += slice(text, paragraph.words[k].reading);
    }
    found.push_back(row);
  }
  return found;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines break at spaces and behind hyphens") {
  CHECK(lines("all parties in Mali", 11) == Lines{"all|parties", "in|Mali"});
  CHECK(lines("police-contributing", 12) == Lines{"police-", "contributing"});
  CHECK(lines("abcdefghij", 4) == Lines{"abc", "def", "ghij"});
  CHECK(lines("", 10) == Lines{""});
}

TEST_CASE("words stand where their widths put them") {
  FixedMeasurer measurer;
  const auto paragraph = lay_out("ab cde", {0, 6}, {Face::serif, 18, 600}, measurer);
  REQUIRE(paragraph.words.size() == 2);
  CHECK(paragraph.words[1].x == 30);
  CHECK(paragraph.words[1].width == 30);
}

TEST_CASE("right-to-left words run from the right, with numbers and foreign words in their own order") {
  // "قرار مجلس الأمن" reads from the right: the first word stands rightmost.
  CHECK(lines("قرار مجلس", 40) == Lines{"مجلس|قرار"});
  CHECK(lines("see قرار مجلس now", 40) == Lines{"see|مجلس|قرار|now"});
  CHECK(lines("قرار United Nations مجلس", 40) == Lines{"مجلس|United|Nations|قرار"});
  FixedMeasurer measurer;
  const std::string_view text = "قرار مجلس";
  const auto paragraph =
      lay_out(text, {0, static_cast<std::uint32_t>(text.size())}, {Face::serif, 18, 300}, measurer);
  CHECK(paragraph.words.back().x + paragraph.words.back().width == 300);
}

TEST_CASE("Chinese text breaks between characters but not before a stop") {
  CHECK(lines("安全理事会，决定", 3) == Lines{"安|全|理", "事|会，", "决|定"});
}
