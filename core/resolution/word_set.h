// A set of words without regard to ASCII case, kept as 64-bit hashes (FNV-1a) in open addressing, with
// counts. Two words may share a hash, about once in 10^13 pairs; that is good enough for evidence and for
// nothing else.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace clausemark {

class WordSet {
 public:
  explicit WordSet(std::size_t expected = 16);

  void add(std::string_view word) { add_hash(hash(word)); }
  std::uint32_t count(std::string_view word) const { return count_hash(hash(word)); }
  bool contains(std::string_view word) const { return count(word) > 0; }

  // As if the two parts were one word.
  std::uint32_t count(std::string_view first, std::string_view second) const {
    return count_hash(hash(second, hash(first)));
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t count = 0;
  };
  static std::uint64_t hash(std::string_view word, std::uint64_t seed = 0xcbf29ce484222325u);
  void add_hash(std::uint64_t hash);
  std::uint32_t count_hash(std::uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace clausemark
