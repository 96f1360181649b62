#include "core/resolution/word_marks.h"

#include <algorithm>

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

constexpr std::uint8_t wanted = use_act | use_conjunction | use_mention | use_duty | use_chapeau;

// "re-emphasizing", "sub-paragraph": the uses of the whole word, or else of its first part.
std::uint8_t compound_uses(std::string_view text, Range part, const Lexicon& lexicon) {
  const auto whole = scan::word_at(text, part.start);
  const auto uses = lexicon.uses(slice(text, whole));
  return (uses & wanted) != 0 ? uses : lexicon.uses(slice(text, part));
}

}  // namespace

SourceWords find_words(std::string_view text, const Lexicon& lexicon) {
  constexpr std::uint32_t shortest_evidence = 3;
  SourceWords words;
  words.unknown.resize(text.size() + 1);
  words.marks.reserve(text.size() / 16);  // about what is needed
  words.gaps.reserve(text.size() / 32);
  const auto size = static_cast<std::uint32_t>(text.size());
  bool known = true;  // the word that ends at `at`
  for (std::uint32_t at = 0; at < size; ++at) {
    if (const auto kind = scan::byte_class(text[at]); kind != scan::word_byte) {
      const bool space =
          text[at] == ' ' && known && at + 1 < size && scan::byte_class(text[at + 1]) == scan::word_byte;
      if (kind == scan::blank_lead && !space) words.gaps.push_back(at);
      known = true;
      continue;
    }
    const Range word{at, scan::skip_word(text, at)};
    const char first = text[at];
    at = word.end - 1;
    if (scan::is_digit(first)) {
      words.marks.push_back({word.start, use_mention});
      continue;
    }
    const char behind = word.end < size ? text[word.end] : ' ';
    const bool symbol = behind == '/' && word.size() == 1 && (first == 'S' || first == 'A');
    auto uses = lexicon.uses(slice(text, word));
    known = (uses & use_known) != 0;
    if (!known) {
      if (word.start > 0 && text[word.start - 1] == ' ' &&
          (words.gaps.empty() || words.gaps.back() != word.start - 1))
        words.gaps.push_back(word.start - 1);
      words.unknown[word.start] = true;
      words.unknown[word.end] = true;
      if (word.size() >= shortest_evidence) words.unknown_words.add(slice(text, word));
    }
    if (symbol) uses = use_mention;
    if ((behind == '-' || behind == '\xE2') && scan::hyphen_at(text, word.end) != 0)
      uses = compound_uses(text, word, lexicon);
    if ((uses & wanted) != 0) words.marks.push_back({word.start, uses});
  }
  return words;
}

WordMarks::WordMarks(const SourceWords& words, const ReadingText& reading, const Lexicon& lexicon) {
  marks_.reserve(words.marks.size());
  const auto text = reading.text();
  auto cursor = reading.cursor();
  for (const auto& mark : words.marks) {
    const auto at = cursor.from_source(mark.at);
    // What was a word of its own may have become the end of a mended one.
    const bool begins_word =
        at == 0 || at == ReadingText::left_out || scan::byte_class(text[at - 1]) != scan::word_byte;
    if (at != ReadingText::left_out && begins_word) marks_.push_back({at, mark.uses});
  }
  // A word that has been mended is another one than its parts.
  const auto before_mends = marks_.size();
  std::uint32_t done = 0;  // words before it have been looked at
  for (const auto& mend : reading.mends()) {
    if (mend.reading < done) continue;
    auto start = mend.reading;
    while (start > done && (scan::byte_class(text[start - 1]) == scan::word_byte || text[start - 1] == '-'))
      --start;
    const auto word = scan::word_at(text, start);
    done = std::max(word.end, mend.reading);
    const auto uses = lexicon.uses(slice(text, word));
    if ((uses & wanted) != 0) marks_.push_back({start, uses});
  }
  if (marks_.size() != before_mends) {
    // Both parts ascend.
    std::inplace_merge(marks_.begin(), marks_.begin() + static_cast<std::ptrdiff_t>(before_mends),
                       marks_.end(), [](const WordMark& a, const WordMark& b) { return a.at < b.at; });
  }
  pages_.reserve(text.size() / page_size + 1);
  for (std::uint32_t k = 0; k < marks_.size(); ++k) {
    while (pages_.size() * page_size <= marks_[k].at) pages_.push_back(k);
  }
}

std::size_t WordMarks::first_from(std::uint32_t at) const {
  const auto page = at / page_size;
  if (page >= pages_.size()) return marks_.size();
  std::size_t mark = pages_[page];
  while (mark < marks_.size() && marks_[mark].at < at) ++mark;
  return mark;
}

std::span<const WordMark> WordMarks::in(Range range) const {
  const auto first = first_from(range.start);
  const auto last = std::max(first, first_from(range.end));
  return std::span(marks_).subspan(first, last - first);
}

}  // namespace clausemark
