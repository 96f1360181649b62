// Texts on one line, cut to a length, for lists and pictures.
#pragma once

#include <string>
#include <string_view>

namespace clausemark {

// The text on one line: white space as single spaces, and none at its ends.
std::string on_one_line(std::string_view text);

// The text on one line. Where it is longer than `most` bytes, as many of its
// first words as fit, and "…"; within a word where that would leave less than half. The text is valid UTF-8,
// and so is the result, which with its “…” may have three bytes more.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace clausemark
