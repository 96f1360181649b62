// The lines with which the parts of a document open: the formula, and an annex.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/resolution/lexicon.h"

namespace clausemark {

// "The Security Council," and its like; the end of the formula in `line`, 0 if it does not begin with one.
std::uint32_t formula_end(std::string_view line, const Lexicon& lexicon);

// "Annex", "Annex II", "Appendix", "Attachment" standing alone or before a title.
bool opens_annex(std::string_view line, const Lexicon& lexicon);

}  // namespace clausemark
