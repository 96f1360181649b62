// The whole public model of a parsed resolution. Values only: whoever holds a Resolution may copy and compare
// it.
//
// Ranges named `source` are bytes of SourceText::text(); ranges named `reading` are bytes of
// Resolution::reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/range.h"
#include "core/text/reading_text.h"

namespace clausemark {

enum class BlockKind {
  title,       // "Resolution 2584 (2021)", "Adopted by the Security Council at its …"
  intro,       // news prose before a quoted resolution
  formula,     // "The Security Council,"
  preambular,  // "Recalling …,"
  heading,
  operative,  // "1. Demands …;"
  item,       // (a), (i), dashes, at any depth, or an unlabelled part of a list
  wrapup,     // a flush paragraph that continues the sentence after a list
  annex,      // every paragraph of an annex
  furniture,  // page headers, job numbers, link lines
  closing,    // "* *** *"
};

constexpr std::uint32_t no_block = 0xFFFFFFFF;

// A slice of one of the flat lists of a Resolution.
struct Slice {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct Block {
  BlockKind kind = BlockKind::intro;
  std::string number;               // label without punctuation: "30", "a", "iii", "-"; empty without a label
  std::uint32_t level = 0;          // depth of an item from 1; 0 for all else
  std::uint32_t parent = no_block;  // index into Resolution::blocks
  std::string path;  // clause path such as "op30.a.iii"; empty where a clause path makes no sense
  Range source;      // from its label (or first letter) to its last character
  Range label;       // source range of the label; empty without one
  Range reading;     // its text without the label
  Slice acts;
  Slice references;
  Slice deadlines;
};

// A verb phrase by which the organ acts.
struct Act {
  std::uint32_t block = no_block;
  Range reading;              // the phrase: "further calls upon"
  Range clause;               // reading range of the clause that the act opens
  std::string lemma;          // "call upon"
  std::string tag;            // id in the default tag set: "call"
  std::string second_tag;     // of the other verb in "Welcomes and encourages"; empty for one verb or one tag
  std::uint8_t strength = 0;  // force of the wording from 1 to 5; 0 where the scale does not apply
};

struct Reference {
  std::uint32_t block = no_block;
  Range reading;
  std::string target;  // a symbol: "S/RES/2374 (2017)", "S/2021/519"
};

enum class DeadlineKind { by, until, every, within, for_period };

struct Deadline {
  std::uint32_t block = no_block;
  Range reading;  // "no later than 15 July 2021"
  DeadlineKind kind = DeadlineKind::by;
  std::string value;  // ISO 8601: a date "2021-07-15", a month "2013-04" or a period "P60D"
};

struct DocumentFacts {
  std::string symbol;    // "S/RES/2584 (2021)"; empty when not found
  std::string date;      // date of adoption, ISO 8601; empty when not found
  std::string language;  // "en"
  friend bool operator==(const DocumentFacts&, const DocumentFacts&) = default;
};

struct Diagnostic {
  std::string code;     // a stable name: "symbol-contradiction"
  std::string message;  // a sentence for people
  Range source;
};

struct Resolution {
  DocumentFacts facts;
  ReadingText reading;
  std::vector<Block> blocks;  // in reading order
  std::vector<Act> acts;      // by block, then by position; Block::acts is a slice of it
  std::vector<Reference> references;
  std::vector<Deadline> deadlines;
  std::vector<Diagnostic> diagnostics;

  std::string_view text(Range range) const { return slice(reading.text(), range); }
};

// The innermost block whose source range contains a byte, or no_block. Furniture is never returned.
std::uint32_t block_at(const Resolution& resolution, std::uint32_t source_byte);

const char* block_kind_name(BlockKind kind);
const char* deadline_kind_name(DeadlineKind kind);

}  // namespace clausemark
