#include "core/resolution/lexicon.h"

#include <algorithm>
#include <array>

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

template <class Row>
void each_line(std::string_view table, Row row) {
  while (!table.empty()) {
    const auto end = std::min(table.find('\n'), table.size());
    const auto line = table.substr(0, end);
    if (!line.empty() && line.front() != '#') row(line);
    table.remove_prefix(std::min(end + 1, table.size()));
  }
}

using Fields = std::array<std::string_view, 7>;

Fields split_fields(std::string_view line) {
  Fields fields;
  for (auto& field : fields) {
    const auto end = std::min(line.find('\t'), line.size());
    field = line.substr(0, end) == "-" ? std::string_view{} : line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return fields;
}

std::uint8_t strength_of(std::string_view digits) {
  return digits.size() == 1 ? static_cast<std::uint8_t>(digits[0] - '0') : std::uint8_t{0};
}

// A word in lower case on the stack; forms of verbs are short.
class Lowered {
 public:
  explicit Lowered(std::string_view word) : size_(std::min(word.size(), buffer_.size())) {
    for (std::size_t k = 0; k < size_; ++k) buffer_[k] = scan::lower(word[k]);
  }
  operator std::string_view() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, 24> buffer_{};
  std::size_t size_;
};

}  // namespace

Lexicon::Lexicon(std::string_view table, std::string_view words) : words_(words.size() / 8) {
  each_line(words, [&](std::string_view word) { words_.add(word); });
  each_line(table, [&](std::string_view line) {
    const auto f = split_fields(line);
    if (f[0] == "verb" || f[0] == "opener") {
      const auto strength = strength_of(f[6]);
      if (f[0] == "opener") {
        forms_[f[2]].push_back({f[1], f[4], f[5], strength, VerbForm::opener});
      } else {
        forms_[f[2]].push_back({f[1], f[4], f[5], strength, VerbForm::finite});
        forms_[f[3]].push_back({f[1], f[4], f[5], strength, VerbForm::participle});
      }
    } else if (f[0] == "adverb") {
      adverbs_[f[1].substr(0, f[1].find(' '))].push_back(f[1]);
    } else if (f[0] == "determiner") {
      determiners_.push_back(f[1]);
    } else if (f[0] == "object") {
      objects_[f[1]] = {f[2], strength_of(f[3])};
    } else if (f[0] == "by-object") {
      for (auto& [form, entries] : forms_) {
        for (auto& entry : entries) {
          if (entry.lemma == f[1]) entry.by_object = f[2] == "phrase" ? ByObject::phrase : ByObject::tag;
        }
      }
    } else if (f[0] == "reporting") {
      reporting_.push_back(f[1]);
    } else if (f[0] == "chapeau") {
      chapeau_.push_back(f[1]);
    }
  });
  for (auto& [form, entries] : forms_) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const VerbEntry& a, const VerbEntry& b) { return a.rest.size() > b.rest.size(); });
  }
  for (auto& [first, phrases] : adverbs_) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
  }
}

std::uint32_t Lexicon::skip_adverbs(std::string_view text, std::uint32_t at, int most) const {
  for (; most > 0; --most) {
    const auto word = scan::word_at(text, at);
    if (word.empty() || word.size() > 20) return at;
    const auto found = adverbs_.find(Lowered(slice(text, word)));
    if (found == adverbs_.end()) return at;
    auto end = at;
    for (const auto phrase : found->second) {
      end = scan::words_at(text, at, phrase);
      if (end != at) break;
    }
    if (end == at) return at;
    if (end < text.size() && text[end] == ',') return at;
    at = scan::skip_spaces(text, end);
  }
  return at;
}

// The rest of a phrase may have adverbs or an adjective within: "calls again upon", "takes positive note",
// "noting with deep concern".
std::uint32_t Lexicon::match_rest(std::string_view text, std::uint32_t at, std::string_view rest) const {
  if (rest.empty()) return at;
  if (const auto end = scan::words_at(text, at, rest); end != at) return end;
  const auto after_adverbs = skip_adverbs(text, at, 2);
  if (after_adverbs != at) {
    if (const auto end = scan::words_at(text, after_adverbs, rest); end != after_adverbs) return end;
  }
  if (rest == "note" || rest.starts_with("with ")) {
    const bool with = rest.starts_with("with ");
    const auto from = with ? scan::words_at(text, at, "with") : at;
    if (with && from == at) return 0;
    auto word = scan::word_at(text, scan::skip_spaces(text, from));
    for (int k = 0; k < 2 && !word.empty(); ++k) {
      const auto next = scan::skip_spaces(text, word.end);
      const auto wanted = with ? rest.substr(5) : rest;
      if (const auto end = scan::words_at(text, next, wanted); end != next) return end;
      word = scan::word_at(text, next);
    }
  }
  return 0;
}

const ObjectEntry* Lexicon::object_after(std::string_view text, std::uint32_t at, std::uint32_t& end) const {
  at = scan::skip_spaces(text, at);
  for (int k = 0; k < 5; ++k) {
    const auto word = scan::word_at(text, at);
    if (word.empty()) return nullptr;
    if (const auto found = objects_.find(Lowered(slice(text, word))); found != objects_.end()) {
      end = word.end;
      return &found->second;
    }
    at = scan::skip_spaces(text, word.end);
    if (at == word.end) return nullptr;  // punctuation
  }
  return nullptr;
}

VerbPhrase Lexicon::phrase_at(std::string_view text, std::uint32_t at) const {
  const auto first = scan::word_at(text, at);
  if (first.empty() || first.size() > 20) return {};
  const auto verb_at = skip_adverbs(text, at, 3);
  const auto verb = scan::word_at(text, verb_at);
  if (verb.empty() || verb.size() > 20) return {};
  const auto found = forms_.find(Lowered(slice(text, verb)));
  if (found == forms_.end()) return {};

  const auto next = scan::skip_spaces(text, verb.end);
  for (const auto& entry : found->second) {
    const auto end = entry.rest.empty() ? verb.end : match_rest(text, next, entry.rest);
    if (!entry.rest.empty() && end == 0) continue;
    VerbPhrase phrase{{at, end}, verb_at, entry.lemma, entry.tag, entry.strength, entry.form};
    // Adverbs behind the verb belong to the phrase: "Recalling also", "Condemning strongly".
    if (const auto word = scan::word_at(text, next); entry.rest.empty() && !word.empty()) {
      const auto adverb = adverbs_.find(Lowered(slice(text, word)));
      if (adverb != adverbs_.end() && adverb->second.back().find(' ') == std::string_view::npos)
        phrase.range.end = word.end;
    }
    if (entry.by_object != ByObject::no) {
      std::uint32_t object_end = 0;
      if (const auto* object = object_after(text, phrase.range.end, object_end)) {
        phrase.tag = object->tag;
        phrase.strength = object->strength;
        if (entry.by_object == ByObject::phrase) phrase.range.end = object_end;
      }
    }
    return phrase;
  }
  return {};
}

}  // namespace clausemark
