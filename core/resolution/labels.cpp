#include "core/resolution/labels.h"

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

bool all(std::string_view text, bool (*holds)(char)) {
  for (const char c : text) {
    if (!holds(c)) return false;
  }
  return !text.empty();
}

bool digits(std::string_view text) {
  return all(text, [](char c) { return scan::is_digit(c); });
}
bool lower_case(std::string_view text) {
  return all(text, [](char c) { return scan::is_lower(c); });
}
bool upper_case(std::string_view text) {
  return all(text, [](char c) { return scan::is_upper(c); });
}

// A value that can label an item: one or two letters, or a Roman numeral.
bool labels_item(std::string_view value) {
  return lower_case(value) &&
         (value.size() == 1 || (value.size() == 2 && value[0] == value[1]) || roman_value(value) > 0);
}

// Bytes of the dash or bullet at `at`, 0 if none.
std::uint32_t dash_at(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return 0;
  const char first = text[at];
  if (first == '-') return 1;
  if (first != '\xE2' && first != '\xEF' && first != '\xC2') return 0;
  for (const std::string_view mark : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xE2\x97\x8F",
                                      "\xE2\x96\xAA", "\xE2\x88\x92", "\xEF\x82\xB7"}) {
    if (text.substr(at, 3) == mark) return 3;
  }
  if (text.substr(at, 2) == "\xC2\xB7") return 2;
  return 0;
}

}  // namespace

int roman_value(std::string_view letters) {
  const auto digit = [](char c) {
    switch (scan::lower(c)) {
      case 'i':
        return 1;
      case 'v':
        return 5;
      case 'x':
        return 10;
      case 'l':
        return 50;
      default:
        return 0;
    }
  };
  if (letters.empty() || letters.size() > 7) return 0;
  int value = 0;
  for (std::size_t k = 0; k < letters.size(); ++k) {
    const int d = digit(letters[k]);
    if (d == 0) return 0;
    value += k + 1 < letters.size() && digit(letters[k + 1]) > d ? -d : d;
  }
  // Written back, the value must give the same letters: "iiii" and "vx" are none.
  std::string canonical;
  int rest = value;
  for (const auto& [amount, sign] :
       {std::pair{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}) {
    for (; rest >= amount; rest -= amount) canonical += sign;
  }
  return scan::same_word(letters, canonical) ? value : 0;
}

int alpha_value(std::string_view letters) {
  if (letters.size() == 1 && scan::is_letter(letters[0])) return scan::lower(letters[0]) - 'a' + 1;
  if (letters.size() == 2 && letters[0] == letters[1]) return 26 + scan::lower(letters[0]) - 'a' + 1;
  return 0;
}

Label label_at(std::string_view line) {
  Label label;
  if (line.empty()) return label;
  const auto finish = [&](LabelStyle style, std::string_view value, std::uint32_t label_end, bool bracketed) {
    label.style = style;
    label.value = value;
    label.label_end = label_end;
    label.bracketed = bracketed;
    label.end = scan::skip_spaces(line, label_end);
    return label;
  };

  if (const auto dash = dash_at(line, 0); dash != 0) {
    std::uint32_t end = dash;
    while (const auto more = dash_at(line, end)) end += more;  // "–-"
    if (end < line.size() && scan::blank_at(line, end) != 0) return finish(LabelStyle::dash, "-", end, false);
    return label;
  }

  const std::uint32_t open = line[0] == '(' ? 1 : 0;
  std::uint32_t end = open;
  while (end < line.size() && end < open + 7 &&
         (scan::is_digit(line[end]) || scan::is_upper(line[end]) || scan::is_lower(line[end])))
    ++end;
  const auto value = line.substr(open, end - open);
  if (value.empty()) return label;
  const char after = end < line.size() ? line[end] : '\0';
  const bool bracketed = after == ')';
  if (open == 1 && !bracketed) return label;
  if (!bracketed && after != '.') return label;
  std::uint32_t label_end = end + 1;
  if (bracketed && label_end < line.size() && line[label_end] == '.') ++label_end;
  // Behind the label stands a space or nothing; "(a)The" happens in extracted text, "2.5" is a number.
  const bool spaced = label_end >= line.size() || scan::blank_at(line, label_end) != 0 ||
                      scan::quote_at(line, label_end) != 0;
  const bool glued = !spaced && label_end < line.size() && scan::is_upper(line[label_end]);
  if (!spaced && !glued) return label;

  if (digits(value) && value.size() <= 3) return finish(LabelStyle::number, value, label_end, bracketed);
  if (glued && !bracketed) return label;
  if (labels_item(value)) return finish(LabelStyle::letter, value, label_end, bracketed);
  if (upper_case(value) && (value.size() == 1 || roman_value(value) > 0))
    return finish(LabelStyle::capital, value, label_end, bracketed);
  return label;
}

int label_number(const Label& label) {
  std::uint32_t end = 0;
  return label.style == LabelStyle::number ? scan::number_at(label.value, 0, end) : -1;
}

Label bare_number_at(std::string_view line) {
  Label label;
  std::uint32_t end = 0;
  if (scan::number_at(line, 0, end) <= 0 || end > 3) return label;
  const auto rest = scan::skip_spaces(line, end);
  if (rest == end && end < line.size()) return label;
  label.style = LabelStyle::number;
  label.value = line.substr(0, end);
  label.label_end = end;
  label.end = rest;
  return label;
}

}  // namespace clausemark
