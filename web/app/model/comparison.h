// Two versions of the annotations of one text side by side, as the comparison shows them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/annotation/adjudication.h"
#include "web/app/model/document.h"

namespace clausemark::app {

// A number about both, "Krippendorff's α" and "0.82".
struct Figure {
  std::string name;
  std::string value;
  std::string meaning;  // what it counts
};

// What one side says of some words.
struct Side {
  bool says = false;
  std::string tag;  // its name
  std::string colour;
  std::uint32_t family = 0;  // of the tag, as in ViewModel
  std::string quote;         // on one line, shortened
  std::string note;
  std::string author;
  std::string status;  // "rejected", or empty
};

struct ComparisonRow {
  std::string place;          // "para. 3"
  std::string differs;        // "tag and words"; empty where one side says nothing
  std::uint32_t reading = 0;  // where it begins
  std::string id;             // of ours, empty where there is none
  Side ours;
  Side theirs;
};

struct TagFigures {
  std::string name;
  std::string colour;
  std::uint32_t family = 0;
  std::size_t ours = 0;
  std::size_t theirs = 0;
  std::string agreement;  // "80 %", of the clauses that one of them gave it
};

struct ComparisonView {
  std::string name;  // of the other version
  std::string told;  // "12 the same, 3 differ, …"
  std::vector<Figure> figures;
  std::vector<TagFigures> tags;
  std::vector<ComparisonRow> rows;
};

ComparisonView compare(const Document& document, const std::string& name, const Project& other);

}  // namespace clausemark::app
