// Formats of other annotation tools: each is an importer and an exporter in one file, listed in one table.
//
//   Project[] ──write──▶ files + Ledger        the ledger says what the format could not hold
//   file (+ text) ──read──▶ Project + Ledger
//
// Ranges are code points or UTF-16 code units as each format has it; conversion happens here alone.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation/project.h"
#include "core/result.h"

namespace clausemark {

// What was lost on the way, and how often.
class Ledger {
 public:
  // `what` is a noun phrase in the plural: "links between annotations".
  void lose(const std::string& what, std::size_t count = 1) {
    if (count > 0) lost_[what] += count;
  }
  const std::map<std::string, std::size_t>& lost() const { return lost_; }

 private:
  std::map<std::string, std::size_t> lost_;
};

struct ExportOptions {
  // Formats without a status hold what readers accepted; with this, open suggestions as well.
  bool suggestions = false;
};

struct ExportedFile {
  std::string suffix;  // of the name that the user chose: ".ann"; or a whole name: "annotation.conf"
  std::string bytes;
};

struct Exported {
  std::vector<ExportedFile> files;  // the first is the file of annotations
  Ledger ledger;
};

struct ForeignFile {
  std::string_view bytes;
  std::string_view text;  // valid UTF-8, as SourceText gives it; empty where none was handed over
};

struct Imported {
  Project project;
  Ledger ledger;
};

enum class NeedsText {
  no,        // the file has the text inside
  optional,  // it can be put together from the file, but white space is lost
  yes,
};

struct ExchangeFormat {
  const char* id;         // "brat"
  const char* name;       // "brat standoff"
  const char* extension;  // ".ann"
  NeedsText needs_text;   // to be read
  bool collection;        // one file can hold several documents when it is written
  Exported (*write)(std::span<const Project> projects, const ExportOptions& options);
  // Refuses with line or JSON pointer: `bad_json`, `bad_value`, `bad_range`, `text_missing`, `text_mismatch`,
  // `too_large`.
  Result<Imported> (*read)(const ForeignFile& file);
  // A file of several documents as files of one each, in their order; nullptr where a file holds one.
  Result<std::vector<std::string>> (*split)(std::string_view bytes);
};

std::span<const ExchangeFormat> exchange_formats();
// nullptr where there is no such format.
const ExchangeFormat* exchange_format(std::string_view id);

}  // namespace clausemark
