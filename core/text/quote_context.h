// How much text around a quote tells it from every other place of the document (W3C Web Annotation Data
// Model, 4.2.4: a prefix and a suffix that make the quote unique).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/text/range.h"

namespace clausemark {

// For each range of `text` (bytes, not empty, on code point boundaries) the range with its surroundings: 32
// code points on either side, and more, up to 512, where the words around are the same elsewhere. Linear in
// the text.
std::vector<Range> unique_contexts(std::string_view text, std::span<const Range> ranges);

}  // namespace clausemark
