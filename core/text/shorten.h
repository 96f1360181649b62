// Texts on one line, cut to a length, for lists and pictures.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace clausemark {

// The text on one line: white space as single spaces, and none at its ends.
std::string on_one_line(std::string_view text);

// The text on one line. Where it is longer than `most` bytes, as many of its
// first words as fit, and "…"; within a word where that would leave less than half. The text is valid UTF-8,
// and so is the result, which with its “…” may have three bytes more.
std::string shortened(std::string_view text, std::size_t most);

// Two texts that differ, both shortened so that what differs is seen: of a long beginning that they have in
// common only the last words stay, behind "…".
std::pair<std::string, std::string> shortened_apart(std::string_view one, std::string_view other,
                                                    std::size_t most);

}  // namespace clausemark
