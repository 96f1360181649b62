#include "core/resolution/language.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/resolution/scan.h"

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
    {"es", "Spanish", {"el", "los", "las", "del", "y", "por", "con", "su"}},
    {"ru", "Russian", {}},
    {"zh", "Chinese", {}},
    {"ar", "Arabic", {}},
}};
constexpr std::size_t russian = 3;
constexpr std::size_t chinese = 4;
constexpr std::size_t arabic = 5;

// The language whose script a byte begins a letter of (UTF-8: U+0400, U+0600, U+4E00 and on), or none.
constexpr std::size_t none = languages.size();
constexpr std::size_t language_of_lead(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte == 0xD0 || byte == 0xD1) return russian;
  if (byte >= 0xD8 && byte <= 0xDB) return arabic;
  if (byte >= 0xE4 && byte <= 0xE9) return chinese;
  return none;
}

}  // namespace

std::string_view language_of(std::string_view text) {
  constexpr std::size_t enough = 16384;           // bytes
  constexpr std::uint32_t letters_of_a_word = 5;  // about; weighs letters of a script against words
  text = text.substr(0, enough);
  std::array<std::uint32_t, languages.size()> score{};
  std::uint32_t words = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    if (scan::byte_class(text[at]) != scan::word_byte) {
      if (const auto script = language_of_lead(text[at]); script != none) ++score[script];
      ++at;
      continue;
    }
    const auto end = scan::skip_word(text, at);
    const auto word = text.substr(at, end - at);
    if (scan::is_letter(word[0])) ++words;
    for (std::size_t k = 0; k < languages.size(); ++k) {
      for (const auto common : languages[k].words) {
        if (!common.empty() && scan::same_word(word, common)) score[k] += letters_of_a_word;
      }
    }
    at = end;
  }
  const auto best = std::max_element(score.begin(), score.end());
  // A tenth of a text are such words, or it is in none of these languages.
  if (*best * 10 < words * letters_of_a_word || *best == 0) return "und";
  return languages[static_cast<std::size_t>(best - score.begin())].code;
}

std::string_view language_name(std::string_view language) {
  for (const auto& one : languages) {
    if (one.code == language) return one.name;
  }
  return {};
}

}  // namespace clausemark
