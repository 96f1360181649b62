#include <doctest/doctest.h>

#include "core/resolution/place_name.h"
#include "web/app/model/view_model.h"

using namespace clausemark;
using namespace clausemark::app;

namespace {

struct Shown {
  Model model = initial_model();
  ViewModelBuilder builder;

  const ViewModel& show() { return builder.build(model); }
  int ids = 0;
  void want(const Intent& intent) { update(model, intent, {"2031-03-14T10:00:00Z", std::to_string(++ids)}); }
};

}  // namespace

TEST_CASE("the outline has preamble, headings and numbered paragraphs") {
  Shown shown;
  const auto& view_model = shown.show();
  REQUIRE(view_model.outline.size() == 14);
  CHECK(view_model.outline[0].text == "Preamble");
  CHECK(view_model.outline[1].text == "Ceasefire and access");
  CHECK(view_model.outline[2].label == "1");
  CHECK(view_model.title == "S/RES/9901 (2031)");
}

TEST_CASE("furniture is not shown, and labels stand in the margin") {
  Shown shown;
  for (const auto& block : shown.show().blocks) CHECK(block.kind != BlockKind::furniture);
  bool found = false;
  for (const auto& block : shown.show().blocks) found = found || (block.label == "(ii)" && block.level == 2);
  CHECK(found);
}

TEST_CASE("accepted annotations are counted where they stand") {
  Shown shown;
  shown.want(intent::Step{1});
  shown.want(intent::Accept{});
  const auto& view_model = shown.show();
  CHECK(view_model.outline[0].count == 1);
  CHECK(view_model.annotations.size() == 1);
  CHECK(view_model.annotations[0].place == "preamble, 1");
}

TEST_CASE("overlapping highlights take lanes of their own, and every block finds all of its marks") {
  Shown shown;
  const auto reading = shown.model.document.resolution.reading.text();
  const auto start = static_cast<std::uint32_t>(reading.find("the truce signed"));
  for (const std::uint32_t length : {40u, 30u, 20u}) {
    shown.want(intent::Select{{start, start + length}});
    shown.want(intent::ApplyTag{length == 40 ? "task" : length == 30 ? "concern" : "urge"});
  }
  const auto& view_model = shown.show();
  for (const auto& block : view_model.blocks) {
    std::size_t expected = 0;
    std::size_t found = 0;
    for (const auto& mark : view_model.marks) expected += mark.reading.overlaps(block.reading) ? 1 : 0;
    for (auto k = block.marks.first; k < block.marks.first + block.marks.count; ++k) {
      found += view_model.marks[view_model.block_marks[k]].reading.overlaps(block.reading) ? 1 : 0;
    }
    CHECK(found == expected);
    CHECK(block.marks.count == expected);
  }
  for (std::size_t a = 0; a < view_model.marks.size(); ++a) {
    for (std::size_t b = a + 1; b < view_model.marks.size(); ++b) {
      const bool overlap = view_model.marks[a].reading.overlaps(view_model.marks[b].reading);
      CHECK_FALSE((overlap && view_model.marks[a].lane == view_model.marks[b].lane));
    }
  }
}

TEST_CASE("places are named as readers write them") {
  CHECK(place_name("op30.a.iii") == "para. 30 (a) (iii)");
  CHECK(place_name("op4.-2") == "para. 4, dash 2");
  CHECK(place_name("pre4") == "preamble, 4");
  CHECK(place_name("op9.w1") == "para. 9, after the list");
  CHECK(place_name("").empty());
}
