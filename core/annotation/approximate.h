// Approximate matching of a short sequence in a long one, bit-parallel (G. Myers 1999, in the form of H.
// Hyyrö 2003).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/text/range.h"

namespace clausemark {

constexpr std::size_t longest_pattern = 64;
constexpr std::uint32_t margin = 2;  // changes that the next best place must have more

// Where `pattern` (1 to 64 symbols) stands in `text` with the fewest insertions, deletions and exchanges, at
// most `most`: the range of symbols; none where it does not, or where a place that does not overlap comes as
// near but for `margin` changes. Linear in the text.
std::optional<Range> best_match(std::span<const std::uint64_t> pattern, std::span<const std::uint64_t> text,
                                std::uint32_t most);

}  // namespace clausemark
