#include "core/resolution/lexicon.h"

#include <algorithm>
#include <array>

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

constexpr std::uint32_t no_match = 0xFFFFFFFF;

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
    auto f = split_fields(line);
    if (f[0] == "verb" || f[0] == "opener") {
      const auto strength = strength_of(f[6]);
      const bool ahead = f[4].starts_with('(') && f[4].ends_with(')');
      if (ahead) f[4] = f[4].substr(1, f[4].size() - 2);
      if (f[0] == "opener") {
        forms_[f[2]].push_back({f[1], f[4], f[5], strength, VerbForm::opener, ahead});
      } else {
        forms_[f[2]].push_back({f[1], f[4], f[5], strength, VerbForm::finite, ahead});
        forms_[f[3]].push_back({f[1], f[4], f[5], strength, VerbForm::participle, ahead});
      }
    } else if (f[0] == "adverb") {
      adverbs_[f[1].substr(0, f[1].find(' '))].push_back(f[1]);
    } else if (f[0] == "lead") {
      leads_.push_back(f[1]);
    } else if (f[0] == "conjunction") {
      conjunctions_.push_back(f[1]);
    } else if (f[0] == "noun") {
      nouns_.push_back(f[1]);
    } else if (f[0] == "opening-only") {
      for (auto& [form, entries] : forms_) {
        for (auto& entry : entries) entry.opening_only = entry.opening_only || entry.lemma == f[1];
      }
    } else if (f[0] == "determiner") {
      determiners_.push_back(f[1]);
    } else if (f[0] == "object") {
      objects_[f[1]] = {f[2], strength_of(f[3])};
    } else if (f[0] == "by-object") {
      for (auto& [form, entries] : forms_) {
        for (auto& entry : entries) {
          entry.by_object = entry.by_object || entry.lemma == f[1];
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

// The words of `rest` in order. Adverbs may stand between them ("calls again upon", "to remain actively seized"),
// and before a word marked with "~" adjectives may ("takes ~note": "takes positive note").
std::uint32_t Lexicon::match_rest(std::string_view text, std::uint32_t at, std::string_view rest) const {
  auto end = at;
  while (!rest.empty()) {
    const auto length = std::min(rest.find(' '), rest.size());
    auto wanted = rest.substr(0, length);
    rest.remove_prefix(std::min(length + 1, rest.size()));
    const bool adjectives = wanted.starts_with('~');
    if (adjectives) wanted.remove_prefix(1);
    auto word = scan::word_at(text, at);
    if (!scan::same_word(slice(text, word), wanted)) word = scan::word_at(text, skip_adverbs(text, at, 2));
    for (int k = 0; adjectives && k < 2 && !scan::same_word(slice(text, word), wanted); ++k) {
      if (word.empty() || is_determiner(slice(text, word))) return no_match;
      word = scan::word_at(text, scan::skip_spaces(text, word.end));
    }
    if (!scan::same_word(slice(text, word), wanted)) return no_match;
    end = word.end;
    at = scan::skip_spaces(text, end);
  }
  return end;
}

bool Lexicon::contains(const std::vector<std::string_view>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view candidate) { return scan::same_word(word, candidate); });
}

std::uint32_t Lexicon::skip_lead(std::string_view text, std::uint32_t at) const {
  for (const auto lead : leads_) {
    if (const auto end = scan::words_at(text, at, lead); end != at) return scan::skip_spaces(text, end);
  }
  return at;
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
    auto end = entry.rest.empty() ? verb.end : match_rest(text, next, entry.rest);
    if (end == no_match) continue;
    if (entry.ahead) end = verb.end;
    VerbPhrase phrase{{at, end},      verb_at,    entry.lemma,
                      entry.tag,      entry.strength, entry.form,
                      entry.opening_only && entry.form == VerbForm::participle};
    // Adverbs behind the verb belong to the phrase: "Recalling also", "Condemning strongly".
    if (const auto word = scan::word_at(text, next); end == verb.end && !word.empty()) {
      const auto adverb = adverbs_.find(Lowered(slice(text, word)));
      if (adverb != adverbs_.end() && adverb->second.back().find(' ') == std::string_view::npos)
        phrase.range.end = word.end;
    }
    if (entry.by_object) {
      std::uint32_t object_end = 0;
      if (const auto* object = object_after(text, phrase.range.end, object_end)) {
        phrase.tag = object->tag;
        phrase.strength = object->strength;
      }
    }
    return phrase;
  }
  return {};
}

bool Lexicon::opens_paragraph(std::string_view text) const {
  const auto first = scan::word_at(text, 0);
  if (first.empty() || !scan::is_upper(text[0])) return false;
  const auto at = is_conjunction(slice(text, first)) ? scan::skip_spaces(text, first.end) : first.start;
  return !phrase_at(text, at).range.empty();
}

}  // namespace clausemark
