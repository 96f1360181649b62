// UTF-8 one code point at a time (Unicode 15, section 3.9, table 3-7).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clausemark::utf8 {

struct Decoded {
  char32_t code_point = 0xFFFD;
  std::uint32_t bytes = 1;  // how many bytes were read; for an invalid sequence its maximal subpart
  bool valid = false;
};

// Decodes the code point at byte `at`; `at` must lie inside `text`. Never reads past its end.
Decoded decode(std::string_view text, std::size_t at);

// The first byte from `at` on that is not ASCII, or the end.
std::size_t skip_ascii(std::string_view text, std::size_t at);

// Appends a code point as UTF-8; surrogates and values above U+10FFFF become U+FFFD.
void append(std::string& out, char32_t code_point);

// Whether a text is UTF-8 from its first byte to its last.
bool is_valid(std::string_view text);

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// True where `at` is the end of the text or the first byte of a code point.
inline bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !is_continuation(text[at]));
}

}  // namespace clausemark::utf8
