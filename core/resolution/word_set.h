// A set of words without regard to case, kept as 64-bit hashes in open addressing, with counts. Two words may
// share a hash, about once in 10^13 pairs; that is good enough for evidence and for nothing else.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/resolution/word_hash.h"

namespace clausemark {

class WordSet {
 public:
  explicit WordSet(std::size_t expected = 16);

  void add(std::string_view word) { add_hash(word_hash(word)); }
  std::uint32_t count(std::string_view word) const { return count_hash(word_hash(word)); }
  bool contains(std::string_view word) const { return count(word) > 0; }

 private:
  void add_hash(std::uint64_t hash);
  std::uint32_t count_hash(std::uint64_t hash) const;
  void grow();

  std::vector<std::uint64_t> hashes_;  // 0 where a slot is free
  std::vector<std::uint32_t> counts_;
  std::size_t used_ = 0;
};

}  // namespace clausemark
