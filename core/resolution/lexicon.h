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

// Whether the object of a verb decides what the act is: "expresses its concern", "reiterates its demand".
enum class ByObject : std::uint8_t {
  no,
  tag,     // the tag is that of the object
  phrase,  // and the object belongs to the phrase
};

// One way in which a word form may open an act.
struct VerbEntry {
  std::string_view lemma;  // "take note"
  std::string_view rest;   // the words that must follow the form: "note"; may be empty
  std::string_view tag;
  std::uint8_t strength = 0;
  VerbForm form = VerbForm::finite;
  ByObject by_object = ByObject::no;
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
};

class Lexicon {
 public:
  // Parses the two tables of a language. Rows that are no rows are skipped; the tables are tested at build
  // time.
  Lexicon(std::string_view table, std::string_view words);

  // The verb phrase that begins at byte `at` of `text`; an empty range where there is none.
  VerbPhrase phrase_at(std::string_view text, std::uint32_t at) const;

  bool knows_word(std::string_view word) const { return words_.contains(word); }
  const std::vector<std::string_view>& reporting_phrases() const { return reporting_; }
  const std::vector<std::string_view>& chapeau_nouns() const { return chapeau_; }

 private:
  std::uint32_t skip_adverbs(std::string_view text, std::uint32_t at, int most) const;
  std::uint32_t match_rest(std::string_view text, std::uint32_t at, std::string_view rest) const;
  const ObjectEntry* object_after(std::string_view text, std::uint32_t at, std::uint32_t& end) const;

  std::unordered_map<std::string_view, std::vector<VerbEntry>> forms_;  // longest rest first
  std::unordered_map<std::string_view, ObjectEntry> objects_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> adverbs_;  // first word → whole adverbs
  std::vector<std::string_view> determiners_;
  std::vector<std::string_view> reporting_;
  std::vector<std::string_view> chapeau_;
  WordSet words_;
};

// The lexicon of a language ("en"), or that of English where there is none of its own.
const Lexicon& lexicon_for(std::string_view language);

}  // namespace clausemark
