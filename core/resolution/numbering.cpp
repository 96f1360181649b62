#include "core/resolution/numbering.h"

#include "core/resolution/scan.h"

namespace clausemark {

void Numbering::begin(const Label& label, std::string_view content, bool announced, bool acts) {
  if (label.style != LabelStyle::number || label.bracketed) {
    if (label.found()) lists_.place(label, 0);
    return;
  }
  const int number = label_number(label);
  const bool next = number == main_ + 1;
  if (main_ > 0 && number == 1 && announced) {
    sub_ = 1;
    return;
  }
  if (sub_ > 0 && number == sub_ + 1 && !(next && acts)) {
    sub_ = number;
    return;
  }
  main_ = number;
  sub_ = 0;
  lists_.reset(0);
  // "5. (a) Decides …"
  const auto inner = label_at(content.substr(label.end));
  if (inner.style == LabelStyle::letter && inner.bracketed) lists_.place(inner, 0);
}

bool Numbering::may_number(int number) const {
  if (number == 1 || (sub_ > 0 && number == sub_ + 1)) return true;
  return number > main_ && number <= main_ + 3;
}

bool Numbering::opens_list(const Label& label) {
  switch (label.style) {
    case LabelStyle::dash:
      return true;
    case LabelStyle::number:
      return label_number(label) == 1;
    case LabelStyle::letter:
      return alpha_value(label.value) == 1 || roman_value(label.value) == 1;
    default:
      return false;
  }
}

}  // namespace clausemark
