#include "core/text/quote_context.h"

#include <unordered_map>

#include "core/text/utf8.h"

namespace clausemark {
namespace {

std::uint32_t step_back(std::string_view text, std::uint32_t at, std::uint32_t code_points) {
  for (; code_points > 0 && at > 0; --code_points) {
    do --at;
    while (at > 0 && utf8::is_continuation(text[at]));
  }
  return at;
}

std::uint32_t step_forward(std::string_view text, std::uint32_t at, std::uint32_t code_points) {
  for (; code_points > 0 && at < text.size(); --code_points) {
    do ++at;
    while (at < text.size() && utf8::is_continuation(text[at]));
  }
  return at;
}

// A hash of a window of fixed length that slides over a text (Karp and Rabin, 1987), modulo 2^64.
class SlidingHash {
 public:
  explicit SlidingHash(std::uint32_t length) {
    for (std::uint32_t k = 1; k < length; ++k) leading_ *= factor;
  }
  std::uint64_t of(std::string_view window) {
    hash_ = 0;
    for (const char c : window) push(c);
    return hash_;
  }
  std::uint64_t slide(char out, char in) {
    hash_ -= leading_ * (static_cast<unsigned char>(out) + 1u);
    push(in);
    return hash_;
  }

 private:
  static constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  void push(char c) { hash_ = hash_ * factor + static_cast<unsigned char>(c) + 1u; }
  std::uint64_t hash_ = 0;
  std::uint64_t leading_ = 1;
};

// How often the first `length` bytes of each window occur in the text; 3 at most are counted.
class Counts {
 public:
  Counts(std::string_view text, std::uint32_t length) : text_(text), length_(length), filter_(filter_size) {}

  void expect(std::uint32_t at) {
    const auto hash = SlidingHash(length_).of(text_.substr(at, length_));
    counts_.emplace(hash, 0);
    filter_[hash >> shift] = true;
  }

  void count() {
    if (text_.size() < length_) return;
    SlidingHash sliding(length_);
    auto hash = sliding.of(text_.substr(0, length_));
    for (std::size_t at = 0;; ++at) {
      if (filter_[hash >> shift]) {
        if (const auto found = counts_.find(hash); found != counts_.end() && found->second < 3)
          ++found->second;
      }
      if (at + length_ >= text_.size()) return;
      hash = sliding.slide(text_[at], text_[at + length_]);
    }
  }

  bool once(std::uint32_t at) const {
    const auto found = counts_.find(SlidingHash(length_).of(text_.substr(at, length_)));
    return found != counts_.end() && found->second <= 1;
  }

 private:
  static constexpr int shift = 44;
  static constexpr std::size_t filter_size = std::size_t{1} << (64 - shift);
  std::string_view text_;
  std::uint32_t length_;
  std::vector<bool> filter_;  // most windows are turned away here
  std::unordered_map<std::uint64_t, int> counts_;
};

}  // namespace

std::vector<Range> unique_contexts(std::string_view text, std::span<const Range> ranges) {
  std::vector<Range> contexts(ranges.size());
  std::vector<std::size_t> open(ranges.size());
  for (std::size_t k = 0; k < open.size(); ++k) open[k] = k;
  constexpr std::uint32_t least = 32;
  for (const std::uint32_t around : {least, 64u, 128u, 256u, 512u}) {
    // A window has at least that many bytes before its quote, or stands at the beginning of the text.
    const std::uint32_t length = 2 * around;
    Counts counts(text, length);
    for (const auto k : open) {
      contexts[k] = {step_back(text, ranges[k].start, around), step_forward(text, ranges[k].end, least)};
      // The window reaches over the quote; only what it does not fill is taken from behind, and what an end
      // of the text cuts off from the other side.
      if (contexts[k].size() < length)
        contexts[k].end = step_forward(text, contexts[k].end, length - contexts[k].size());
      if (contexts[k].size() < length)
        contexts[k].start = step_back(text, contexts[k].start, length - contexts[k].size());
      if (contexts[k].size() >= length) counts.expect(contexts[k].start);
    }
    counts.count();
    std::erase_if(open, [&](std::size_t k) {
      // Less than `length` bytes are the whole text.
      return contexts[k].size() < length || counts.once(contexts[k].start);
    });
    if (open.empty()) break;
  }
  return contexts;
}

}  // namespace clausemark
