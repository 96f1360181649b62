// Which words of one text are which words of another rendering or version of it. Order is kept: a paragraph
// that has moved elsewhere has no counterpart here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/range.h"

namespace clausemark {

struct Word {
  Range range;             // letters and digits; what stands between words is no part of any
  std::uint64_t hash = 0;  // without regard to ASCII case
};

std::vector<Word> words_of(std::string_view text);

class Alignment {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  // Runs of eight words that stand once in either text are taken first, in the longest ascending row
  // (patience diff, B. Cohen); what lies between is compared word by word. About linear in texts that are
  // alike.
  Alignment(const std::vector<Word>& from, const std::vector<Word>& to);

  // The counterpart of a word, or none.
  std::uint32_t to(std::uint32_t from) const { return to_[from]; }
  // Whether a word of the other text is somebody's counterpart.
  bool taken(std::uint32_t to) const { return taken_[to]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(to_.size()); }

 private:
  void pair(std::uint32_t from, std::uint32_t to);
  void fill(Range from, Range to);

  const std::vector<Word>& a_;
  const std::vector<Word>& b_;
  std::vector<std::uint32_t> to_;
  std::vector<bool> taken_;
};

}  // namespace clausemark
