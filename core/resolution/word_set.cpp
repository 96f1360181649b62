#include "core/resolution/word_set.h"

#include <bit>

namespace clausemark {

WordSet::WordSet(std::size_t expected)
    : hashes_(std::bit_ceil(expected * 2 < 16 ? std::size_t{16} : expected * 2)), counts_(hashes_.size()) {}

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
