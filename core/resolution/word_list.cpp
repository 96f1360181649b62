#include "core/resolution/word_list.h"

#include <algorithm>

#include "core/resolution/scan.h"

namespace clausemark {

void WordList::add(Entry entry) {
  const auto first = entry.phrase.substr(0, entry.phrase.find(' '));
  if (first.empty()) return;
  starts_.add(first);
  auto& entries = phrases_[first];
  entries.push_back(entry);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& x, const Entry& y) { return x.phrase.size() > y.phrase.size(); });
}

std::uint32_t WordList::match_rest(std::string_view text, std::uint32_t at, std::string_view rest) {
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the space
    at = scan::skip_spaces(text, at);
    if (at >= text.size() || scan::lower(text[at]) != rest[0]) return no_match;
    const auto wanted = rest.substr(0, rest.find(' '));
    const auto word = scan::word_at(text, at);
    if (!scan::same_word(slice(text, word), wanted)) return no_match;
    rest.remove_prefix(wanted.size());
    at = word.end;
  }
  return at;
}

const WordList::Entry* WordList::look_up(std::string_view text, std::uint32_t at, std::uint32_t& end) const {
  const auto word = scan::word_at(text, at);
  const auto letters = slice(text, word);
  const auto* entries = phrases_.find(letters);
  if (entries == nullptr) return nullptr;
  for (const auto& entry : *entries) {
    const auto stop = match_rest(text, word.end, entry.phrase.substr(letters.size()));
    if (stop == no_match) continue;
    end = stop;
    return &entry;
  }
  return nullptr;
}

}  // namespace clausemark
