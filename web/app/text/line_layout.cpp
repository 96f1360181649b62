#include "web/app/text/line_layout.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace clausemark::app {
namespace {

enum class Strength { neutral, left, right };

// Strong classes of UAX #9, coarsely: the blocks of right-to-left scripts, letters of all others.
Strength strength_of(char32_t c) {
  if ((c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) ||
      (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF)) {
    const bool digit = (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
    return digit ? Strength::neutral : Strength::right;
  }
  const bool letter =
      (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000) || c >= 0x2C00;
  return letter ? Strength::left : Strength::neutral;
}

Strength word_strength(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto decoded = utf8::decode(word, at);
    if (const auto strength = strength_of(decoded.code_point); strength != Strength::neutral) return strength;
    at += decoded.bytes;
  }
  return Strength::neutral;
}

// Chinese and Japanese text breaks between any two characters.
bool breaks_anywhere(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         (c >= 0xFF00 && c <= 0xFF60);
}

bool closes(char32_t c) {
  return c == 0x3001 || c == 0x3002 || c == 0xFF0C || c == 0xFF1B || c == 0xFF1A || c == 0x300B ||
         c == 0xFF09 || c == 0x300D || c == 0xFF0E;
}

// The next piece that may not be broken, from `at` on: up to a space, behind a hyphen, or one ideograph.
Range next_piece(std::string_view reading, std::uint32_t at, std::uint32_t end) {
  std::uint32_t stop = at;
  while (stop < end && reading[stop] != ' ' && reading[stop] != '\n') {
    const auto decoded = utf8::decode(reading, stop);
    if (breaks_anywhere(decoded.code_point)) {
      if (stop > at) break;
      stop += decoded.bytes;
      while (stop < end) {
        const auto next = utf8::decode(reading, stop);
        if (!closes(next.code_point)) break;
        stop += next.bytes;
      }
      break;
    }
    stop += decoded.bytes;
    const bool hyphen =
        decoded.code_point == '-' || decoded.code_point == 0x2013 || decoded.code_point == 0x2014;
    if (hyphen && stop - at > 1 && stop < end && reading[stop] != ' ') break;
  }
  return {at, std::min(stop, end)};
}

class Breaker {
 public:
  Breaker(std::string_view reading, const LineStyle& style, TextMeasurer& measurer)
      : reading_(reading), style_(style), measurer_(measurer) {
    space_ = measurer.width(" ", style.face, style.size);
  }

  Paragraph run(Range range) {
    base_ = base_direction(slice(reading_, range));
    std::uint32_t at = range.start;
    line_start_ = at;
    bool spaced = false;
    while (at < range.end) {
      if (reading_[at] == ' ' || reading_[at] == '\n') {
        spaced = true;
        ++at;
        continue;
      }
      auto piece = next_piece(reading_, at, range.end);
      float width = measurer_.width(slice(reading_, piece), style_.face, style_.size);
      if (width > style_.width && width > 0) {
        piece = fitting(piece, width);
        width = measurer_.width(slice(reading_, piece), style_.face, style_.size);
      }
      const float gap = spaced && line_has_words() ? space_ : 0;
      if (line_has_words() && x_ + gap + width > style_.width) {
        end_line(at);
        x_ = 0;
      } else {
        x_ += gap;
      }
      out_.words.push_back({piece, x_, width, Direction::left_to_right});
      x_ += width;
      spaced = false;
      at = piece.end;
    }
    end_line(range.end);
    return std::move(out_);
  }

 private:
  // The beginning of a piece that is wider than the column, about as much as fits, at least one code point.
  Range fitting(Range piece, float width) const {
    auto end = piece.start + std::max(1u, static_cast<std::uint32_t>(static_cast<float>(piece.size()) *
                                                                     style_.width / width * 0.9f));
    while (end < piece.end && !utf8::is_boundary(reading_, end)) ++end;
    return {piece.start, std::min(end, piece.end)};
  }

  bool line_has_words() const { return out_.words.size() > first_; }

  void end_line(std::uint32_t end) {
    Line line;
    line.first = first_;
    line.count = static_cast<std::uint32_t>(out_.words.size()) - first_;
    line.reading = {line_start_, end};
    line.direction = base_;
    order(line);
    out_.lines.push_back(line);
    first_ = static_cast<std::uint32_t>(out_.words.size());
    line_start_ = end;
  }

  // Visual order (UAX #9, rule L2) with words as units: runs against the base direction are turned round,
  // neutral words follow the word before them.
  void order(const Line& line) {
    const auto begin = out_.words.begin() + static_cast<std::ptrdiff_t>(line.first);
    const auto end = begin + static_cast<std::ptrdiff_t>(line.count);
    bool mixed = base_ == Direction::right_to_left;
    auto current = base_;
    for (auto word = begin; word != end; ++word) {
      const auto strength = word_strength(slice(reading_, word->reading));
      if (strength != Strength::neutral)
        current = strength == Strength::right ? Direction::right_to_left : Direction::left_to_right;
      word->direction = current;
      mixed = mixed || current == Direction::right_to_left;
    }
    if (!mixed) return;
    std::vector<float> gaps;  // before each word, in reading order
    for (auto word = begin; word != end; ++word)
      gaps.push_back(word == begin ? 0 : word->x - std::prev(word)->x - std::prev(word)->width);
    std::vector<std::size_t> visual(line.count);
    for (std::size_t k = 0; k < visual.size(); ++k) visual[k] = k;
    if (base_ == Direction::right_to_left) std::reverse(visual.begin(), visual.end());
    const auto against = [&](std::size_t k) {
      return (begin + static_cast<std::ptrdiff_t>(k))->direction != base_;
    };
    for (std::size_t k = 0; k < visual.size();) {
      std::size_t stop = k;
      while (stop < visual.size() && against(visual[stop])) ++stop;
      std::reverse(visual.begin() + static_cast<std::ptrdiff_t>(k),
                   visual.begin() + static_cast<std::ptrdiff_t>(stop));
      k = std::max(stop, k + 1);
    }
    float x = 0;
    std::vector<PlacedWord> placed;
    for (std::size_t k = 0; k < visual.size(); ++k) {
      auto word = *(begin + static_cast<std::ptrdiff_t>(visual[k]));
      if (k > 0) x += std::max(gaps[std::max(visual[k], visual[k - 1])], 0.0f);
      word.x = x;
      x += word.width;
      placed.push_back(word);
    }
    if (base_ == Direction::right_to_left) {
      for (auto& word : placed) word.x += style_.width - x;
    }
    std::copy(placed.begin(), placed.end(), begin);
  }

  std::string_view reading_;
  const LineStyle& style_;
  TextMeasurer& measurer_;
  Paragraph out_;
  Direction base_ = Direction::left_to_right;
  float space_ = 0;
  float x_ = 0;
  std::uint32_t first_ = 0;
  std::uint32_t line_start_ = 0;
};

}  // namespace

Direction base_direction(std::string_view text) {
  return word_strength(text) == Strength::right ? Direction::right_to_left : Direction::left_to_right;
}

Paragraph lay_out(std::string_view reading, Range range, const LineStyle& style, TextMeasurer& measurer) {
  return Breaker(reading, style, measurer).run(range);
}

}  // namespace clausemark::app
