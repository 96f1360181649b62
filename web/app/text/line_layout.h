// Breaks a paragraph into lines and places its words, in reading order or, for right-to-left scripts, the
// other way round. Knows nothing of drawing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/range.h"
#include "web/app/text/text_measurer.h"

namespace clausemark::app {

enum class Direction : std::uint8_t { left_to_right, right_to_left };

struct PlacedWord {
  Range reading;  // without the space behind it
  float x = 0;    // left edge, from the left edge of the column
  float width = 0;
  Direction direction = Direction::left_to_right;
};

struct Line {
  std::uint32_t first = 0;  // slice of Paragraph::words
  std::uint32_t count = 0;
  Range reading;
  Direction direction = Direction::left_to_right;
};

struct Paragraph {
  std::vector<PlacedWord> words;  // by line; within a line from left to right
  std::vector<Line> lines;
};

struct LineStyle {
  Face face = Face::serif;
  float size = 18;    // CSS pixels
  float width = 600;  // of the column
};

// Lays out `range` of `reading`. Words wider than the column are cut.
Paragraph lay_out(std::string_view reading, Range range, const LineStyle& style, TextMeasurer& measurer);

// The direction of a text by its first strong character (UAX #9, rules P2 and P3, without isolates).
Direction base_direction(std::string_view text);

}  // namespace clausemark::app
