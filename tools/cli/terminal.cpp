#include "tools/cli/terminal.h"

#include <algorithm>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

#include "core/text/utf8.h"

namespace clausemark::cli {

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !utf8::is_continuation(c); }));
}

namespace {

bool steers(char32_t c) {
  return c <= ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = utf8::decode(text, at);
    if (!steers(decoded.code_point))
      utf8::append(line, decoded.code_point);
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
    at += decoded.bytes;
  }
  return line;
}

Terminal::Terminal() {
  const char* no_colour =
      std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): read once before any thread
  colour_ = isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    width_ = std::min<std::size_t>(size.ws_col, 120);
}

std::string Terminal::styled(std::string_view code, std::string_view text) const {
  if (!colour_) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string Terminal::coloured(std::string_view text, std::string_view colour) const {
  if (colour.size() != 7) return std::string(text);
  const auto part = [&](std::size_t at) {
    return std::to_string(std::strtol(std::string(colour.substr(at, 2)).c_str(), nullptr, 16));
  };
  return styled("38;2;" + part(1) + ";" + part(3) + ";" + part(5), text);
}

std::string Terminal::wrapped(std::string_view lead, std::string_view text, std::size_t indent) const {
  std::string out(lead);
  auto column = columns_of(lead);
  if (column < indent) {
    out.append(indent - column, ' ');
    column = indent;
  }
  bool first = true;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n"), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const auto size = columns_of(word);
    if (!first && column + 1 + size > width_) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    first = false;
  }
  out += '\n';
  return out;
}

}  // namespace clausemark::cli
