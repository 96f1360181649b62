// Walks the reading text of every block once and collects what it mentions: references and deadlines.
#pragma once

#include "core/resolution/lexicon.h"
#include "core/resolution/model.h"
#include "core/resolution/word_marks.h"

namespace clausemark {

// Fills `references`, `deadlines` and the slices of the blocks; the facts must be known.
void find_mentions(const Lexicon& lexicon, const WordMarks& marks, Resolution& resolution);

}  // namespace clausemark
