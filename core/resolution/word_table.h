// A map from words to values, without regard to ASCII case: open addressing over word_hash, and the word
// itself is compared in the end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/resolution/scan.h"
#include "core/resolution/word_hash.h"

namespace clausemark {

template <class Value>
class WordTable {
 public:
  // The value of a word in lower case, made on first use. The word must outlive the table.
  Value& operator[](std::string_view word) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    auto at = slot(word_hash(word));
    for (; slots_[at] != 0; at = next(at)) {
      if (entries_[slots_[at] - 1].word == word) return entries_[slots_[at] - 1].value;
    }
    entries_.push_back({word, {}});
    slots_[at] = static_cast<std::uint32_t>(entries_.size());
    return entries_.back().value;
  }

  // The value of a word in any case, or nullptr.
  const Value* find(std::string_view word) const {
    if (slots_.empty()) return nullptr;
    for (auto at = slot(word_hash(word)); slots_[at] != 0; at = next(at)) {
      const auto& entry = entries_[slots_[at] - 1];
      if (scan::same_word(word, entry.word)) return &entry.value;
    }
    return nullptr;
  }

  template <class Visit>
  void each(Visit visit) {
    for (auto& entry : entries_) visit(entry.word, entry.value);
  }
  template <class Visit>
  void each(Visit visit) const {
    for (const auto& entry : entries_) visit(entry.word, entry.value);
  }

 private:
  struct Entry {
    std::string_view word;
    Value value;
  };
  std::size_t slot(std::uint64_t hash) const { return static_cast<std::size_t>(hash) & (slots_.size() - 1); }
  std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : slots_.size() * 2, 0);
    for (std::uint32_t k = 0; k < entries_.size(); ++k) {
      auto at = slot(word_hash(entries_[k].word));
      while (slots_[at] != 0) at = next(at);
      slots_[at] = k + 1;
    }
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // one more than the index of the entry; 0 where a slot is free
};

}  // namespace clausemark
