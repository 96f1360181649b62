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
// reading text, and the tags of its suggestions. Behind a second "---" may stand what else was found: facts,
// acts with the phrase and the addressee, references, deadlines, tasks, duties to report, mends and
// diagnostics.
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
  std::string details;
};

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::ifstream stream(file);
  std::string line;
  int part = 0;
  while (std::getline(stream, line)) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}, {}});
      part = 0;
    } else if (cases.empty()) {
      continue;  // remarks before the first case
    } else if (line == "---") {
      ++part;
    } else if (part == 0) {
      cases.back().input += line + "\n";
    } else if (!line.empty()) {
      (part == 1 ? cases.back().expected : cases.back().details) += line + "\n";
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
      if (suggestion.path != block.path || !block.source.contains(suggestion.spans.front().start)) continue;
      tags += (tags.empty() ? "" : " ") + suggestion.tag;
    }
    if (!tags.empty()) out += " [" + tags + "]";
    out += "\n";
  }
  return out;
}

std::string block_name(const Resolution& resolution, std::uint32_t id) {
  const auto& block = resolution.blocks[id];
  return block.path.empty() ? "(" + std::string(block_kind_name(block.kind)) + ")" : block.path;
}

std::string detailed(const std::string& input) {
  const auto source = SourceText::decode(input);
  REQUIRE(source.has_value());
  const auto resolution = parse(*source);
  std::ostringstream out;
  const auto& facts = resolution.facts;
  if (!facts.symbol.empty() || !facts.date.empty())
    out << "document " << facts.symbol << " " << facts.date << "\n";
  if (resolution.proceedings.meeting != 0) out << "meeting " << resolution.proceedings.meeting << "\n";
  if (resolution.proceedings.chapter_vii) out << "Chapter VII\n";
  for (const auto& act : resolution.acts) {
    out << "act " << block_name(resolution, act.block) << " " << resolution.text(act.reading);
    if (!act.addressee.empty()) out << " → " << resolution.text(act.addressee);
    out << "\n";
  }
  for (const auto& reference : resolution.references)
    out << "cites " << block_name(resolution, reference.block) << " " << reference.target << "\n";
  for (const auto& deadline : resolution.deadlines) {
    out << "deadline " << block_name(resolution, deadline.block) << " " << deadline_kind_name(deadline.kind)
        << " " << deadline.value;
    if (!deadline.resolved.empty()) out << " = " << deadline.resolved;
    out << "\n";
  }
  for (const auto& task : resolution.tasks) {
    out << "task " << block_name(resolution, task.block);
    if (task.act != no_block) {
      const auto& act = resolution.acts[task.act];
      out << " " << act.tag << " " << int{act.strength};
      if (!act.addressee.empty()) out << " → " << resolution.text(act.addressee);
    }
    out << "\n";
  }
  for (const auto& duty : resolution.reporting) {
    out << "report " << block_name(resolution, duty.block) << " who: " << resolution.text(duty.reporter)
        << "; to: " << resolution.text(duty.recipient) << "; on: " << resolution.text(duty.topic)
        << "; when:";
    for (std::uint32_t k = 0; k < duty.deadlines.count; ++k)
      out << " " << resolution.deadlines[duty.deadlines.first + k].value;
    out << "\n";
  }
  for (const auto& mend : resolution.reading.mends())
    out << "mend at " << resolution.reading.text().substr(mend.reading, 6) << "\n";
  for (const auto& diagnostic : resolution.diagnostics) out << "diagnostic " << diagnostic.code << "\n";
  return out.str();
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
      if (!one.details.empty()) CHECK(detailed(one.input) == one.details);
      ++count;
    }
  }
  CHECK(count >= 35);
}
