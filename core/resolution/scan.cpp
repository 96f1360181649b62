#include "core/resolution/scan.h"

namespace clausemark::scan {

std::uint32_t quote_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char first = text[at];
  if (first == '"') return 1;
  if (first == '\xC2' && at + 1 < text.size())
    return text[at + 1] == '\xAB' || text[at + 1] == '\xBB' ? 2 : 0;
  if (first != '\xE2' || at + 2 >= text.size() || text[at + 1] != '\x80') return 0;
  const char last = text[at + 2];
  return last == '\x9C' || last == '\x9D' || last == '\x9E' || last == '\x9F' ? 3 : 0;
}

bool opens_quote(std::string_view text, std::size_t at) {
  return quote_at(text, at) == 3 && !three_at(text, at, '\x9D');
}

std::string_view skip_quotes(std::string_view line) {
  while (const auto quote = quote_at(line, 0)) line.remove_prefix(quote);
  return line;
}

std::string_view last_two_words(std::string_view text) {
  constexpr std::size_t enough = 64;
  if (text.size() > enough) text.remove_prefix(text.size() - enough);
  auto at = text.find_last_of(' ');
  if (at != std::string_view::npos && at > 0) at = text.find_last_of(' ', at - 1);
  return at == std::string_view::npos ? text : text.substr(at + 1);
}

std::uint32_t trim_end(std::string_view text, std::uint32_t from, std::uint32_t end) {
  for (std::uint32_t length = 1; length <= 3 && from + length <= end;) {
    if (space_at(text, end - length) == length) {
      end -= length;
      length = 1;
    } else {
      ++length;
    }
  }
  return end;
}

Range trim_quotes(std::string_view text, Range range) {
  while (!range.empty() && byte_class(text[range.start]) != word_byte) {
    const auto length = quote_at(text, range.start) + space_at(text, range.start);
    if (length == 0) break;
    range.start += length;
  }
  while (!range.empty()) {
    const char last = text[range.end - 1];
    if (byte_class(last) == word_byte || last == ',' || last == ';' || last == '.') break;
    bool cut = false;
    for (std::uint32_t length = 1; length <= 3 && length <= range.size(); ++length) {
      const auto at = range.end - length;
      if (quote_at(text, at) == length || space_at(text, at) == length) {
        range.end = at;
        cut = true;
        break;
      }
    }
    if (!cut) break;
  }
  if (range.start > range.end) range.start = range.end;
  return range;
}

Range without_stop(std::string_view text, Range clause) {
  for (; !clause.empty(); --clause.end) {
    const char c = text[clause.end - 1];
    if (c != ' ' && c != ',' && c != ';' && c != '.' && c != ':') break;
  }
  return clause;
}

char last_sign(std::string_view text) {
  Range range{0, static_cast<std::uint32_t>(text.size())};
  for (;;) {
    range = trim_quotes(text, range);
    if (range.empty()) return 0;
    const char c = text[range.end - 1];
    if (c != '*') return c;
    --range.end;
  }
}

Range compound_at(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t longest = 96;  // bytes, about; compounds without end are no words
  std::uint32_t end = at;
  for (;;) {
    while (end < text.size() && byte_class(text[end]) == word_byte) ++end;
    if (end >= text.size() || text[end] == ' ' || end - at > longest) break;
    const char c = text[end];
    if (c == ',' || c == ';' || c == '.' || c == ')') break;
    if (const auto hyphen = hyphen_at(text, end); hyphen != 0 && end > at) {
      end += hyphen;
    } else if (end > at && (c == '\'' || three_at(text, end, '\x99'))) {
      end += c == '\'' ? 1 : 3;
    } else if (soft_hyphen_at(text, end)) {
      end += 2;
    } else if (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) < 0xE2) {
      end += static_cast<unsigned char>(c) < 0xE0 ? 2 : 3;
    } else {
      break;
    }
  }
  return {at, end > text.size() ? static_cast<std::uint32_t>(text.size()) : end};
}

std::int32_t number_at(std::string_view text, std::uint32_t at, std::uint32_t& end) {
  std::int32_t value = 0;
  std::uint32_t stop = at;
  while (stop < text.size() && is_digit(text[stop]) && stop - at < 9)
    value = value * 10 + (text[stop++] - '0');
  if (stop == at) return -1;
  end = stop;
  return value;
}

bool same_word(std::string_view a, std::string_view lower_case) {
  if (a.size() != lower_case.size()) return false;
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (lower(a[k]) != lower_case[k]) return false;
  }
  return true;
}

}  // namespace clausemark::scan
