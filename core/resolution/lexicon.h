// The drafting vocabulary of one language: which word forms act, what they are called, which tag they get,
// and the lists of words that the other parts of the parser look for. Data lives in lexicon/<language>.tsv
// and lexicon/<language>.words.txt; adding a language adds two files and touches no code.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/resolution/word_hash.h"
#include "core/resolution/word_list.h"
#include "core/text/range.h"

namespace clausemark {

enum class VerbForm : std::uint8_t { finite, participle, opener };

// The lists of a lexicon, each under the name of its rows in the table; the table says what each is for.
enum class Words : std::uint8_t {
  adverb,
  lead,
  conjunction,
  noun,
  behind_noun,
  determiner,
  object,
  organ,
  subject,
  title,
  adopted,
  announcing,
  closing,
  annex,
  article,
  as_follows,
  masthead,
  addressed,
  that,
  aside,
  modal,
  to_noun,
  to_object,
  copula,
  month,
  numeral,
  unit,
  deadline,
  recurring,
  period,
  anchor,
  part,
  through,
  here,
  elsewhere,
  treaty,
  chapter_vii,
  seized,
  following,
  chapeau,
  includes,
  infinitive,
  duty,
  reporting,
  report_noun,
  recipient,
  informed,
  topic,
  count,
};

// What a word may be the beginning of; the parts of the parser look only at the words that concern them.
enum Use : std::uint8_t {
  use_known = 1,        // an ordinary word of the language
  use_act = 2,          // a verb form, or an adverb or lead before one
  use_conjunction = 4,  // an act may stand behind it
  use_mention = 8,      // a citation or a deadline
  use_duty = 16,        // the verb of a duty to report, or a word before it
  use_chapeau = 32,     // a word that announces a list of tasks
};

// One way in which a word form may open an act.
struct VerbEntry {
  std::string_view lemma;  // "take note"
  std::string_view rest;   // the words that must follow the form: "note"; may be empty
  std::string_view tag;
  std::uint8_t strength = 0;
  VerbForm form = VerbForm::finite;
  bool ahead = false;      // the rest is only looked at; the phrase is the verb: "Decides (to remain seized)"
  bool by_object = false;  // the object decides what the act is: "expresses its concern"
  bool opening_only = false;  // acts at the head of a paragraph alone
};

// A verb phrase found at a position.
struct VerbPhrase {
  Range range;              // adverbs included: "further calls upon"
  std::uint32_t verb = 0;   // where the verb itself begins
  std::uint32_t after = 0;  // behind the phrase and the words that were looked at: "Decides (to authorize)"
  std::string_view lemma;
  std::string_view tag;
  std::uint8_t strength = 0;
  VerbForm form = VerbForm::finite;
  bool opening_only = false;  // inside a paragraph the participle does not act: "…, bearing in mind that …"
};

class Lexicon {
 public:
  // Parses the two tables of a language. Rows that are no rows are skipped; the tables are tested at build
  // time.
  Lexicon(std::string_view language, std::string_view table, std::string_view words);

  std::string_view language() const { return language_; }

  // The verb phrase that begins at byte `at` of `text`; an empty range where there is none.
  VerbPhrase phrase_at(std::string_view text, std::uint32_t at) const;

  // Whether a paragraph of a resolution can open like this: "Recalling …", "While noting …".
  bool opens_paragraph(std::string_view text) const;

  // Whether a text opens with a finite verb: "Decides …".
  bool opens_with_finite(std::string_view text) const {
    const auto phrase = phrase_at(text, 0);
    return !phrase.range.empty() && phrase.form == VerbForm::finite;
  }

  // Where the verb of "The Security Council requests …" begins, in a text that repeats its subject in every
  // paragraph; 0 where `text` does not open with a subject and a finite verb.
  std::uint32_t verb_behind_subject(std::string_view text) const;

  const WordList& list(Words words) const { return lists_[static_cast<std::size_t>(words)]; }
  bool is_conjunction(std::string_view word) const { return list(Words::conjunction).contains(word); }

  // The uses of a word, from one look-up.
  std::uint8_t uses(std::string_view word) const {
    const auto hash = word_hash(word);
    for (auto at = use_slot(hash);; at = (at + 1) & (uses_.size() - 1)) {
      if ((uses_[at] | use_bits) == use_tag(hash)) return static_cast<std::uint8_t>(uses_[at] & use_bits);
      if (uses_[at] == 0) return 0;
    }
  }

  // Whether a word stands in the list of ordinary words, as evidence for mending broken ones.
  bool knows_word(std::string_view word) const { return (uses(word) & use_known) != 0; }

 private:
  void add_row(std::string_view line);
  void add_use(std::string_view word, Use use);
  std::uint32_t skip_adverbs(std::string_view text, std::uint32_t at, int most) const;
  // The end of `rest` at `at`, or no_match.
  std::uint32_t match_rest(std::string_view text, std::uint32_t at, std::string_view rest) const;
  const WordList::Entry* object_after(std::string_view text, std::uint32_t at) const;

  std::string_view language_;
  WordTable<std::vector<VerbEntry>> forms_;  // by form, longest rest first
  std::array<WordList, static_cast<std::size_t>(Words::count)> lists_;
  // Open addressing: 24 bits of a hash, and the uses in the lower eight; 0 where a slot is free. A strange
  // word may pass for a known one, once in ten million; all that acts on a use compares the word itself.
  static constexpr std::uint32_t use_bits = 0xFF;
  static std::uint32_t use_tag(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32) | use_bits;
  }
  std::size_t use_slot(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash) & (uses_.size() - 1);
  }
  std::vector<std::uint32_t> uses_;
};

// The lexicon of a language ("en"), or that of English where there is none of its own.
const Lexicon& lexicon_for(std::string_view language);

}  // namespace clausemark
