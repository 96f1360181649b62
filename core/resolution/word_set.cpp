#include "core/resolution/word_set.h"

#include <bit>

namespace clausemark {

WordSet::WordSet(std::size_t expected)
    : hashes_(std::bit_ceil(expected * 2 < 16 ? std::size_t{16} : expected * 2)), counts_(hashes_.size()) {}

// Eight bytes at a time: setting the bit that makes a letter lower case, then one multiplication (the golden ratio) and
// a fold of the high half into the low one, which finds the slot.
std::uint64_t WordSet::hash(std::string_view word) {
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = word.size();
  for (std::size_t at = 0; at < word.size();) {
    std::uint64_t bytes = 0;
    for (unsigned shift = 0; shift < 64 && at < word.size(); shift += 8, ++at)
      bytes |= static_cast<std::uint64_t>(static_cast<unsigned char>(word[at]) | 0x20u) << shift;
    hash = (hash ^ bytes) * golden;
    hash ^= hash >> 32;
  }
  return hash == 0 ? 1 : hash;
}

void WordSet::add_hash(std::uint64_t hash) {
  if (used_ * 2 >= hashes_.size()) grow();
  const auto mask = hashes_.size() - 1;
  for (auto at = static_cast<std::size_t>(hash) & mask;; at = (at + 1) & mask) {
    if (hashes_[at] == 0) {
      hashes_[at] = hash;
      ++used_;
    }
    if (hashes_[at] == hash) {
      ++counts_[at];
      return;
    }
  }
}

std::uint32_t WordSet::count_hash(std::uint64_t hash) const {
  const auto mask = hashes_.size() - 1;
  for (auto at = static_cast<std::size_t>(hash) & mask;; at = (at + 1) & mask) {
    if (hashes_[at] == hash) return counts_[at];
    if (hashes_[at] == 0) return 0;
  }
}

void WordSet::grow() {
  std::vector<std::uint64_t> old_hashes(hashes_.size() * 2);
  std::vector<std::uint32_t> old_counts(old_hashes.size());
  old_hashes.swap(hashes_);
  old_counts.swap(counts_);
  const auto mask = hashes_.size() - 1;
  for (std::size_t k = 0; k < old_hashes.size(); ++k) {
    if (old_hashes[k] == 0) continue;
    auto at = static_cast<std::size_t>(old_hashes[k]) & mask;
    while (hashes_[at] != 0) at = (at + 1) & mask;
    hashes_[at] = old_hashes[k];
    counts_[at] = old_counts[k];
  }
}

}  // namespace clausemark
