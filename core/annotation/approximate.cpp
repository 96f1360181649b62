#include "core/annotation/approximate.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace clausemark {
namespace {

// The edit distance of the pattern to the best stretch of text that ends with each symbol.
class Matcher {
 public:
  explicit Matcher(std::span<const std::uint64_t> pattern)
      : size_(static_cast<std::uint32_t>(pattern.size())), last_(std::uint64_t{1} << (pattern.size() - 1)) {
    for (std::size_t k = 0; k < pattern.size(); ++k) places_[pattern[k]] |= std::uint64_t{1} << k;
    distance_ = size_;
  }

  std::uint32_t next(std::uint64_t symbol) {
    const auto found = places_.find(symbol);
    const std::uint64_t equal = found == places_.end() ? 0 : found->second;
    const std::uint64_t diagonal = (((equal & plus_) + plus_) ^ plus_) | equal | minus_;
    std::uint64_t row_plus = minus_ | ~(diagonal | plus_);
    std::uint64_t row_minus = plus_ & diagonal;
    if ((row_plus & last_) != 0) ++distance_;
    if ((row_minus & last_) != 0) --distance_;
    // The text may begin anywhere: nothing is added in front.
    row_plus <<= 1;
    row_minus <<= 1;
    plus_ = row_minus | ~(diagonal | row_plus);
    minus_ = row_plus & diagonal;
    return distance_;
  }

 private:
  std::uint32_t size_;
  std::uint64_t last_;
  std::uint64_t plus_ = ~std::uint64_t{0};
  std::uint64_t minus_ = 0;
  std::uint32_t distance_ = 0;
  std::unordered_map<std::uint64_t, std::uint64_t> places_;
};

// Whether the pattern stands in the text with at most that many changes.
bool comes_near(std::span<const std::uint64_t> pattern, std::span<const std::uint64_t> text,
                std::uint32_t most) {
  Matcher matcher(pattern);
  return std::any_of(text.begin(), text.end(),
                     [&](std::uint64_t symbol) { return matcher.next(symbol) <= most; });
}

}  // namespace

std::optional<Range> best_match(std::span<const std::uint64_t> pattern, std::span<const std::uint64_t> text,
                                std::uint32_t most) {
  if (pattern.empty() || pattern.size() > longest_pattern) return std::nullopt;
  Matcher forward(pattern);
  std::uint32_t best = most + 1;
  std::uint32_t end = 0;
  for (std::uint32_t k = 0; k < text.size(); ++k) {
    const auto distance = forward.next(text[k]);
    if (distance < best) {
      best = distance;
      end = k + 1;
    }
  }
  if (best > most) return std::nullopt;
  // Where it begins: the same, read backwards from its end.
  std::vector<std::uint64_t> reversed(pattern.rbegin(), pattern.rend());
  Matcher backward(reversed);
  const auto reach = std::min<std::size_t>(end, pattern.size() + most);
  for (std::uint32_t k = 1; k <= reach; ++k) {
    if (backward.next(text[end - k]) != best) continue;
    const Range match{end - k, end};
    const auto limit = best + margin;
    const bool rival = comes_near(pattern, text.first(match.start), limit) ||
                       comes_near(pattern, text.subspan(match.end), limit);
    return rival ? std::nullopt : std::optional(match);
  }
  return std::nullopt;
}

}  // namespace clausemark
