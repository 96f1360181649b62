#include "core/resolution/language.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/resolution/scan.h"
#include "core/text/utf8.h"

namespace clausemark {
namespace {

struct Language {
  std::string_view code;
  std::string_view name;
  // Words that are common in it and rare in the others; empty for those that have a script of their own.
  std::array<std::string_view, 8> words;
};

constexpr std::array<Language, 6> languages = {{
    {"en", "English", {"the", "of", "and", "to", "its", "in", "with", "that"}},
    {"fr", "French", {"le", "les", "des", "du", "et", "dans", "aux", "ses"}},
    {"es", "Spanish", {"el", "los", "las", "y", "que", "por", "una", "sus"}},
    {"ru", "Russian", {}},
    {"zh", "Chinese", {}},
    {"ar", "Arabic", {}},
}};
constexpr std::size_t russian = 3;
constexpr std::size_t chinese = 4;
constexpr std::size_t arabic = 5;

// The script of the letter that a byte leads (UTF-8): a language where a script tells it, "latin" for U+00C0
// to U+024F, "other" for letters that none of the six languages has.
constexpr std::size_t latin = languages.size();
constexpr std::size_t other = latin + 1;
constexpr std::size_t no_letter = latin + 2;
constexpr std::size_t script_of_lead(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0xC3 && byte <= 0xC9) return latin;
  if (byte == 0xD0 || byte == 0xD1) return russian;
  if (byte >= 0xD8 && byte <= 0xDB) return arabic;
  if (byte >= 0xE4 && byte <= 0xE9) return chinese;
  if ((byte >= 0xCA && byte <= 0xDF) || byte == 0xE0 || byte == 0xE1 || byte == 0xEA || byte == 0xEB)
    return other;
  return no_letter;
}

struct Evidence {
  std::uint32_t hits = 0;      // letters of its script, or letters of its common words
  std::uint32_t distinct = 0;  // different common words
};

}  // namespace

std::string_view language_of(std::string_view text) {
  constexpr std::size_t enough = 16384;     // bytes
  constexpr std::uint32_t word_weight = 5;  // letters of a word, about
  constexpr std::uint32_t least_distinct = 3;
  text = text.substr(0, enough);
  std::array<Evidence, languages.size()> evidence{};
  std::array<std::array<bool, 8>, languages.size()> seen{};
  std::uint32_t letters = 0;  // of all scripts; a Latin word counts as word_weight
  std::uint32_t latin_letters = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto script = scan::byte_class(text[at]) == scan::word_byte ? latin : script_of_lead(text[at]);
    if (script != latin) {
      if (script != no_letter) ++letters;
      if (script < languages.size()) ++evidence[script].hits;
      ++at;
      continue;
    }
    // A Latin word with its accented letters.
    auto end = at;
    while (end < text.size() &&
           (scan::byte_class(text[end]) == scan::word_byte || script_of_lead(text[end]) == latin ||
            (end > at && utf8::is_continuation(text[end]))))
      ++end;
    const auto word = text.substr(at, end - at);
    at = end;
    if (scan::is_digit(word[0])) continue;
    letters += word_weight;
    latin_letters += word_weight;
    for (std::size_t k = 0; k < languages.size(); ++k) {
      for (std::size_t w = 0; w < languages[k].words.size(); ++w) {
        const auto common = languages[k].words[w];
        if (common.empty() || !scan::same_word(word, common)) continue;
        evidence[k].hits += word_weight;
        evidence[k].distinct += seen[k][w] ? 0 : 1;
        seen[k][w] = true;
      }
    }
  }
  const auto fewer = [](const Evidence& a, const Evidence& b) { return a.hits < b.hits; };
  const auto best = std::max_element(evidence.begin(), evidence.end(), fewer);
  const auto index = static_cast<std::size_t>(best - evidence.begin());
  // Most letters are of its script, or a tenth of the words are its commonest ones, and different ones.
  const bool by_script = best->distinct == 0 && best->hits * 2 > letters;
  const bool by_words =
      best->distinct >= least_distinct && best->hits * 10 >= letters && latin_letters * 2 > letters;
  return by_script || by_words ? languages[index].code : "und";
}

std::string_view language_name(std::string_view language) {
  for (const auto& one : languages) {
    if (one.code == language) return one.name;
  }
  return {};
}

}  // namespace clausemark
