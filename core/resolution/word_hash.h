// A hash of a word without regard to case, eight bytes at a time. Words are hashed once for each pass over a
// text.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace clausemark {

// Never 0. `readable` tells how many bytes may be read from the word's first byte on: whoever looks at a word
// inside a text may read a few bytes behind it, which is faster.
inline std::uint64_t word_hash(std::string_view word, std::size_t readable) {
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15u;
  constexpr std::uint64_t lower = 0x2020202020202020u;  // the bit that makes an ASCII letter lower case
  std::uint64_t hash = word.size();
  for (std::size_t at = 0; at < word.size(); at += 8) {
    const auto rest = word.size() - at;
    std::uint64_t bytes = 0;
    if (readable - at >= 8) {
      std::memcpy(&bytes, word.data() + at, 8);
      if (rest < 8) bytes &= (std::uint64_t{1} << (8 * rest)) - 1;
    } else {
      std::memcpy(&bytes, word.data() + at, rest < 8 ? rest : 8);
    }
    hash = (hash ^ (bytes | lower)) * golden;
    hash ^= hash >> 32;
  }
  return hash == 0 ? 1 : hash;
}

inline std::uint64_t word_hash(std::string_view word) { return word_hash(word, word.size()); }

}  // namespace clausemark
