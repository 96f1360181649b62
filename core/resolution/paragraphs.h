// Joins lines to paragraphs: which lines belong together, which are furniture, and where the resolution
// begins.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/resolution/labels.h"
#include "core/resolution/layout.h"
#include "core/resolution/lexicon.h"
#include "core/resolution/lines.h"

namespace clausemark {

enum class Zone { front, formula, body, annex };

// Lines [first, last], furniture between them included; `source` is without quotation marks at either end.
struct Paragraph {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Range source;
  Zone zone = Zone::front;
};

struct Paragraphs {
  std::vector<Line> lines;
  std::vector<bool> furniture;  // one for each line
  std::vector<Paragraph> list;
  Layout layout;
  bool formula_found = false;
};

Paragraphs find_paragraphs(std::string_view text, const Lexicon& lexicon);

}  // namespace clausemark
