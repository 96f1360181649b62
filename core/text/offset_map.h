// OffsetMap: converts positions of one text between bytes of UTF-8, code points and UTF-16 code units.
//
//   a é 𝄞 b      bytes  0 1 3 7 8
//                code points 0 1 2 3 4
//                UTF-16 0 1 2 4 5
//
// A position inside a code point (or a surrogate pair) is moved down to its start; one past the end to the
// end. Look-ups scan at most one stride of the text; a text of ASCII alone needs no scan.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace clausemark {

class OffsetMap {
 public:
  // `text` must be valid UTF-8 and outlive the map.
  explicit OffsetMap(std::string_view text);

  std::uint32_t code_points() const { return total_.code_points; }
  std::uint32_t utf16_units() const { return total_.utf16; }

  std::uint32_t byte_to_code_point(std::uint32_t byte) const;
  std::uint32_t byte_to_utf16(std::uint32_t byte) const;
  std::uint32_t code_point_to_byte(std::uint32_t code_point) const;
  std::uint32_t utf16_to_byte(std::uint32_t utf16) const;

 private:
  struct Mark {
    std::uint32_t byte = 0;
    std::uint32_t code_points = 0;
    std::uint32_t utf16 = 0;
  };
  // Walks from the last mark at or before the position while `more(next)` holds.
  template <class Before>
  Mark walk(Mark mark, Before before) const;

  std::string_view text_;
  std::vector<Mark> marks_;  // one for each stride of bytes; empty when the text is ASCII
  Mark total_;
};

}  // namespace clausemark
