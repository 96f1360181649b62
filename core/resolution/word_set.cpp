#include "core/resolution/word_set.h"

#include <bit>

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

std::size_t place(std::uint64_t hash) { return static_cast<std::size_t>(hash ^ (hash >> 32)); }

}  // namespace

WordSet::WordSet(std::size_t expected)
    : slots_(std::bit_ceil(expected * 2 < 16 ? std::size_t{16} : expected * 2)) {}

std::uint64_t WordSet::hash(std::string_view word, std::uint64_t seed) {
  for (const char c : word) {
    seed ^= static_cast<unsigned char>(scan::lower(c));
    seed *= 0x100000001b3u;
  }
  return seed;
}

void WordSet::add_hash(std::uint64_t hash) {
  if (used_ * 2 >= slots_.size()) grow();
  const auto mask = slots_.size() - 1;
  for (auto at = place(hash) & mask;; at = (at + 1) & mask) {
    auto& slot = slots_[at];
    if (slot.count == 0) {
      slot = {hash, 1};
      ++used_;
      return;
    }
    if (slot.hash == hash) {
      ++slot.count;
      return;
    }
  }
}

std::uint32_t WordSet::count_hash(std::uint64_t hash) const {
  const auto mask = slots_.size() - 1;
  for (auto at = place(hash) & mask;; at = (at + 1) & mask) {
    const auto& slot = slots_[at];
    if (slot.count == 0) return 0;
    if (slot.hash == hash) return slot.count;
  }
}

void WordSet::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const auto mask = slots_.size() - 1;
  for (const auto& slot : old) {
    if (slot.count == 0) continue;
    auto at = place(slot.hash) & mask;
    while (slots_[at].count != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace clausemark
