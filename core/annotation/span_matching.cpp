#include "core/annotation/span_matching.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace clausemark {
namespace {

constexpr std::size_t most_candidates = 64;
constexpr std::size_t most_steps = 4096;

std::uint32_t apart(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

// The sum of the distances of all edges, or nothing where one is too far.
std::optional<std::uint32_t> distance(const MarkedWords& a, const MarkedWords& b, std::uint32_t tolerance) {
  if (a.tag != b.tag || a.words.size() != b.words.size()) return std::nullopt;
  std::uint32_t sum = 0;
  for (std::size_t k = 0; k < a.words.size(); ++k) {
    for (const auto edge :
         {apart(a.words[k].start, b.words[k].start), apart(a.words[k].end, b.words[k].end)}) {
      if (edge > tolerance) return std::nullopt;
      sum += edge;
    }
  }
  return sum;
}

template <class Key>
std::vector<std::size_t> sorted_by(const std::vector<MarkedWords>& marks, Key key) {
  std::vector<std::size_t> order(marks.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return key(marks[a]) < key(marks[b]); });
  return order;
}

struct Candidate {
  std::uint64_t cost;
  std::size_t one;
  std::size_t other;
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return std::tie(a.cost, a.one, a.other) < std::tie(b.cost, b.one, b.other);
  }
};

// Takes the cheapest candidates whose two sides are both free.
Pairs take(std::vector<Candidate> candidates, std::vector<bool>& one_taken, std::vector<bool>& other_taken) {
  std::sort(candidates.begin(), candidates.end());
  Pairs pairs;
  for (const auto& candidate : candidates) {
    if (one_taken[candidate.one] || other_taken[candidate.other]) continue;
    one_taken[candidate.one] = true;
    other_taken[candidate.other] = true;
    pairs.emplace_back(candidate.one, candidate.other);
  }
  return pairs;
}

std::vector<Candidate> near_candidates(const std::vector<MarkedWords>& one,
                                       const std::vector<MarkedWords>& other, std::uint32_t tolerance) {
  std::vector<Candidate> candidates;
  const auto key = [](const MarkedWords& mark) { return std::pair(mark.tag, mark.words.front().start); };
  const auto order = sorted_by(other, key);
  for (std::size_t i = 0; i < one.size(); ++i) {
    const auto [tag, start] = key(one[i]);
    const auto from = std::pair(tag, start < tolerance ? 0 : start - tolerance);
    auto next =
        std::partition_point(order.begin(), order.end(), [&](std::size_t k) { return key(other[k]) < from; });
    for (std::size_t looked_at = 0; next != order.end() && looked_at < most_candidates; ++next, ++looked_at) {
      const auto there = key(other[*next]);
      if (there.first != tag || there.second > std::uint64_t{start} + tolerance) break;
      if (const auto cost = distance(one[i], other[*next], tolerance))
        candidates.push_back({*cost, i, *next});
    }
  }
  return candidates;
}

Range extent(const MarkedWords& mark) { return {mark.words.front().start, mark.words.back().end}; }

// Marks that share words; the larger the share of their common extent, the cheaper.
std::vector<Candidate> overlapping(const std::vector<MarkedWords>& one, const std::vector<MarkedWords>& other,
                                   const std::vector<bool>& one_taken, const std::vector<bool>& other_taken) {
  std::vector<Candidate> candidates;
  const auto order = sorted_by(other, [](const MarkedWords& mark) { return mark.words.front().start; });
  // Up to each mark the farthest end, so that those before a place need not be looked at.
  std::vector<std::uint32_t> farthest;
  farthest.reserve(order.size());
  for (const auto k : order)
    farthest.push_back(std::max(farthest.empty() ? 0 : farthest.back(), extent(other[k]).end));
  for (std::size_t i = 0; i < one.size(); ++i) {
    const auto own = extent(one[i]);
    if (one_taken[i] || own.empty()) continue;
    auto at = static_cast<std::size_t>(std::upper_bound(farthest.begin(), farthest.end(), own.start) -
                                       farthest.begin());
    std::size_t found = 0;
    for (std::size_t steps = 0; at < order.size() && steps < most_steps && found < most_candidates;
         ++at, ++steps) {
      const auto k = order[at];
      const auto theirs = extent(other[k]);
      if (theirs.start >= own.end) break;
      if (other_taken[k] || !own.overlaps(theirs)) continue;
      ++found;
      const std::uint64_t shared = std::min(own.end, theirs.end) - std::max(own.start, theirs.start);
      const std::uint64_t joined = std::max(own.end, theirs.end) - std::min(own.start, theirs.start);
      candidates.push_back({1'000'000 - shared * 1'000'000 / joined, i, k});
    }
  }
  return candidates;
}

}  // namespace

Pairs match_near(const std::vector<MarkedWords>& one, const std::vector<MarkedWords>& other,
                 std::uint32_t tolerance) {
  std::vector<bool> one_taken(one.size());
  std::vector<bool> other_taken(other.size());
  return take(near_candidates(one, other, tolerance), one_taken, other_taken);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> pair_up(const std::vector<MarkedWords>& one,
                                                             const std::vector<MarkedWords>& other,
                                                             std::uint32_t tolerance) {
  std::vector<bool> one_taken(one.size());
  std::vector<bool> other_taken(other.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> tags;
  const auto add = [&](const Pairs& pairs) {
    for (const auto& [i, j] : pairs) tags.emplace_back(one[i].tag, other[j].tag);
  };
  add(take(near_candidates(one, other, tolerance), one_taken, other_taken));
  add(take(overlapping(one, other, one_taken, other_taken), one_taken, other_taken));
  for (std::size_t i = 0; i < one.size(); ++i)
    if (!one_taken[i]) tags.emplace_back(one[i].tag, no_tag);
  for (std::size_t j = 0; j < other.size(); ++j)
    if (!other_taken[j]) tags.emplace_back(no_tag, other[j].tag);
  return tags;
}

}  // namespace clausemark
