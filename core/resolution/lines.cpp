#include "core/resolution/lines.h"

#include <algorithm>
#include <cstring>

#include "core/resolution/scan.h"

namespace clausemark {

namespace {

// Whether a line ends at `at`: LF, CR, FF, LINE SEPARATOR, PARAGRAPH SEPARATOR.
bool ends_line(std::string_view text, std::size_t at) {
  const char c = text[at];
  return c == '\n' || c == '\r' || c == '\f' || scan::three_at(text, at, '\xA8') ||
         scan::three_at(text, at, '\xA9');
}

// Whether one of eight bytes may end a line, that is, lies below 0x0E or is 0xE2, all eight in one register
// (Mycroft's test for a zero byte, and its generalisation to "less than").
bool may_end_line(const char* bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t tops = ones * 0x80;
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  const std::uint64_t leads = eight ^ (ones * 0xE2);
  return ((((eight - ones * 0x0E) & ~eight) | ((leads - ones) & ~leads)) & tops) != 0;
}

// The first line end from `at` on, or the end of the text.
std::uint32_t line_end(std::string_view text, std::uint32_t at) {
  const auto size = static_cast<std::uint32_t>(text.size());
  while (at < size) {
    if (size - at >= 8 && !may_end_line(text.data() + at)) {
      at += 8;
      continue;
    }
    const auto stop = std::min(at + 8, size);
    for (; at < stop; ++at)
      if (ends_line(text, at)) return at;
  }
  return size;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  Line next;
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  while (at < size) {
    // Leading white space.
    std::uint32_t columns = 0;
    while (at < size) {
      const auto space = scan::space_at(text, at);
      if (space == 0) break;
      columns += text[at] == '\t' ? 4 : 1;
      at += space;
    }
    const auto stop = line_end(text, at);
    const auto end = scan::trim_end(text, at, stop);
    if (end > at) {
      next.source = {at, end};
      next.indent = columns;
      lines.push_back(next);
      next = {};
    } else if (stop < size && text[stop] != '\f') {
      ++next.blanks;
    }
    at = stop;
    if (at >= size) break;
    if (text[at] == '\f') {
      next.turned = true;
      ++at;
    } else if (text[at] == '\r' && at + 1 < size && text[at + 1] == '\n') {
      at += 2;
    } else {
      at += text[at] == '\xE2' ? 3 : 1;
    }
  }
  return lines;
}

namespace {

// "12-34567", "21-08828 14/18", "14/18 21-08828", "16-22921 (E)", "231216", "*1622921*", "3/7", "Page 3"
bool is_job_line(std::string_view line) {
  bool digits = false;
  std::size_t digit_count = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (scan::is_digit(c)) {
      digits = true;
      ++digit_count;
    } else if (c == '(') {
      if (line.substr(at, 3) != "(E)" && line.substr(at, 3) != "(F)" && line.substr(at, 3) != "(S)" &&
          line.substr(at, 3) != "(R)" && line.substr(at, 3) != "(A)" && line.substr(at, 3) != "(C)") {
        return false;
      }
      at += 2;
    } else if (c != '-' && c != '/' && c != ' ' && c != '*') {
      return false;
    }
  }
  if (!digits) return false;
  const bool barcode = line.front() == '*' && line.back() == '*';
  return barcode || line.find('/') != std::string_view::npos || line.find('-') != std::string_view::npos ||
         digit_count == 6;
}

// A line that is one document symbol and nothing more, such as a page header.
bool is_symbol_line(std::string_view line, const WordList& mastheads) {
  // "United Nations  S/PRST/2018/10": the masthead may stand on the same line.
  line.remove_prefix(scan::skip_spaces(line, mastheads.skip(line, 0)));
  if (line.ends_with('.')) return false;  // the end of a sentence
  if (!line.starts_with("S/") && !line.starts_with("A/")) return false;
  for (const char c : line) {
    if (c == ' ' || c == '(' || c == ')' || c == '/' || c == '.' || c == '-' || scan::is_digit(c) ||
        scan::is_upper(c))
      continue;
    if (c == 'd' || c == 'v' || c == 'e') continue;  // "/Add.1", "/Rev.2"
    return false;
  }
  return line.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

bool is_furniture(std::string_view line, const WordList& mastheads) {
  if (line.size() > 160) return false;
  if (line[0] == 'h' && (line.starts_with("http://") || line.starts_with("https://")) &&
      line.find(' ') == std::string_view::npos)
    return true;
  if (line.size() > 100) return false;
  if (const auto end = scan::is_upper(line[0]) ? mastheads.skip(line, 0) : 0; end != 0) {
    // "Security Council", "Distr.: General"
    const auto rest = line.substr(end);
    if (rest.empty() || rest[0] == ':' || rest[0] == '.' ||
        rest.find(" \xE2\x80\xA2 ") != std::string_view::npos)
      return true;
  }
  if (line.starts_with("SC/") && line.size() < 12 &&
      line.find_first_not_of("0123456789/ SC") == std::string_view::npos)
    return true;
  if (line.starts_with("Page ") && line.size() < 10 && scan::is_digit(line.back())) return true;
  return is_symbol_line(line, mastheads) || is_job_line(line);
}

bool is_rule(std::string_view line) {
  std::size_t marks = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '*' || line[at] == '_' || line[at] == '-' || line[at] == '=') {
      ++marks;
      ++at;
    } else if (line.substr(at, 3) == "\xE2\x80\x94" || line.substr(at, 3) == "\xE2\x80\x93") {
      ++marks;
      at += 3;
    } else if (line[at] == ' ') {
      ++at;
    } else {
      return false;
    }
  }
  return marks >= 3;
}

}  // namespace clausemark
