// Finds the acts of each block: the verb phrase that opens a paragraph and those inside it, each with the
// clause that it governs, up to the next act or the end of the block.
#pragma once

#include "core/resolution/lexicon.h"
#include "core/resolution/model.h"
#include "core/resolution/word_marks.h"

namespace clausemark {

// Fills `resolution.acts` and the act slices of its blocks.
void find_acts(const Lexicon& lexicon, const WordMarks& marks, Resolution& resolution);

}  // namespace clausemark
