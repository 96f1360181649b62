// Finds duties to report: who reports to whom on what, by when or how often. A duty stands in the clause of
// an act that directs somebody, or with "shall" in one that decides.
#pragma once

#include "core/resolution/lexicon.h"
#include "core/resolution/model.h"
#include "core/resolution/word_marks.h"

namespace clausemark {

// Fills `reporting`; acts and deadlines must be there.
void find_reporting(const Lexicon& lexicon, const WordMarks& marks, Resolution& resolution);

}  // namespace clausemark
