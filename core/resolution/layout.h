// How a text is laid out: what blank lines, indents and quotation marks mean in it. Measured once, over all
// lines, so that the rules which join lines to paragraphs can ask instead of guess.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/resolution/lines.h"

namespace clausemark {

struct Layout {
  bool double_spaced = false;     // a blank line follows every line: blank lines say nothing
  bool gaps = false;              // blank lines part paragraphs
  bool indented = false;          // first lines stand further in than the others
  bool quoted = false;            // every paragraph opens with a quotation mark (press releases)
  std::uint32_t base_indent = 0;  // columns before a line that continues a paragraph
  std::uint32_t width = 0;        // bytes of a full line: nine lines in ten are not longer

  // Whether a line breaks off well before the right margin.
  bool is_short(std::string_view line) const { return line.size() * 4 < std::size_t{width} * 3; }
};

// Measures the lines between the opening formula and the end; furniture must be left out.
Layout measure_layout(std::string_view text, std::span<const Line> lines);

// A line of a list of names: "Mehmet Aydin (Ruritania)".
bool reads_as_name(std::string_view line);

// True where a sentence or clause can end with this line: it closes with , ; : . or the like.
bool ends_clause(std::string_view line);

}  // namespace clausemark
