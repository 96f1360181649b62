// What the document says of itself before its first paragraph: symbol, date of adoption, language. Where it
// contradicts itself, the symbol named most often in the front matter stands and a diagnostic says so.
#pragma once

#include <string_view>

#include "core/resolution/model.h"

namespace clausemark {

// Fills `resolution.facts`; needs its blocks. `text` is the source.
void find_facts(std::string_view text, Resolution& resolution);

}  // namespace clausemark
