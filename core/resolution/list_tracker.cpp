#include "core/resolution/list_tracker.h"

#include <algorithm>

namespace clausemark {

void ListTracker::reset(std::uint32_t owner) {
  owner_ = owner;
  open_.clear();
  closed_.clear();
}

bool ListTracker::continues(const Entry& entry, const Label& label, Kind& kind, int& value) {
  kind = entry.kind;
  switch (entry.kind) {
    case Kind::letter:
      value = label.style == LabelStyle::letter ? alpha_value(label.value) : 0;
      break;
    case Kind::roman:
      value = label.style == LabelStyle::letter ? roman_value(label.value) : 0;
      break;
    case Kind::number:
      value = label_number(label);
      break;
    case Kind::capital:
      value = label.style == LabelStyle::capital ? alpha_value(label.value) : 0;
      break;
    case Kind::dash:
      value = label.style == LabelStyle::dash ? entry.value + 1 : 0;
      break;
  }
  return value == entry.value + 1;
}

ListTracker::Place ListTracker::place(const Label& label, std::uint32_t block) {
  Kind kind = Kind::letter;
  int value = 0;
  // The innermost list of which this is the next label.
  for (std::size_t depth = open_.size(); depth-- > 0;) {
    if (!continues(open_[depth], label, kind, value)) continue;
    closed_.assign(open_.begin() + static_cast<std::ptrdiff_t>(depth) + 1, open_.end());
    open_.resize(depth);
    const Place place{static_cast<std::uint32_t>(depth) + 1, depth == 0 ? owner_ : open_[depth - 1].block};
    open_.push_back({kind, value, label.bracketed, block});
    return place;
  }
  // Lettering that runs on below the next item: (i) (a)–(f), (ii) (g)–(k).
  if (!closed_.empty() && continues(closed_.front(), label, kind, value) && !open_.empty()) {
    const Place place{static_cast<std::uint32_t>(open_.size()) + 1, open_.back().block};
    open_.push_back({kind, value, label.bracketed, block});
    closed_.clear();
    return place;
  }
  switch (label.style) {
    case LabelStyle::dash:
      kind = Kind::dash;
      value = 1;
      break;
    case LabelStyle::number:
      kind = Kind::number;
      value = label_number(label);
      break;
    case LabelStyle::capital:
      kind = Kind::capital;
      value = alpha_value(label.value);
      break;
    default: {
      const int roman = roman_value(label.value);
      const bool as_roman = roman > 0 && (roman == 1 || label.value.size() > 1);
      kind = as_roman ? Kind::roman : Kind::letter;
      value = as_roman ? roman : alpha_value(label.value);
    }
  }
  // A label with a gap before it still continues a list of its kind; a first label opens a new one.
  std::size_t depth = open_.size();
  if (value != 1 || kind == Kind::dash) {
    for (std::size_t k = open_.size(); k-- > 0;) {
      if (open_[k].kind == kind) {
        depth = k;
        break;
      }
    }
  } else {
    // "(a)" or "(i)" again at the depth where a list of its kind is open: the list starts anew.
    for (std::size_t k = open_.size(); k-- > 0;) {
      if (open_[k].kind == kind && open_[k].bracketed == label.bracketed) {
        depth = k;
        break;
      }
    }
  }
  depth = std::min(depth, max_depth - 1);
  open_.resize(depth);
  closed_.clear();
  const Place place{static_cast<std::uint32_t>(depth) + 1, depth == 0 ? owner_ : open_[depth - 1].block};
  open_.push_back({kind, value, label.bracketed, block});
  return place;
}

bool ListTracker::continues(const Label& label) const {
  Kind kind = Kind::letter;
  int value = 0;
  return std::any_of(open_.begin(), open_.end(),
                     [&](const Entry& entry) { return continues(entry, label, kind, value); }) ||
         (!closed_.empty() && continues(closed_.front(), label, kind, value));
}

bool ListTracker::continues_numbers(int number) const {
  return std::any_of(open_.begin(), open_.end(), [&](const Entry& entry) {
    return entry.kind == Kind::number && entry.value + 1 == number;
  });
}

ListTracker::Place ListTracker::below() const {
  return {static_cast<std::uint32_t>(open_.size()) + 1, innermost()};
}

}  // namespace clausemark
