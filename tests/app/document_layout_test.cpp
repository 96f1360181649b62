#include <doctest/doctest.h>

#include "tests/app/fixed_measurer.h"
#include "web/app/text/document_layout.h"

using namespace clausemark;
using namespace clausemark::app;

TEST_CASE("paragraphs find their places whether laid out or only estimated") {
  auto model = initial_model();
  ViewModelBuilder builder;
  const auto& view_model = builder.build(model);
  DocumentLayout layout;
  FixedMeasurer measurer;
  layout.reset(view_model, {});
  REQUIRE(layout.size() == view_model.blocks.size());

  const auto consistent = [&] {
    float y = 0;
    for (std::size_t k = 0; k < layout.size(); ++k) {
      CHECK(layout.top(k) == doctest::Approx(y));
      CHECK(layout.index_at(y + 1) == k);
      y += layout.at(k).height;
    }
    CHECK(layout.height() == doctest::Approx(y));
  };
  consistent();
  for (const std::size_t k : {std::size_t{5}, std::size_t{0}, layout.size() - 1}) {
    layout.block(k, view_model, measurer);
    consistent();
  }
  CHECK(layout.index_at(-50) == 0);
  CHECK(layout.index_at(1e9f) == layout.size() - 1);
}

TEST_CASE("a paragraph is as high as its lines") {
  auto model = initial_model();
  ViewModelBuilder builder;
  const auto& view_model = builder.build(model);
  DocumentLayout layout;
  FixedMeasurer measurer;
  layout.reset(view_model, {});
  const auto& block = layout.block(4, view_model, measurer);
  CHECK(block.paragraph.lines.size() > 1);
  CHECK(block.height ==
        block.space_before + static_cast<float>(block.paragraph.lines.size()) * layout.style().line_height);
}
