#include "core/resolution/reading_builder.h"

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

Range letters_at(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < text.size() && (scan::is_lower(text[end]) || scan::is_upper(text[end]))) ++end;
  return {at, end};
}

}  // namespace

ReadingBuilder::ReadingBuilder(std::string_view text, const Lexicon& lexicon)
    : text_(text), lexicon_(lexicon), seen_(text.size() / 32) {
  for (std::uint32_t at = 0; at < text.size();) {
    const auto word = letters_at(text, at);
    if (word.empty()) {
      ++at;
      continue;
    }
    if (word.size() >= 3) seen_.add(slice(text, word));
    at = word.end;
  }
}

bool ReadingBuilder::known(std::string_view word) const {
  if (lexicon_.knows_word(word)) return true;
  return (word.size() >= 4 && seen_.count(word) >= 2) || (word.size() == 3 && seen_.count(word) >= 4);
}

bool ReadingBuilder::is_broken(std::string_view first, std::string_view second) const {
  if (first.empty() || second.empty() || first.size() + second.size() < 3) return false;
  if (lexicon_.knows_word(first) && lexicon_.knows_word(second)) return false;
  if (known(first) && known(second)) return false;
  // A capital alone before a word is an initial or "M ali"; only a word of this text may join it.
  for (const char c : second) {
    if (!scan::is_lower(c)) return false;
  }
  if (seen_.count(first, second) > 0) return true;
  std::string joined(first);
  joined += second;
  return lexicon_.knows_word(joined);
}

std::string_view ReadingBuilder::last_word() const {
  const auto text = reading_.text();
  std::size_t start = text.size();
  while (start > 0 && (scan::is_lower(text[start - 1]) || scan::is_upper(text[start - 1]))) --start;
  // A word behind a hyphen, an apostrophe or an accented letter is a part of one.
  if (start > 0) {
    const auto before = static_cast<unsigned char>(text[start - 1]);
    if (before == '-' || before == '\'' || before >= 0x80) {
      const bool opening = text.size() >= 3 && start >= 3 && text.substr(start - 3, 3) == "\xE2\x80\x9C";
      if (!opening) return {};
    }
  }
  return text.substr(start);
}

Range ReadingBuilder::add(Range source, std::span<const Range> furniture) {
  if (reading_.size() > 0) reading_.insert("\n", source.start);
  const std::uint32_t begin = reading_.size();
  std::size_t skip = 0;
  std::uint32_t at = source.start;
  std::uint32_t copied = at;  // everything before stands in the reading text
  const auto flush = [&](std::uint32_t end) {
    if (end > copied) reading_.append({copied, end}, slice(text_, {copied, end}));
    copied = end;
  };
  while (at < source.end) {
    while (skip < furniture.size() && furniture[skip].end <= at) ++skip;
    const char c = text_[at];
    if (c == '\xC2' && text_.substr(at, 2) == "\xC2\xAD") {
      flush(at);
      reading_.note({MendKind::soft_hyphen, {at, at + 2}, reading_.size()});
      at = copied = at + 2;
      continue;
    }
    const bool in_furniture = skip < furniture.size() && furniture[skip].contains(at);
    if (!in_furniture && scan::blank_at(text_, at) == 0) {
      ++at;
      continue;
    }

    // White space, line ends and furniture between two words.
    flush(at);
    const std::uint32_t gap = at;
    bool line_end = false;
    while (at < source.end) {
      while (skip < furniture.size() && furniture[skip].end <= at) ++skip;
      if (skip < furniture.size() && furniture[skip].contains(at)) {
        at = std::min(furniture[skip].end, source.end);
        line_end = true;
        continue;
      }
      const auto blank = scan::blank_at(text_, at);
      if (blank == 0) break;
      line_end = line_end || scan::is_line_end(text_[at]);
      at += blank;
    }
    copied = at;
    if (at >= source.end || reading_.size() == begin) continue;

    const auto so_far = reading_.text();
    const char before = so_far.back();
    const auto next = slice(text_, letters_at(text_, at));
    const bool hyphen_before =
        so_far.size() > begin + 1 &&
        (before == '-' || so_far.ends_with("\xE2\x80\x91") || so_far.ends_with("\xE2\x80\x90"));
    const auto hyphen_here = scan::hyphen_at(text_, at);
    if (line_end && hyphen_before && scan::is_letter(text_[at])) {
      // "institution-⏎building"; "ill -⏎treatment" has lost its first space already.
      reading_.note({MendKind::loose_hyphen, {gap, at}, reading_.size()});
      continue;
    }
    if (hyphen_here != 0 && scan::is_letter(before) && at + hyphen_here < source.end) {
      // "politically -led", "ill -⏎treatment"
      const auto behind = text_[at + hyphen_here];
      if (scan::is_lower(behind) ||
          (scan::is_line_end(behind) || scan::space_at(text_, at + hyphen_here) != 0)) {
        const bool spaced = !scan::is_lower(behind);
        bool breaks = false;
        for (auto look = at + hyphen_here; look < source.end && scan::blank_at(text_, look) != 0;
             look += scan::blank_at(text_, look)) {
          breaks = breaks || scan::is_line_end(text_[look]);
        }
        if (!spaced || breaks) {
          reading_.note({MendKind::loose_hyphen, {gap, at}, reading_.size()});
          continue;
        }
      }
    }
    const bool apostrophe = text_.substr(at, 4) == "\xE2\x80\x99s" && scan::is_letter(before) &&
                            (at + 4 >= source.end || !scan::is_letter(text_[at + 4]));
    if (apostrophe || (!line_end && !next.empty() && is_broken(last_word(), next))) {
      reading_.note({MendKind::broken_word, {gap, at}, reading_.size()});
      continue;
    }
    reading_.insert(" ", gap);
  }
  flush(source.end);
  return {begin, reading_.size()};
}

}  // namespace clausemark
