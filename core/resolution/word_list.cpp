#include "core/resolution/word_list.h"

#include <algorithm>
#include <array>

#include "core/resolution/scan.h"

namespace clausemark {

void WordList::add(Entry entry) {
  const auto first = entry.phrase.substr(0, entry.phrase.find(' '));
  if (first.empty()) return;
  starts_.add(first);
  auto& entries = phrases_[first];
  entries.push_back(entry);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.phrase.size() > b.phrase.size(); });
}

const WordList::Entry* WordList::match(std::string_view text, std::uint32_t at, std::uint32_t& end) const {
  if (at >= text.size() || !may_begin(text, at)) return nullptr;
  const auto word = scan::word_at(text, at);
  std::array<char, 32> lowered;
  if (word.empty() || word.size() > lowered.size()) return nullptr;
  for (std::uint32_t k = 0; k < word.size(); ++k) lowered[k] = scan::lower(text[at + k]);
  const auto found = phrases_.find({lowered.data(), word.size()});
  if (found == phrases_.end()) return nullptr;
  for (const auto& entry : found->second) {
    const auto stop = scan::words_at(text, at, entry.phrase);
    if (stop == at) continue;
    end = stop;
    return &entry;
  }
  return nullptr;
}

std::uint32_t WordList::skip(std::string_view text, std::uint32_t at) const {
  std::uint32_t end = at;
  match(text, at, end);
  return end;
}

bool WordList::contains(std::string_view word) const {
  std::uint32_t end = 0;
  return match(word, 0, end) != nullptr && end == word.size();
}

}  // namespace clausemark
