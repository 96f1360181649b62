#include "core/annotation/alignment.h"

#include <algorithm>
#include <unordered_map>

#include "core/resolution/scan.h"
#include "core/text/utf8.h"

namespace clausemark {
namespace {

constexpr std::uint32_t run = 8;  // words of a run that is looked for as a whole

// Not the lead byte of punctuation such as dashes and quotation marks.
bool in_word(char c) { return scan::is_digit(c) || (scan::is_letter(c) && c != '\xE2'); }

struct Run {
  std::uint32_t a = Alignment::none;
  std::uint32_t b = Alignment::none;
  int in_a = 0;
  int in_b = 0;
};

std::uint64_t hash_of_run(const std::vector<Word>& words, std::uint32_t at) {
  std::uint64_t hash = 0;
  for (std::uint32_t k = 0; k < run; ++k) hash = (hash ^ words[at + k].hash) * 0x9E3779B97F4A7C15u;
  return hash;
}

struct Pair {
  std::uint32_t a;
  std::uint32_t b;
};

// The longest row of pairs that ascends in both (by binary search, M. Fredman 1975); pairs come in the order
// of a.
std::vector<Pair> longest_row(const std::vector<Pair>& pairs) {
  std::vector<std::size_t> tops;  // the pair that ends the best row of each length
  std::vector<std::size_t> before(pairs.size());
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const auto place = std::lower_bound(tops.begin(), tops.end(), pairs[k].b,
                                        [&](std::size_t top, std::uint32_t b) { return pairs[top].b < b; });
    before[k] = place == tops.begin() ? pairs.size() : *std::prev(place);
    if (place == tops.end())
      tops.push_back(k);
    else
      *place = k;
  }
  std::vector<Pair> row;
  for (auto k = tops.empty() ? pairs.size() : tops.back(); k < pairs.size(); k = before[k])
    row.push_back(pairs[k]);
  std::reverse(row.begin(), row.end());
  return row;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::uint32_t at = 0; at < text.size();) {
    if (!in_word(text[at])) {
      ++at;
      continue;
    }
    Word word{{at, at}, 0xCBF29CE484222325u};
    for (; at < text.size() &&
           (in_word(text[at]) || (at > word.range.start && utf8::is_continuation(text[at])));
         ++at) {
      const auto byte = static_cast<unsigned char>(scan::lower(text[at]));
      word.hash = (word.hash ^ byte) * 0x100000001B3u;  // FNV-1a
    }
    word.range.end = at;
    words.push_back(word);
  }
  return words;
}

Alignment::Alignment(const std::vector<Word>& from, const std::vector<Word>& to)
    : a_(from), b_(to), to_(from.size(), none), taken_(to.size()) {
  std::unordered_map<std::uint64_t, Run> runs;
  for (std::uint32_t k = 0; k + run <= a_.size(); ++k) {
    auto& one = runs[hash_of_run(a_, k)];
    one.a = k;
    ++one.in_a;
  }
  for (std::uint32_t k = 0; k + run <= b_.size(); ++k) {
    const auto found = runs.find(hash_of_run(b_, k));
    if (found == runs.end()) continue;
    found->second.b = k;
    ++found->second.in_b;
  }
  std::vector<Pair> pairs;
  for (std::uint32_t k = 0; k + run <= a_.size(); ++k) {
    const auto& one = runs.find(hash_of_run(a_, k))->second;
    if (one.in_a == 1 && one.in_b == 1) pairs.push_back({k, one.b});
  }
  // Runs overlap, those of other passages as well; each takes what lies behind the ones before it.
  std::uint32_t next_a = 0;
  std::uint32_t next_b = 0;
  for (const auto& row : longest_row(pairs)) {
    for (std::uint32_t k = 0; k < run; ++k) {
      if (row.a + k < next_a || row.b + k < next_b) continue;
      pair(row.a + k, row.b + k);
      next_a = row.a + k + 1;
      next_b = row.b + k + 1;
    }
  }
  // What lies between, and first of all what is the same right behind or right before a run.
  Range gap_a{0, 0};
  Range gap_b{0, 0};
  for (std::uint32_t k = 0; k <= a_.size(); ++k) {
    const bool end = k == a_.size();
    if (!end && to_[k] == none) continue;
    gap_a.end = k;
    gap_b.end = end ? static_cast<std::uint32_t>(b_.size()) : to_[k];
    if (!gap_a.empty() && !gap_b.empty()) fill(gap_a, gap_b);
    if (!end) {
      gap_a.start = k + 1;
      gap_b.start = to_[k] + 1;
    }
  }
}

void Alignment::pair(std::uint32_t from, std::uint32_t to) {
  if (to_[from] != none || taken_[to]) return;
  to_[from] = to;
  taken_[to] = true;
}

void Alignment::fill(Range from, Range to) {
  const auto same = [&](std::uint32_t a, std::uint32_t b) { return a_[a].hash == b_[b].hash; };
  while (!from.empty() && !to.empty() && same(from.start, to.start)) pair(from.start++, to.start++);
  while (!from.empty() && !to.empty() && same(from.end - 1, to.end - 1)) pair(--from.end, --to.end);
  if (from.empty() || to.empty()) return;
  if (from.size() == to.size()) {
    // Words have been exchanged one by one, if half of them are where they were.
    std::uint32_t equal = 0;
    for (std::uint32_t k = 0; k < from.size(); ++k) equal += same(from.start + k, to.start + k) ? 1 : 0;
    if (2 * equal >= from.size()) {
      for (std::uint32_t k = 0; k < from.size(); ++k) {
        if (same(from.start + k, to.start + k)) pair(from.start + k, to.start + k);
      }
      return;
    }
  }
  // Longest common subsequence (Wagner and Fischer, 1974) where that is affordable. Between texts that differ
  // by more there is nothing to be sure of.
  constexpr std::uint64_t most_cells = 4'000'000;
  if (std::uint64_t{from.size()} * to.size() > most_cells) return;
  const std::size_t width = to.size() + 1;
  std::vector<std::uint32_t> best((from.size() + 1) * width);
  for (std::uint32_t i = from.size(); i-- > 0;) {
    for (std::uint32_t j = to.size(); j-- > 0;) {
      best[i * width + j] = same(from.start + i, to.start + j)
                                ? best[(i + 1) * width + j + 1] + 1
                                : std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  for (std::uint32_t i = 0, j = 0; i < from.size() && j < to.size();) {
    if (same(from.start + i, to.start + j)) {
      pair(from.start + i++, to.start + j++);
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
}

}  // namespace clausemark
