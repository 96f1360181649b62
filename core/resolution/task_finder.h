// Finds the tasks of a resolution: items below a paragraph that announces them ("shall include the following
// priority tasks", "to carry out the following tasks", "requests … to:"), at any depth. A task inherits the
// act of the paragraph that announced it, and with it its addressee and strength.
#pragma once

#include "core/resolution/lexicon.h"
#include "core/resolution/model.h"
#include "core/resolution/word_marks.h"

namespace clausemark {

// Fills `tasks`; the acts must be there.
void find_tasks(const Lexicon& lexicon, const WordMarks& marks, Resolution& resolution);

}  // namespace clausemark
