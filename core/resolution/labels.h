// Labels of paragraphs and items: "12.", "(a)", "iii)", "–", "A.". Says what a label looks like and which
// values it may have; which list it continues is decided by whoever knows the lists before it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/range.h"

namespace clausemark {

enum class LabelStyle { none, number, letter, dash, capital };

struct Label {
  LabelStyle style = LabelStyle::none;
  bool bracketed = false;       // "(a)" or "a)" rather than "a."
  std::string_view value;       // "12", "a", "iii", "-", "A", "II"
  std::uint32_t end = 0;        // where the text behind it begins
  std::uint32_t label_end = 0;  // where the label itself ends

  bool found() const { return style != LabelStyle::none; }
};

// The label at the start of `line`. `alone` labels (nothing behind them) are labels too.
Label label_at(std::string_view line);

// A number at the start of `line` that has lost its stop: "11 Condemns", "7"; at most three digits.
Label bare_number_at(std::string_view line);

// The number of a label in digits, or -1.
int label_number(const Label& label);

// The value of a Roman numeral in lower or upper case, 0 if it is none (1–89).
int roman_value(std::string_view letters);

// The place of a letter label: a = 1 … z = 26, aa = 27 …; 0 if it is none.
int alpha_value(std::string_view letters);

}  // namespace clausemark
