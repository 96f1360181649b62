// Small scanners over UTF-8 that the parser's parts share. All positions are bytes of the text handed in.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/text/range.h"

namespace clausemark::scan {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) {
  return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0xC3;
}
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

// Bytes of the white space at `at` (space, tab, no-break space, thin spaces, zero-width space, line ends); 0
// if none.
constexpr std::uint32_t space_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\v') return 1;
  if (c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0') return 2;
  if (c == '\xE2' && at + 2 < text.size() && text[at + 1] == '\x80') {
    const auto last = static_cast<unsigned char>(text[at + 2]);
    if ((last >= 0x80 && last <= 0x8B) || last == 0xAF) return 3;
  }
  if (c == '\xEF' && at + 2 < text.size() && text[at + 1] == '\xBB' && text[at + 2] == '\xBF') return 3;
  if (c == '\xE3' && at + 2 < text.size() && text[at + 1] == '\x80' && text[at + 2] == '\x80') return 3;
  return 0;
}

// Whether the general punctuation mark U+2000 + (`last` - 0x80) stands at `at`: its bytes are E2 80 `last`.
constexpr bool three_at(std::string_view text, std::size_t at, char last) {
  return at + 2 < text.size() && text[at] == '\xE2' && text[at + 1] == '\x80' && text[at + 2] == last;
}

// Whether a soft hyphen (U+00AD, two bytes) stands at `at`.
constexpr bool soft_hyphen_at(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at] == '\xC2' && text[at + 1] == '\xAD';
}

// Whether U+FFFD stands at `at`, which is shown for bytes that are no text.
constexpr bool replacement_at(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == '\xEF' && text[at + 1] == '\xBF' && text[at + 2] == '\xBD';
}

// What a byte can be the start of. Most bytes of a text are plain, so a loop looks here first.
enum ByteClass : std::uint8_t {
  plain = 0,
  word_byte = 1,   // an ASCII letter or digit
  blank_lead = 2,  // white space and line ends, or the lead of one of more bytes
};

namespace detail {
constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) {
    const char byte = static_cast<char>(c);
    if (is_digit(byte) || is_upper(byte) || is_lower(byte)) classes[c] = word_byte;
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF)
      classes[c] = blank_lead;
  }
  return classes;
}
inline constexpr auto classes = make_classes();
}  // namespace detail

constexpr std::uint8_t byte_class(char c) { return detail::classes[static_cast<unsigned char>(c)]; }

// The byte behind the ASCII letters and digits from `at` on.
constexpr std::uint32_t skip_word(std::string_view text, std::uint32_t at) {
  while (at < text.size() && byte_class(text[at]) == word_byte) ++at;
  return at;
}

// The first byte of a word from `at` on, and of the next word behind the one that `at` lies in; the size of
// the text where there is none.
constexpr std::uint32_t skip_to_word(std::string_view text, std::uint32_t at) {
  while (at < text.size() && byte_class(text[at]) != word_byte) ++at;
  return at;
}
constexpr std::uint32_t next_word(std::string_view text, std::uint32_t at) {
  return skip_to_word(text, skip_word(text, at));
}

// The first byte of the last word of [from, end of the text), or `from`.
constexpr std::uint32_t last_word(std::string_view text, std::uint32_t from) {
  auto at = static_cast<std::uint32_t>(text.size());
  while (at > from && byte_class(text[at - 1]) != word_byte) --at;
  while (at > from && byte_class(text[at - 1]) == word_byte) --at;
  return at;
}

constexpr bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f'; }

// Bytes of white space or of a line end at `at`; 0 if none.
constexpr std::uint32_t blank_at(std::string_view text, std::size_t at) {
  if (byte_class(text[at]) != blank_lead) return 0;
  if (is_line_end(text[at])) return 1;
  if (three_at(text, at, '\xA8') || three_at(text, at, '\xA9')) return 3;
  return space_at(text, at);
}

// Bytes of the hyphen at `at` (ASCII, U+2010, U+2011); 0 if none.
constexpr std::uint32_t hyphen_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-') return 1;
  return three_at(text, at, '\x90') || three_at(text, at, '\x91') ? 3 : 0;
}

// Bytes of the quotation mark at `at` (straight, curly, angle); 0 if none.
std::uint32_t quote_at(std::string_view text, std::size_t at);

// Whether an opening curly quotation mark stands at `at`, or one that may open.
bool opens_quote(std::string_view text, std::size_t at);

// A line without the quotation marks before it.
std::string_view skip_quotes(std::string_view line);

// The last two words of a text, of at most 64 bytes; all of a shorter one.
std::string_view last_two_words(std::string_view text);

// The end of [from, end) without the spaces before it.
std::uint32_t trim_end(std::string_view text, std::uint32_t from, std::uint32_t end);

// Without quotation marks and spaces at either end.
Range trim_quotes(std::string_view text, Range range);

// A clause without the space and the stops at its end.
Range without_stop(std::string_view text, Range clause);

// The last character that counts for where a sentence ends: quotation marks, spaces and footnote stars are
// looked through; 0 for an empty text.
char last_sign(std::string_view text);

// The word that begins at `at`: letters, digits, hyphens and apostrophes inside; a compound is cut behind 96
// bytes or so. Empty when no word begins there.
Range compound_at(std::string_view text, std::uint32_t at);
inline Range word_at(std::string_view text, std::uint32_t at) {
  const auto end = skip_word(text, at);
  // Most words are plain and stand before a space.
  return end < text.size() && text[end] == ' ' ? Range{at, end} : compound_at(text, at);
}

// Skips spaces and line ends from `at` on.
constexpr std::uint32_t skip_spaces(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const auto blank = blank_at(text, at);
    if (blank == 0) break;
    at += blank;
  }
  return at;
}

// The number at `at`, at most 9 digits; `end` is set behind it. Returns -1 and leaves `end` when there is
// none.
std::int32_t number_at(std::string_view text, std::uint32_t at, std::uint32_t& end);

// Compares without regard to ASCII case.
bool same_word(std::string_view a, std::string_view lower_case);

}  // namespace clausemark::scan
