// What a text says of itself before it begins: symbol, date of adoption, organ, meeting; and Chapter VII. Two
// symbols that contradict each other are reported, not silently chosen between.
#pragma once

#include <string_view>

#include "core/resolution/lexicon.h"
#include "core/resolution/model.h"

namespace clausemark {

// Fills `facts` and `proceedings` and adds diagnostics; blocks, reading text and acts must be there. `text`
// is the source text.
void find_facts(std::string_view text, const Lexicon& lexicon, Resolution& resolution);

}  // namespace clausemark
