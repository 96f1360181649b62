// Which annotations of one coder are which of another. Works on words and numbers of tags; knows no text.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/text/range.h"

namespace clausemark {

constexpr std::uint32_t no_tag = 0xFFFFFFFF;

struct MarkedWords {
  std::uint32_t tag = no_tag;
  std::vector<Range> words;  // one for each span, ascending, at least one
};

// Pairs of indices, each used once, of marks with the same tag and the same number of spans whose edges are
// at most `tolerance` words apart; the nearest are paired first. Of many marks that begin within the
// tolerance of one, the first 64 are looked at.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
Pairs match_near(const std::vector<MarkedWords>& one, const std::vector<MarkedWords>& other,
                 std::uint32_t tolerance);

// Every mark of both sides with its counterpart's tag: first those that are near and have the same tag, then
// those whose extents share most, whatever their tags; no_tag where there is none.
std::vector<std::pair<std::uint32_t, std::uint32_t>> pair_up(const std::vector<MarkedWords>& one,
                                                             const std::vector<MarkedWords>& other,
                                                             std::uint32_t tolerance);

}  // namespace clausemark
