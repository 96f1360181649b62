#include <doctest/doctest.h>

#include "core/resolution/labels.h"
#include "core/resolution/list_tracker.h"

using namespace clausemark;

TEST_CASE("labels are known by their look") {
  const auto check = [](std::string_view line, LabelStyle style, std::string_view value,
                        std::string_view rest) {
    CAPTURE(line);
    const auto label = label_at(line);
    CHECK(label.style == style);
    CHECK(label.value == value);
    CHECK(line.substr(label.end) == rest);
  };
  check("30.   Decides", LabelStyle::number, "30", "Decides");
  check("1.\nDecides", LabelStyle::number, "1", "Decides");
  check("(a) To act", LabelStyle::letter, "a", "To act");
  check("iii) d'agir", LabelStyle::letter, "iii", "d'agir");
  check("(a)To act", LabelStyle::letter, "a", "To act");
  check("– to act", LabelStyle::dash, "-", "to act");
  check("–- to act", LabelStyle::dash, "-", "to act");
  check("II.  Process", LabelStyle::capital, "II", "Process");
  check("(12)", LabelStyle::number, "12", "");
}

TEST_CASE("what only looks like a label is none") {
  for (const std::string_view line : {"2.5 million people", "in. the", "(see above) the", "2004, the", "-led",
                                      "a word", "(S/2021/519)", "Mali. The", ""}) {
    CAPTURE(line);
    CHECK_FALSE(label_at(line).found());
  }
}

TEST_CASE("Roman numerals are read only in their proper form") {
  CHECK(roman_value("iv") == 4);
  CHECK(roman_value("XIX") == 19);
  CHECK(roman_value("iiii") == 0);
  CHECK(roman_value("vx") == 0);
  CHECK(roman_value("c") == 0);
}

namespace {

// The levels at which a sequence of labels is placed.
std::vector<std::uint32_t> levels(std::initializer_list<std::string_view> lines) {
  ListTracker lists;
  lists.reset(0);
  std::vector<std::uint32_t> found;
  std::uint32_t block = 1;
  for (const auto line : lines) found.push_back(lists.place(label_at(line), block++).level);
  return found;
}

}  // namespace

TEST_CASE("items nest by the lists they continue") {
  using Levels = std::vector<std::uint32_t>;
  CHECK(levels({"(a) x", "(b) x", "(c) x"}) == Levels{1, 1, 1});
  CHECK(levels({"(a) x", "(i) x", "(ii) x", "– x", "– x", "(iii) x", "(b) x"}) ==
        Levels{1, 2, 2, 3, 3, 2, 1});
  CHECK(levels({"(g) x", "(h) x", "(i) x", "(j) x"}) == Levels{1, 1, 1, 1});
  CHECK(levels({"(i) x", "(a) x", "(b) x", "(ii) x", "(c) x"}) == Levels{1, 2, 2, 1, 2});
}
