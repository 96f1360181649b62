// A list of phrases with up to two values each, found by their first word: "no later than", "Rome Statute".
// Compares without regard to ASCII case. Most words of a text are turned away by their first three letters.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/resolution/scan.h"
#include "core/resolution/word_starts.h"
#include "core/resolution/word_table.h"

namespace clausemark {

class WordList {
 public:
  struct Entry {
    std::string_view phrase;  // in lower case, single spaces between the words
    std::string_view value;
    std::string_view second;
  };

  void add(Entry entry);

  // The longest phrase at byte `at` of `text`, with the byte behind it in `end`; nullptr where there is none.
  // Any white space between words is like one space.
  const Entry* match(std::string_view text, std::uint32_t at, std::uint32_t& end) const {
    return at < text.size() && may_begin(text, at) ? look_up(text, at, end) : nullptr;
  }

  // The end of the longest phrase at `at`, or `at`.
  std::uint32_t skip(std::string_view text, std::uint32_t at) const {
    std::uint32_t end = at;
    match(text, at, end);
    return end;
  }

  bool contains(std::string_view word) const {
    std::uint32_t end = 0;
    return match(word, 0, end) != nullptr && end == word.size();
  }

  // Whether a phrase stands anywhere in a text.
  bool occurs_in(std::string_view text) const {
    for (auto at = scan::skip_to_word(text, 0); at < text.size(); at = scan::next_word(text, at)) {
      if (skip(text, at) != at) return true;
    }
    return false;
  }

  // False when no phrase begins like this; `at` must lie inside the text.
  bool may_begin(std::string_view text, std::size_t at) const { return starts_.may_begin(text, at); }

  template <class Visit>
  void each_first_word(Visit visit) const {
    phrases_.each([&](std::string_view first, const auto&) { visit(first); });
  }

 private:
  const Entry* look_up(std::string_view text, std::uint32_t at, std::uint32_t& end) const;
  // The end of the words of `rest` from `at` on, or no_match.
  static constexpr std::uint32_t no_match = 0xFFFFFFFF;
  static std::uint32_t match_rest(std::string_view text, std::uint32_t at, std::string_view rest);

  WordTable<std::vector<Entry>> phrases_;  // by first word, longest first
  WordStarts starts_;
};

}  // namespace clausemark
