#include "core/resolution/reading_builder.h"

#include <algorithm>

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

Range letters_at(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < text.size() && (scan::is_lower(text[end]) || scan::is_upper(text[end]))) ++end;
  return {at, end};
}

}  // namespace

bool ReadingBuilder::known(std::string_view word) const {
  if (lexicon_.knows_word(word)) return true;
  return (word.size() >= 4 && words_.unknown_words.count(word) >= 2) ||
         (word.size() == 3 && words_.unknown_words.count(word) >= 4);
}

bool ReadingBuilder::is_broken(std::string_view first, std::string_view second) const {
  if (first.empty() || second.empty() || first.size() + second.size() < 3) return false;
  if (known(first) && known(second)) return false;
  // A capital alone before a word is an initial or "M ali"; only a word of this text may join it.
  for (const char c : second) {
    if (!scan::is_lower(c)) return false;
  }
  std::string joined(first);
  joined += second;
  return lexicon_.knows_word(joined) || words_.unknown_words.contains(joined);
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

void ReadingBuilder::copy_until(std::uint32_t source) {
  if (source > copied_) reading_.append({copied_, source}, slice(text_, {copied_, source}));
  copied_ = source;
}

ReadingBuilder::Gap ReadingBuilder::gap_at(std::uint32_t at, std::uint32_t end,
                                           std::span<const Range> furniture) {
  Gap gap{{at, at}, false};
  while (at < end) {
    while (next_furniture_ < furniture.size() && furniture[next_furniture_].end <= at) ++next_furniture_;
    if (next_furniture_ < furniture.size() && furniture[next_furniture_].contains(at)) {
      at = std::min(furniture[next_furniture_].end, end);
      gap.line_end = true;
      continue;
    }
    const auto blank = scan::blank_at(text_, at);
    if (blank == 0) break;
    gap.line_end = gap.line_end || scan::is_line_end(text_[at]);
    at += blank;
  }
  gap.source.end = at;
  return gap;
}

// "politically -led", "ill -⏎treatment": a hyphen at `at` that has lost its place.
bool ReadingBuilder::joins_hyphen(std::uint32_t at, std::uint32_t end) const {
  const auto hyphen = scan::hyphen_at(text_, at);
  if (hyphen == 0 || at + hyphen >= end) return false;
  auto behind = at + hyphen;
  if (scan::is_lower(text_[behind])) return true;
  for (std::uint32_t blank = 0; behind < end && (blank = scan::blank_at(text_, behind)) != 0;
       behind += blank) {
    if (scan::is_line_end(text_[behind])) return true;
  }
  return false;
}

// "Govern-⏎ment": a hyphen that only divides a word at the end of a line. "peace-⏎keeping" keeps its own.
bool ReadingBuilder::divides_word(std::uint32_t at, std::uint32_t next) const {
  if (at < 2 || text_[at - 1] != '-' || next >= text_.size()) return false;
  const auto second = slice(text_, letters_at(text_, next));
  auto start = at - 1;
  while (start > 0 && (scan::is_lower(text_[start - 1]) || scan::is_upper(text_[start - 1]))) --start;
  const auto first = text_.substr(start, at - 1 - start);
  if (first.empty() || second.empty() || !scan::is_lower(second[0]) || lexicon_.knows_word(second))
    return false;
  const auto joined = std::string(first) + std::string(second);
  return lexicon_.knows_word(joined) || words_.unknown_words.contains(joined);
}

std::optional<MendKind> ReadingBuilder::joint(const Gap& gap, std::uint32_t begin, std::uint32_t end) const {
  const auto so_far = reading_.text();
  const auto at = gap.source.end;
  const char before = so_far.back();
  const bool hyphen_before =
      so_far.size() > begin + 1 &&
      (before == '-' || (so_far.size() > begin + 3 && scan::hyphen_at(so_far, so_far.size() - 3) == 3));
  // "institution-⏎building"; "ill -⏎treatment" has lost its first space already.
  if (gap.line_end && hyphen_before && scan::is_letter(text_[at])) return MendKind::loose_hyphen;
  if (scan::is_letter(before) && joins_hyphen(at, end)) return MendKind::loose_hyphen;
  const bool apostrophe = scan::three_at(text_, at, '\x99') && text_.substr(at + 3, 1) == "s" &&
                          scan::is_letter(before) && (at + 4 >= end || !scan::is_letter(text_[at + 4]));
  if (apostrophe) return MendKind::broken_word;
  if (gap.line_end) return {};
  const auto next = letters_at(text_, at);
  if (next.empty()) return {};
  // A letter with an accent beside the word makes it another one.
  if (next.end < end && static_cast<unsigned char>(text_[next.end]) >= 0xC3 &&
      scan::byte_class(text_[next.end]) == scan::plain)
    return {};
  if (scan::replacement_at(text_, next.end)) return {};
  if (!words_.unknown[next.start] && !words_.unknown[gap.source.start]) return {};
  if (is_broken(last_word(), slice(text_, next))) return MendKind::broken_word;
  return {};
}

Range ReadingBuilder::add(Range source, std::span<const Range> furniture) {
  if (reading_.size() > 0) reading_.insert("\n", source.start);
  const std::uint32_t begin = reading_.size();
  next_furniture_ = 0;
  std::uint32_t at = source.start;
  copied_ = at;
  while (at < source.end) {
    while (next_furniture_ < furniture.size() && furniture[next_furniture_].end <= at) ++next_furniture_;
    while (next_gap_ < words_.gaps.size() && words_.gaps[next_gap_] < at) ++next_gap_;
    const auto hidden =
        next_furniture_ < furniture.size() ? std::max(furniture[next_furniture_].start, at) : source.end;
    at = std::min(hidden, next_gap_ < words_.gaps.size() ? words_.gaps[next_gap_] : source.end);
    if (at >= source.end) break;
    if (at != hidden) {
      if (scan::soft_hyphen_at(text_, at)) {
        copy_until(at);
        reading_.note({MendKind::soft_hyphen, {at, at + 2}, reading_.size()});
        at = copied_ = at + 2;
        continue;
      }
      if (scan::blank_at(text_, at) == 0) {
        ++at;
        continue;
      }
    }
    const auto gap = gap_at(at, source.end, furniture);
    if (gap.line_end && divides_word(at, gap.source.end)) {
      copy_until(at - 1);
      reading_.note({MendKind::loose_hyphen, {at - 1, gap.source.end}, reading_.size()});
      at = copied_ = gap.source.end;
      continue;
    }
    copy_until(at);
    at = copied_ = gap.source.end;
    if (at >= source.end || reading_.size() == begin) continue;
    if (const auto kind = joint(gap, begin, source.end)) {
      reading_.note({*kind, gap.source, reading_.size()});
    } else if (gap.source.size() == 1 && text_[gap.source.start] == ' ') {
      copied_ = gap.source.start;  // a space is itself
    } else {
      reading_.insert(" ", gap.source.start);
    }
  }
  copy_until(source.end);
  return {begin, reading_.size()};
}

}  // namespace clausemark
