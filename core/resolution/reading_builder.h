// Builds the ReadingText paragraph by paragraph: joins lines, drops soft hyphens, mends words that extraction
// broke. A word is mended only on evidence: the joined word stands elsewhere in the text or in the drafting
// vocabulary, and at least one of its parts does not. A doubtful case stays as it is.
#pragma once

#include <span>
#include <string_view>

#include "core/resolution/lexicon.h"
#include "core/resolution/lines.h"
#include "core/resolution/word_set.h"
#include "core/text/reading_text.h"

namespace clausemark {

class ReadingBuilder {
 public:
  ReadingBuilder(std::string_view text, const Lexicon& lexicon);

  // Appends the part of `text` inside `source`, leaving out the ranges of `furniture` (ascending), and
  // returns where it stands in the reading text. Paragraphs are parted by "\n".
  Range add(Range source, std::span<const Range> furniture);

  ReadingText take() { return std::move(reading_); }
  const ReadingText& reading() const { return reading_; }

 private:
  bool known(std::string_view word) const;
  bool is_broken(std::string_view first, std::string_view second) const;
  std::string_view last_word() const;

  std::string_view text_;
  const Lexicon& lexicon_;
  WordSet seen_;
  ReadingText reading_;
};

}  // namespace clausemark
