// Lines of a source text, and what each looks like from outside. Knows nothing of what a line means.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/resolution/word_list.h"
#include "core/text/range.h"

namespace clausemark {

struct Line {
  Range source;              // without white space at either end; never empty
  std::uint32_t indent = 0;  // columns of white space before it
  std::uint32_t blanks = 0;  // blank lines before it
  bool turned = false;       // a page break (form feed) before it
};

// Splits at "\n", "\r\n", "\r", U+2028, U+2029 and form feeds; blank lines are counted, not listed.
std::vector<Line> split_lines(std::string_view text);

// Page headers, job numbers, link lines, masthead: what belongs to the page and not to the text.
bool is_furniture(std::string_view line, const WordList& mastheads);

// A rule that closes a text, such as "* *** *" or "_____".
bool is_rule(std::string_view line);

}  // namespace clausemark
