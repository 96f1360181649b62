// Looks for words in a text, as readers do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/range.h"

namespace clausemark {

struct FindOptions {
  bool match_case = false;
  bool whole_words = false;
};

// The text with letters of the Latin, Greek and Cyrillic alphabets in lower case, wherever the lower-case
// letter takes as many bytes (Unicode 15, simple case mappings); positions stay the same.
std::string fold_case(std::string_view text);

// Where `pattern` stands in `text`, in ascending order, not overlapping; both UTF-8, ranges in bytes. The
// apostrophes of a match have one form, straight or curly, whichever the pattern has. An empty pattern is
// found nowhere. Linear in the text.
std::vector<Range> find_all(std::string_view text, std::string_view pattern, const FindOptions& options = {});

}  // namespace clausemark
