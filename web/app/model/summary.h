// What a document comes to: how often each tag stands where, the tables that readers look for first, and who
// reports to whom by when. Made from the annotations that readers have accepted and, where wished, from open
// suggestions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/model/document.h"
#include "web/app/model/summary_options.h"

namespace clausemark::app {

struct TagCount {
  std::uint32_t tag = 0;  // index into TagSet::tags
  std::uint32_t accepted = 0;
  std::uint32_t suggested = 0;
  std::uint32_t all() const { return accepted + suggested; }
  std::string in_words() const;  // "3 and 29 suggested"
};

// A part of the text under one heading, the preamble being one.
struct SectionCount {
  std::string title;
  std::uint32_t reading = 0;   // where it begins
  std::vector<TagCount> tags;  // those that stand in it, in the order of the tag set
  std::uint32_t all = 0;
};

struct SummaryRow {
  std::string id;  // of the annotation; empty for a reporting duty
  std::uint32_t reading = 0;
  std::string place;
  std::string who;   // has to do it; in the timetable: reports
  std::string what;  // in the timetable: to whom, on what
  std::string when;  // as the text says it
  std::string date;  // ISO 8601, where the text or the date of adoption tells; for sorting
  bool suggested = false;
};

struct SummaryTable {
  std::string title;
  std::uint32_t tag = 0xFFFFFFFF;  // of its rows; none for the timetable
  std::vector<SummaryRow> rows;    // sorted as wished
};

// A day that the text sets, or that of its adoption.
struct SummaryDate {
  std::string date;  // "2031-06-30"
  std::string place;
  std::string words;  // "no later than 30 June 2031"
  std::uint32_t reading = 0;
  float at = 0;  // on the way from the first date to the last, 0 to 1
};

struct Summary {
  std::vector<TagCount> tags;  // the most frequent first
  std::vector<SectionCount> sections;
  std::vector<SummaryTable> tables;  // tasks, demands, condemnations as far as there are any, then the
                                     // timetable of reports
  std::vector<SummaryDate> dates;    // in their order
};

Summary summarise(const Document& document, const SummaryOptions& options = {});

// A table as lines of cells with tabs between them, as spreadsheets take it from the clipboard.
std::string tab_separated(const SummaryTable& table);

}  // namespace clausemark::app
