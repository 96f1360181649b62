// A hash of a word without regard to case, eight bytes at a time. Words are hashed once for each pass over a
// text.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace clausemark {

namespace detail {

static_assert(std::endian::native == std::endian::little, "overlapping reads need the first byte lowest");

template <class Integer>
Integer load(const char* from) {
  Integer value = 0;
  std::memcpy(&value, from, sizeof value);
  return value;
}

// Up to seven bytes as one number, from reads that may overlap.
inline std::uint64_t load_short(std::string_view word) {
  const auto size = word.size();
  if (size >= 4) {
    const std::uint64_t last = load<std::uint32_t>(word.data() + size - 4);
    return load<std::uint32_t>(word.data()) | last << (8 * (size - 4));
  }
  if (size == 0) return 0;
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(word[at])) << (8 * at);
  };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

}  // namespace detail

// Never 0.
inline std::uint64_t word_hash(std::string_view word) {
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15u;
  constexpr std::uint64_t lower = 0x2020202020202020u;  // the bit that makes an ASCII letter lower case
  std::uint64_t hash = word.size();
  const auto mix = [&](std::uint64_t bytes) {
    hash = (hash ^ (bytes | lower)) * golden;
    hash ^= hash >> 32;
  };
  if (word.size() < 8) {
    mix(detail::load_short(word));
  } else {
    for (std::size_t at = 0; at + 8 < word.size(); at += 8)
      mix(detail::load<std::uint64_t>(word.data() + at));
    mix(detail::load<std::uint64_t>(word.data() + word.size() - 8));
  }
  return hash == 0 ? 1 : hash;
}

}  // namespace clausemark
