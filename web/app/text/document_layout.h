// Where every paragraph of the document stands. Paragraphs are laid out when they come into view; until then
// their height is estimated from the length of their text. Scrolling is kept as a paragraph and a distance
// into it, so that a better height further up never moves what the reader sees.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "web/app/model/view_model.h"
#include "web/app/text/line_layout.h"

namespace clausemark::app {

// The measures of the reading column, in CSS pixels.
struct ColumnStyle {
  float width = 640;
  float text_size = 18;
  float line_height = 28;    // 1.55 em
  float paragraph_gap = 13;  // 0.7 em
  float indent = 36;         // 2 em a level
  friend bool operator==(const ColumnStyle&, const ColumnStyle&) = default;
};

struct LaidBlock {
  Paragraph paragraph;
  float indent = 0;        // of the text from the left edge of the column
  float space_before = 0;  // above the first line
  float height = 0;        // all, space before included
  Face face = Face::serif;
  float size = 18;
  bool laid_out = false;
};

class DocumentLayout {
 public:
  // Forgets everything and begins with these paragraphs.
  void reset(const ViewModel& view_model, const ColumnStyle& style);

  std::size_t size() const { return blocks_.size(); }
  const ColumnStyle& style() const { return style_; }

  // The laid out paragraph; lays it out if need be.
  const LaidBlock& block(std::size_t index, const ViewModel& view_model, TextMeasurer& measurer);

  // One that block() has laid out already.
  const LaidBlock& at(std::size_t index) const { return blocks_[index]; }

  // Top edge of a paragraph from the top of the document.
  float top(std::size_t index) const;
  float height() const { return top(blocks_.size()); }
  // The paragraph at a height, the last one below the end.
  std::size_t index_at(float y) const;

 private:
  void set_height(std::size_t index, float height);
  void prepare(LaidBlock& block, const ViewModel& view_model, std::size_t index) const;

  ColumnStyle style_;
  std::vector<LaidBlock> blocks_;
  std::vector<float> sums_;  // Fenwick tree over heights
};

}  // namespace clausemark::app
