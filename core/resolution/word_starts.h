// Turns most words away by their first three letters, before anything is looked up.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

#include "core/resolution/scan.h"

namespace clausemark {

class WordStarts {
 public:
  void add(std::string_view word) { starts_.set(hash(word, 0)); }

  // False when no word of the set begins at `at`, which must lie inside the text.
  bool may_begin(std::string_view text, std::size_t at) const { return starts_[hash(text, at)]; }

 private:
  // The lower five bits of a letter are the same in both cases; all that is no letter is alike.
  static constexpr std::size_t bits(char c) {
    return scan::is_letter(c) ? static_cast<std::size_t>(c & 0x1F) : 0;
  }
  static constexpr std::size_t hash(std::string_view text, std::size_t at) {
    const auto second = at + 1 < text.size() ? bits(text[at + 1]) : 0;
    const auto third = second != 0 && at + 2 < text.size() ? bits(text[at + 2]) : 0;
    return (bits(text[at]) * 67 + second * 33 + third * 5) % size;
  }

  // Small, so that the sets of all lists of a lexicon stay in the nearest cache together.
  static constexpr std::size_t size = 2048;
  std::bitset<size> starts_;
};

}  // namespace clausemark
