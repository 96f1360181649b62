// A half-open range of UTF-8 bytes. Which text it lies in is said by the name that holds it.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace clausemark {

struct Range {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - start; }
  constexpr bool empty() const { return start >= end; }
  constexpr bool contains(std::uint32_t at) const { return start <= at && at < end; }
  constexpr bool contains(Range other) const { return start <= other.start && other.end <= end; }
  constexpr bool overlaps(Range other) const { return start < other.end && other.start < end; }
  friend constexpr auto operator<=>(const Range&, const Range&) = default;
};

inline std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.start, range.size());
}

}  // namespace clausemark
