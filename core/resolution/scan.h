// Small scanners over UTF-8 that the parser's parts share. All positions are bytes of the text handed in.
#pragma once

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

constexpr bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f'; }

// Bytes of white space or of a line end at `at`; 0 if none.
constexpr std::uint32_t blank_at(std::string_view text, std::size_t at) {
  if (is_line_end(text[at])) return 1;
  const auto three = text.substr(at, 3);
  if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") return 3;
  return space_at(text, at);
}

// Bytes of the hyphen at `at` (ASCII, U+2010, U+2011); 0 if none.
constexpr std::uint32_t hyphen_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-') return 1;
  if (text.substr(at, 3) == "\xE2\x80\x90" || text.substr(at, 3) == "\xE2\x80\x91") return 3;
  return 0;
}

// Bytes of the quotation mark at `at` (straight, curly, angle); 0 if none.
std::uint32_t quote_at(std::string_view text, std::size_t at);

// Without quotation marks and spaces at either end.
Range trim_quotes(std::string_view text, Range range);

// The last character that counts for where a sentence ends: quotation marks, spaces and footnote stars are
// looked through; 0 for an empty text.
char last_sign(std::string_view text);

// The word that begins at `at`: letters, digits, hyphens and apostrophes inside. Empty when no word begins
// there.
Range word_at(std::string_view text, std::uint32_t at);

// Skips spaces and line ends from `at` on.
std::uint32_t skip_spaces(std::string_view text, std::uint32_t at);

// The number at `at`, at most 9 digits; `end` is set behind it. Returns -1 and leaves `end` when there is
// none.
std::int32_t number_at(std::string_view text, std::uint32_t at, std::uint32_t& end);

// Compares without regard to ASCII case.
bool same_word(std::string_view a, std::string_view lower_case);

// The end of `words` (lower case, single spaces between) at `at`, or `at` when they do not stand there.
std::uint32_t words_at(std::string_view text, std::uint32_t at, std::string_view words);

// Month 1–12 by its English name, or 0.
int month_of(std::string_view word);

// "29 June 2021" or "29th June 2021" at `at`: fills `iso` with "2021-06-29"; also "June 2021" as "2021-06".
bool date_at(std::string_view text, std::uint32_t at, std::uint32_t& end, char (&iso)[11]);

}  // namespace clausemark::scan
