// The words of a text that some part of the parser wants to look at, found in one pass: verbs that may act,
// words before citations and deadlines, numbers and symbols, and words that the vocabulary lacks. All else is
// never looked at again.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/resolution/lexicon.h"
#include "core/resolution/word_set.h"
#include "core/text/range.h"
#include "core/text/reading_text.h"

namespace clausemark {

struct WordMark {
  std::uint32_t at = 0;   // first byte of the word
  std::uint8_t uses = 0;  // Use flags; numbers and symbols are use_mention
};

// Words of a source text.
struct SourceWords {
  std::vector<WordMark> marks;
  std::vector<bool> unknown;  // for each byte: a word that the vocabulary lacks begins or has ended here
  WordSet unknown_words;      // these words, with counts
  // White space, and bytes that may be a part of one, wherever it is more than a space between two known
  // words.
  std::vector<std::uint32_t> gaps;
};

SourceWords find_words(std::string_view text, const Lexicon& lexicon);

// The marks of the reading text.
class WordMarks {
 public:
  WordMarks(const SourceWords& words, const ReadingText& reading, const Lexicon& lexicon);

  // The marks inside a range, in order.
  std::span<const WordMark> in(Range range) const;

 private:
  std::size_t first_from(std::uint32_t at) const;

  static constexpr std::uint32_t page_size = 64;  // bytes
  std::vector<WordMark> marks_;
  std::vector<std::uint32_t> pages_;  // for each page of the text, the first mark on it or behind it
};

}  // namespace clausemark
