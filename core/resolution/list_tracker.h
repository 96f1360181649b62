// Knows the open lists of a paragraph, outermost first, and decides where a label belongs.
//
//   (a) … (i) … (ii) … – … – … (iii) … (b)
//   open lists at the last dash:  letters (a) › Roman (ii) › dashes
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/resolution/labels.h"

namespace clausemark {

class ListTracker {
 public:
  // Lists nested deeper than this are kept at this depth.
  static constexpr std::size_t max_depth = 12;

  struct Place {
    std::uint32_t level = 1;   // depth, from 1
    std::uint32_t parent = 0;  // block that holds the item
  };

  // Forgets all lists; `owner` is the paragraph that opens the next.
  void reset(std::uint32_t owner);

  // Places the item `block` with this label, and remembers it as the innermost open one.
  Place place(const Label& label, std::uint32_t block);

  // Places an unlabelled part below the innermost open item; it opens no list itself.
  Place below() const;

  // Whether a list is open of which this is the next label.
  bool continues(const Label& label) const;

  // Whether a numbered list is open of which this is the next number.
  bool continues_numbers(int number) const;

  bool empty() const { return open_.empty(); }
  std::uint32_t innermost() const { return open_.empty() ? owner_ : open_.back().block; }
  std::uint32_t owner() const { return owner_; }

 private:
  enum class Kind { letter, roman, number, dash, capital };
  struct Entry {
    Kind kind;
    int value;
    bool bracketed;
    std::uint32_t block;
  };
  static bool continues(const Entry& entry, const Label& label, Kind& kind, int& value);

  std::uint32_t owner_ = 0;
  std::vector<Entry> open_;
  std::vector<Entry> closed_;  // the last entry of the list that was open at each depth below
};

}  // namespace clausemark
