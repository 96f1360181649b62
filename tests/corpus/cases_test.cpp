// Corpus cases are text files that a lawyer can read and edit: a name, a text, "---", and what should be
// found in it.
//
//   === a name
//   The Security Council,
//   …
//   ---
//   op1 Demands that all parties … [demand]
//
// Each line of the expectation is a clause path (or the kind, in brackets, of a block without one), its
// reading text, and the tags of its suggestions.
#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/annotation/suggest.h"
#include "core/resolution/parse.h"

using namespace clausemark;

namespace {

struct Case {
  std::string name;
  std::string input;
  std::string expected;
};

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::ifstream stream(file);
  std::string line;
  bool expecting = false;
  while (std::getline(stream, line)) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}});
      expecting = false;
    } else if (cases.empty()) {
      continue;  // remarks before the first case
    } else if (line == "---") {
      expecting = true;
    } else if (expecting) {
      if (!line.empty()) cases.back().expected += line + "\n";
    } else {
      cases.back().input += line + "\n";
    }
  }
  return cases;
}

std::string described(const std::string& input) {
  const auto source = SourceText::decode(input);
  REQUIRE(source.has_value());
  const auto resolution = parse(*source);
  const auto suggestions = suggest(resolution);
  std::string out;
  for (const auto& block : resolution.blocks) {
    out += block.path.empty() ? "(" + std::string(block_kind_name(block.kind)) + ")" : block.path;
    if (block.kind == BlockKind::furniture) out += " " + std::string(slice(source->text(), block.source));
    if (block.kind == BlockKind::heading && !block.number.empty()) out += " " + block.number + ".";
    if (!block.reading.empty()) out += " " + std::string(resolution.text(block.reading));
    std::string tags;
    for (const auto& suggestion : suggestions) {
      if (suggestion.path != block.path || !block.source.contains(suggestion.target.start)) continue;
      tags += (tags.empty() ? "" : " ") + suggestion.tag;
    }
    if (!tags.empty()) out += " [" + tags + "]";
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("the corpus cases are read as they should be") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(CLAUSEMARK_TESTS "/corpus/cases"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::size_t count = 0;
  for (const auto& file : files) {
    for (const auto& one : read_cases(file)) {
      const auto name = file.stem().string() + ": " + one.name;
      CAPTURE(name);
      CHECK(described(one.input) == one.expected);
      ++count;
    }
  }
  CHECK(count >= 10);
}
