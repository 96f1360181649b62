// The drafting vocabulary of one language: which word forms act, what they are called, and which tag they
// get. Data lives in lexicon/<language>.tsv and lexicon/<language>.words.txt; adding a language adds two
// files.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/resolution/word_set.h"
#include "core/text/range.h"

namespace clausemark {

enum class VerbForm : std::uint8_t { finite, participle, opener };

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

struct ObjectEntry {
  std::string_view tag;
  std::uint8_t strength = 0;
};

// A verb phrase found at a position.
struct VerbPhrase {
  Range range;             // adverbs included: "further calls upon"
  std::uint32_t verb = 0;  // where the verb itself begins
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
  Lexicon(std::string_view table, std::string_view words);

  // The verb phrase that begins at byte `at` of `text`; an empty range where there is none.
  VerbPhrase phrase_at(std::string_view text, std::uint32_t at) const;

  // The end of the words that may lead to an act ("in this regard"), or `at`.
  std::uint32_t skip_lead(std::string_view text, std::uint32_t at) const;
  bool is_conjunction(std::string_view word) const { return contains(conjunctions_, word); }
  // Whether a verb form is a plural noun as well: "requests".
  bool is_noun(std::string_view word) const { return contains(nouns_, word); }
  bool is_determiner(std::string_view word) const { return contains(determiners_, word); }

  // Whether a paragraph of a resolution can open like this: "Recalling …", "While noting …".
  bool opens_paragraph(std::string_view text) const;

  bool knows_word(std::string_view word) const { return words_.contains(word); }
  const std::vector<std::string_view>& reporting_phrases() const { return reporting_; }
  const std::vector<std::string_view>& chapeau_nouns() const { return chapeau_; }

 private:
  static bool contains(const std::vector<std::string_view>& words, std::string_view word);
  std::uint32_t skip_adverbs(std::string_view text, std::uint32_t at, int most) const;
  // The end of `rest` at `at`, or no_match.
  std::uint32_t match_rest(std::string_view text, std::uint32_t at, std::string_view rest) const;
  const ObjectEntry* object_after(std::string_view text, std::uint32_t at, std::uint32_t& end) const;

  std::unordered_map<std::string_view, std::vector<VerbEntry>> forms_;  // longest rest first
  std::unordered_map<std::string_view, ObjectEntry> objects_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> adverbs_;  // first word → whole adverbs
  std::vector<std::string_view> leads_;
  std::vector<std::string_view> conjunctions_;
  std::vector<std::string_view> nouns_;
  std::vector<std::string_view> determiners_;
  std::vector<std::string_view> reporting_;
  std::vector<std::string_view> chapeau_;
  WordSet words_;
};

// The lexicon of a language ("en"), or that of English where there is none of its own.
const Lexicon& lexicon_for(std::string_view language);

}  // namespace clausemark
