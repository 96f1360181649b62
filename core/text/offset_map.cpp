#include "core/text/offset_map.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace clausemark {
namespace {

constexpr std::uint32_t stride = 256;

constexpr std::uint32_t sequence_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text) : text_(text) {
  const bool ascii =
      std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto size = static_cast<std::uint32_t>(text.size());
  if (ascii) {
    total_ = {size, size, size};
    return;
  }
  marks_.reserve(size / stride + 1);
  Mark mark;
  while (mark.byte < size) {
    if (mark.byte >= marks_.size() * stride) marks_.push_back(mark);
    const auto length = sequence_length(text[mark.byte]);
    mark.byte += length;
    mark.code_points += 1;
    mark.utf16 += length == 4 ? 2 : 1;
  }
  total_ = mark;
}

template <class Before>
OffsetMap::Mark OffsetMap::walk(Mark mark, Before before) const {
  while (mark.byte < text_.size()) {
    const auto length = sequence_length(text_[mark.byte]);
    const Mark next{mark.byte + length, mark.code_points + 1, mark.utf16 + (length == 4 ? 2u : 1u)};
    if (!before(next)) break;
    mark = next;
  }
  return mark;
}

namespace {

// The last mark whose `field` is at most `value`; marks ascend in every field.
template <class Marks, class Field>
auto last_mark(const Marks& marks, Field field, std::uint32_t value) {
  const auto after = std::upper_bound(marks.begin(), marks.end(), value,
                                      [&](std::uint32_t v, const auto& mark) { return v < mark.*field; });
  return *std::prev(after);
}

}  // namespace

std::uint32_t OffsetMap::byte_to_code_point(std::uint32_t byte) const {
  if (marks_.empty()) return std::min(byte, total_.byte);
  return walk(last_mark(marks_, &Mark::byte, byte), [&](const Mark& m) { return m.byte <= byte; })
      .code_points;
}

std::uint32_t OffsetMap::byte_to_utf16(std::uint32_t byte) const {
  if (marks_.empty()) return std::min(byte, total_.byte);
  return walk(last_mark(marks_, &Mark::byte, byte), [&](const Mark& m) { return m.byte <= byte; }).utf16;
}

std::uint32_t OffsetMap::code_point_to_byte(std::uint32_t code_point) const {
  if (marks_.empty()) return std::min(code_point, total_.byte);
  return walk(last_mark(marks_, &Mark::code_points, code_point),
              [&](const Mark& m) { return m.code_points <= code_point; })
      .byte;
}

std::uint32_t OffsetMap::utf16_to_byte(std::uint32_t utf16) const {
  if (marks_.empty()) return std::min(utf16, total_.byte);
  return walk(last_mark(marks_, &Mark::utf16, utf16), [&](const Mark& m) { return m.utf16 <= utf16; }).byte;
}

}  // namespace clausemark
