// Finds at whom an act is directed: "requests [the Secretary-General] to report", "decides that [all States]
// shall".
#pragma once

#include <string_view>

#include "core/resolution/lexicon.h"
#include "core/text/range.h"

namespace clausemark {

// The name that stands from `at` on in a clause of `text`, behind the verb phrase of a directive; an empty
// range where the clause names nobody before it says what is to be done. `text` ends with the clause.
Range addressee_at(std::string_view text, std::uint32_t at, const Lexicon& lexicon);

}  // namespace clausemark
