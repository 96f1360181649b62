// How results look on a terminal: colours only when it is one, lines wrapped to its width.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clausemark::cli {

// Columns that a text takes, one for each code point; good enough for the scripts of the United Nations but
// Chinese.
std::size_t columns_of(std::string_view text);

// Text from a file on one line, with single spaces for white space and control characters (also those beyond
// ASCII, and those that turn the direction of writing): a file must not be able to steer the terminal.
std::string on_one_line(std::string_view text);

class Terminal {
 public:
  // Looks at standard output; colours are off when it is no terminal or NO_COLOR is set.
  Terminal();

  std::string bold(std::string_view text) const { return styled("1", text); }
  std::string faint(std::string_view text) const { return styled("2", text); }
  // Text in a colour written "#RRGGBB".
  std::string coloured(std::string_view text, std::string_view colour) const;

  // `text` wrapped to the width of the terminal, every line behind `indent` spaces; the first line begins
  // with `lead`, which may be shorter than the indent.
  std::string wrapped(std::string_view lead, std::string_view text, std::size_t indent) const;

 private:
  std::string styled(std::string_view code, std::string_view text) const;

  bool colour_ = false;
  std::size_t width_ = 100;
};

}  // namespace clausemark::cli
