// The whole public model of a parsed resolution. Values only: whoever holds a Resolution may copy and compare
// it.
//
// Ranges named `source` are bytes of SourceText::text(); ranges named `reading` are bytes of
// Resolution::reading.
#pragma once

#include <cstdint>
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
  Range reading;           // the phrase: "further calls upon"
  Range clause;            // reading range of the clause that the act opens
  Range addressee;         // "the Secretary-General", "all parties in Mali"; empty where nobody is addressed
  std::string lemma;       // "call upon"
  std::string tag;         // id in the default tag set: "call"
  std::string second_tag;  // of the other verb in "Welcomes and encourages"; empty for one verb or one tag
  std::uint8_t strength = 0;  // force of the wording from 1 to 5; 0 where the scale does not apply
};

// An item of a list that a paragraph announces as tasks, or an item that somebody is asked to carry out.
struct Task {
  std::uint32_t block = no_block;
  Range reading;  // what is to be done, without the stop at its end
  std::uint32_t act =
      no_block;  // index of the act of the chapeau that it inherits, with its addressee; or no_block
};

enum class ReferenceKind { document, treaty, block };

struct Reference {
  std::uint32_t block = no_block;
  Range reading;
  ReferenceKind kind = ReferenceKind::document;
  std::string target;  // a symbol "S/RES/2374 (2017)", a treaty by name, or the path of a block "op9.b"
  std::uint32_t target_block = no_block;  // of a reference to a block
};

enum class DeadlineKind { by, until, every, within, for_period };

struct Deadline {
  std::uint32_t block = no_block;
  Range reading;  // "no later than 15 July 2021"
  DeadlineKind kind = DeadlineKind::by;
  std::string value;  // ISO 8601: a date "2021-07-15", a month "2013-04", a year "2031" or a period "P60D"
  // The date on which a period that is counted from the adoption ends, or the last day where the end of a
  // month or year is meant; else empty.
  std::string resolved;
};

// A duty to report: who reports to whom on what. Ranges are empty where the text does not say.
struct ReportingDuty {
  std::uint32_t block = no_block;
  Range reading;    // from the verb to the end of its part of the sentence: "to report to the Council on …"
  Range reporter;   // "the Secretary-General"
  Range recipient;  // "the Council"
  Range topic;      // "the implementation of this resolution"
  Slice deadlines;  // of Resolution::deadlines: by when, or how often
};

// What names a document. Empty strings say that the text does not tell.
struct DocumentFacts {
  std::string symbol;    // "S/RES/2584 (2021)"
  std::string date;      // date of adoption, ISO 8601
  std::string language;  // ISO 639: "en"; "und" where it cannot be told
  friend bool operator==(const DocumentFacts&, const DocumentFacts&) = default;
};

// What the text tells of how it came about.
struct Proceedings {
  std::string organ;  // "The Security Council"; empty where no organ speaks
  std::uint32_t meeting =
      0;  // the number of the meeting at which the text was adopted; 0 where it does not say
  bool chapter_vii = false;  // the organ says that it acts under Chapter VII of the Charter
};

struct Diagnostic {
  std::string code;     // a stable name: "symbol-contradiction"
  std::string message;  // a sentence for people
  Range source;
};

struct Resolution {
  DocumentFacts facts;
  Proceedings proceedings;
  ReadingText reading;
  std::vector<Block> blocks;  // in reading order
  std::vector<Act> acts;      // by block, then by position; Block::acts is a slice of it
  std::vector<Reference> references;
  std::vector<Deadline> deadlines;
  std::vector<Task> tasks;               // by block
  std::vector<ReportingDuty> reporting;  // by block
  std::vector<Diagnostic> diagnostics;

  std::string_view text(Range range) const { return slice(reading.text(), range); }
};

// The innermost block whose source range contains a byte, or no_block. Furniture is never returned.
std::uint32_t block_at(const Resolution& resolution, std::uint32_t source_byte);

const char* block_kind_name(BlockKind kind);
const char* deadline_kind_name(DeadlineKind kind);

}  // namespace clausemark
