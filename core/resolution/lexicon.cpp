#include "core/resolution/lexicon.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

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

// The names of the lists in the tables, in the order of Words.
constexpr std::array<std::string_view, static_cast<std::size_t>(Words::count)> list_names = {
    "adverb",    "lead",        "conjunction", "noun",      "behind-noun", "determiner", "object",
    "organ",     "subject",     "title",       "adopted",   "announcing",  "closing",    "annex",
    "article",   "as-follows",  "masthead",    "addressed", "that",        "aside",      "modal",
    "to-noun",   "to-object",   "copula",      "month",     "numeral",     "unit",       "deadline",
    "recurring", "period",      "anchor",      "part",      "through",     "here",       "elsewhere",
    "treaty",    "chapter-vii", "seized",      "following", "chapeau",     "includes",   "infinitive",
    "duty",      "reporting",   "report-noun", "recipient", "informed",    "topic",
};

}  // namespace

Lexicon::Lexicon(std::string_view language, std::string_view table, std::string_view words)
    : language_(language) {
  each_line(table, [&](std::string_view line) { add_row(line); });
  const auto rows = [](std::string_view lines) {
    return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
  };
  // Forms of verbs and first words are rows of the table, at most two each; the table is half full at most.
  uses_.resize(std::bit_ceil(2 * rows(words) + 4 * rows(table) + 16));
  each_line(words, [&](std::string_view word) { add_use(word, use_known); });
  forms_.each([&](std::string_view form, std::vector<VerbEntry>& entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const VerbEntry& a, const VerbEntry& b) { return a.rest.size() > b.rest.size(); });
    add_use(form, use_act);
  });
  const std::pair<Words, Use> lists[] = {
      {Words::adverb, use_act},        {Words::lead, use_act},         {Words::conjunction, use_conjunction},
      {Words::part, use_mention},      {Words::treaty, use_mention},   {Words::annex, use_mention},
      {Words::deadline, use_mention},  {Words::period, use_mention},   {Words::recurring, use_mention},
      {Words::duty, use_duty},         {Words::reporting, use_duty},   {Words::chapeau, use_chapeau},
      {Words::following, use_chapeau}, {Words::includes, use_chapeau},
  };
  for (const auto& [name, use] : lists) {
    list(name).each_first_word([&, use = use](std::string_view word) { add_use(word, use); });
  }
}

void Lexicon::add_use(std::string_view word, Use use) {
  const auto hash = word_hash(word);
  auto at = use_slot(hash);
  while (uses_[at] != 0 && (uses_[at] | use_bits) != use_tag(hash)) at = (at + 1) & (uses_.size() - 1);
  uses_[at] = (use_tag(hash) & ~use_bits) | (uses_[at] & use_bits) | use;
}

void Lexicon::add_row(std::string_view line) {
  auto f = split_fields(line);
  if (f[0] == "verb" || f[0] == "opener") {
    const auto strength = strength_of(f[6]);
    const bool ahead = f[4].starts_with('(') && f[4].ends_with(')');
    if (ahead) f[4] = f[4].substr(1, f[4].size() - 2);
    const bool opener = f[0] == "opener";
    if (!f[2].empty())
      forms_[f[2]].push_back(
          {f[1], f[4], f[5], strength, opener ? VerbForm::opener : VerbForm::finite, ahead});
    if (!opener && !f[3].empty())
      forms_[f[3]].push_back({f[1], f[4], f[5], strength, VerbForm::participle, ahead});
    return;
  }
  // These two rows stand behind the verbs that they speak of.
  if (f[0] == "by-object" || f[0] == "opening-only") {
    forms_.each([&](std::string_view, std::vector<VerbEntry>& entries) {
      for (auto& entry : entries) {
        if (entry.lemma == f[1]) (f[0] == "by-object" ? entry.by_object : entry.opening_only) = true;
      }
    });
    return;
  }
  const auto name = std::find(list_names.begin(), list_names.end(), f[0]);
  if (name == list_names.end()) return;
  lists_[static_cast<std::size_t>(name - list_names.begin())].add({f[1], f[2], f[3]});
}

std::uint32_t Lexicon::skip_adverbs(std::string_view text, std::uint32_t at, int most) const {
  for (; most > 0; --most) {
    const auto end = list(Words::adverb).skip(text, at);
    if (end == at || (end < text.size() && text[end] == ',')) return at;
    at = scan::skip_spaces(text, end);
  }
  return at;
}

// The words of `rest` in order. Adverbs may stand between them ("calls again upon", "to remain actively
// seized"), and before a word marked with "~" adjectives may ("takes ~note": "takes positive note").
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
      if (word.empty() || list(Words::determiner).contains(slice(text, word))) return no_match;
      word = scan::word_at(text, scan::skip_spaces(text, word.end));
    }
    if (!scan::same_word(slice(text, word), wanted)) return no_match;
    end = word.end;
    at = scan::skip_spaces(text, end);
  }
  return end;
}

const WordList::Entry* Lexicon::object_after(std::string_view text, std::uint32_t at) const {
  at = scan::skip_spaces(text, at);
  for (int k = 0; k < 5; ++k) {
    std::uint32_t end = at;
    if (const auto* object = list(Words::object).match(text, at, end)) return object;
    if (list(Words::that).skip(text, at) != at) return nullptr;  // "affirms that development supports …"
    const auto word = scan::word_at(text, at);
    if (word.empty()) return nullptr;
    at = scan::skip_spaces(text, word.end);
    if (at == word.end) return nullptr;  // punctuation
  }
  return nullptr;
}

VerbPhrase Lexicon::phrase_at(std::string_view text, std::uint32_t at) const {
  if (at >= text.size()) return {};
  const auto verb_at = skip_adverbs(text, at, 3);
  if (verb_at >= text.size()) return {};
  const auto verb = scan::word_at(text, verb_at);
  if (verb.empty() || verb.size() > 20) return {};
  const auto* entries = forms_.find(slice(text, verb));
  if (entries == nullptr) return {};

  const auto next = scan::skip_spaces(text, verb.end);
  for (const auto& entry : *entries) {
    auto end = entry.rest.empty() ? verb.end : match_rest(text, next, entry.rest);
    if (end == no_match) continue;
    const auto after = end;
    if (entry.ahead) end = verb.end;
    VerbPhrase phrase;
    phrase.range = {at, end};
    phrase.verb = verb_at;
    phrase.after = after;
    phrase.lemma = entry.lemma;
    phrase.tag = entry.tag;
    phrase.strength = entry.strength;
    phrase.form = entry.form;
    phrase.opening_only = entry.opening_only && entry.form == VerbForm::participle;
    // An adverb behind the verb belongs to the phrase: "Recalling also", "Condemning strongly".
    if (end == verb.end) {
      std::uint32_t behind = next;
      const auto* adverb = list(Words::adverb).match(text, next, behind);
      if (adverb != nullptr && adverb->phrase.find(' ') == std::string_view::npos) phrase.range.end = behind;
    }
    if (entry.by_object) {
      if (const auto* object = object_after(text, phrase.range.end)) {
        phrase.tag = object->value;
        phrase.strength = strength_of(object->second);
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

std::uint32_t Lexicon::verb_behind_subject(std::string_view text) const {
  std::uint32_t end = list(Words::organ).skip(text, 0);
  if (end == 0) end = list(Words::subject).skip(text, 0);
  if (end == 0) return 0;
  const auto verb = scan::skip_spaces(text, end);
  if (verb == end || verb >= text.size() || !scan::is_lower(text[verb])) return 0;
  const auto phrase = phrase_at(text, verb);
  return phrase.range.empty() || phrase.form != VerbForm::finite ? 0 : verb;
}

}  // namespace clausemark
