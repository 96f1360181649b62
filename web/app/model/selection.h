// Turns what the hand points at into what the reader means: whole words, clauses, no edge spaces and no
// closing punctuation. All positions are bytes of the reading text.
#pragma once

#include <string_view>

#include "core/resolution/model.h"
#include "core/text/range.h"
#include "web/app/model/view_state.h"

namespace clausemark::app {

// The word around a position; empty between words.
Range word_around(std::string_view reading, std::uint32_t at);

// A dragged range grown to whole words and freed of spaces, stops and opening or closing quotation marks at
// its ends.
Range snap_to_words(std::string_view reading, Range dragged);

// Only moves ends that lie inside a code point.
Range snap_to_code_points(std::string_view reading, Range dragged);

// The clause at a position: that of the innermost act, else the text of the block, without the stop at its
// end.
Range clause_around(const Resolution& resolution, std::uint32_t at);

// A selection, and which of its ends moves next.
struct Selected {
  Range range;
  bool backwards = false;  // its start
};

// The unit after (`by` above 0) or before a selection, as a new selection; `from` is where to begin without
// one. Stays where it is at the end of the text.
Selected go_by(const Resolution& resolution, Range selection, Unit unit, int by, std::uint32_t from);

// The selection with the moving end one unit further on or back. The unit that it begins with stays: beyond
// that, the other end grows.
Selected grow_by(const Resolution& resolution, Selected selected, Unit unit, int by);

}  // namespace clausemark::app
