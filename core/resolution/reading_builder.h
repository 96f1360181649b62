// Builds the ReadingText paragraph by paragraph: joins lines, drops soft hyphens, mends words that extraction
// broke. A word is mended only on evidence: the joined word stands elsewhere in the text or in the drafting
// vocabulary, and at least one of its parts does not. A doubtful case stays as it is.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/resolution/lexicon.h"
#include "core/resolution/lines.h"
#include "core/resolution/word_marks.h"
#include "core/text/reading_text.h"

namespace clausemark {

class ReadingBuilder {
 public:
  ReadingBuilder(std::string_view text, const Lexicon& lexicon, const SourceWords& words)
      : text_(text), lexicon_(lexicon), words_(words) {
    reading_.reserve(text.size());
  }

  // Appends the part of `text` inside `source`, leaving out the ranges of `furniture` (ascending), and
  // returns where it stands in the reading text. Paragraphs are parted by "\n".
  Range add(Range source, std::span<const Range> furniture);

  ReadingText take() { return std::move(reading_); }
  const ReadingText& reading() const { return reading_; }

 private:
  // What stands between two words: white space, line ends and furniture.
  struct Gap {
    Range source;
    bool line_end = false;
  };
  Gap gap_at(std::uint32_t at, std::uint32_t end, std::span<const Range> furniture);
  // How the words at both sides of a gap belong together, or nothing where a space parts them.
  std::optional<MendKind> joint(const Gap& gap, std::uint32_t begin, std::uint32_t end) const;
  bool joins_hyphen(std::uint32_t at, std::uint32_t end) const;
  bool divides_word(std::uint32_t at, std::uint32_t next) const;

  bool known(std::string_view word) const;
  bool is_broken(std::string_view first, std::string_view second) const;
  std::string_view last_word() const;
  void copy_until(std::uint32_t source);

  std::string_view text_;
  const Lexicon& lexicon_;
  const SourceWords& words_;
  ReadingText reading_;
  std::uint32_t copied_ = 0;        // the source before it stands in the reading text
  std::size_t next_gap_ = 0;        // of words_.gaps; paragraphs are added in the order of the text
  std::size_t next_furniture_ = 0;  // of the paragraph being added
};

}  // namespace clausemark
