// Two real texts with a structure that people have checked: a press release and the text of a PDF. They are
// not part of this repository; the test looks for them beside it and says so when they are missing.
#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "core/annotation/suggest.h"
#include "core/formats/json_text.h"
#include "core/resolution/parse.h"

using namespace clausemark;

namespace {

std::filesystem::path seeds() {
  if (const char* folder = std::getenv("CLAUSEMARK_CORPUS")) return std::filesystem::path(folder) / "seeds";
  return std::filesystem::path(CLAUSEMARK_TESTS) / "../../shared/corpus/seeds";
}

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::stringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

struct Seed {
  SourceText source;
  Resolution resolution;
  std::vector<Annotation> suggestions;

  std::set<std::string> paths(std::string_view tag) const {
    std::set<std::string> found;
    for (const auto& suggestion : suggestions) {
      if (suggestion.tag == tag) found.insert(suggestion.path);
    }
    return found;
  }
  // "op10 P60D" for each deadline
  std::set<std::string> deadlines() const {
    std::set<std::string> found;
    for (const auto& deadline : resolution.deadlines)
      found.insert(resolution.blocks[deadline.block].path + " " + deadline.value);
    return found;
  }
};

bool load(const std::string& stem, Seed& seed) {
  const auto file = seeds() / (stem + ".txt");
  if (!std::filesystem::exists(file)) {
    MESSAGE("skipped: no corpus at ", seeds().string(), " (set CLAUSEMARK_CORPUS to its folder)");
    return false;
  }
  auto source = SourceText::decode(read(file));
  REQUIRE(source.has_value());
  seed.source = std::move(*source);
  seed.resolution = parse(seed.source);
  seed.suggestions = suggest(seed.resolution);
  return true;
}

// Without white space, case and typographic variants: what two printings of one text share.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t k = 0; k < text.size(); ++k) {
    const auto c = static_cast<unsigned char>(text[k]);
    if (c <= ' ') continue;
    if (c == 0xC2 && (static_cast<unsigned char>(text[k + 1]) == 0xA0 ||
                      static_cast<unsigned char>(text[k + 1]) == 0xAD)) {
      ++k;
      continue;
    }
    if (text.substr(k, 3) == "\xE2\x80\x91") {
      out += '-';
      k += 2;
      continue;
    }
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return out;
}

// Every paragraph, item and heading, one a line, for the parsed text and for the checked structure beside it.
void compare(const Seed& seed, const std::string& stem) {
  const auto gold = json::parse(read(seeds() / (stem + ".json")));
  REQUIRE(gold.has_value());
  const std::set<std::string> kinds = {"preambular", "operative", "item", "heading", "wrapup"};
  std::vector<std::string> expected;
  for (const auto& block : (*gold)["blocks"]) {
    if (!kinds.contains(block["kind"].get<std::string>())) continue;
    expected.push_back(block["path"].get<std::string>() + " " + plain(block["text"].get<std::string>()));
  }
  std::vector<std::string> found;
  for (const auto& block : seed.resolution.blocks) {
    if (kinds.contains(block_kind_name(block.kind)))
      found.push_back(block.path + " " + plain(seed.resolution.text(block.reading)));
  }
  CHECK(found.size() == expected.size());
  for (std::size_t k = 0; k < std::min(found.size(), expected.size()); ++k) CHECK(found[k] == expected[k]);
}

std::size_t count(const Seed& seed, BlockKind kind) {
  return static_cast<std::size_t>(std::count_if(seed.resolution.blocks.begin(), seed.resolution.blocks.end(),
                                                [&](const Block& b) { return b.kind == kind; }));
}

using Paths = std::set<std::string>;

}  // namespace

TEST_CASE("a press release: the resolution inside it is read as it was printed") {
  Seed seed;
  if (!load("2085_press_release", seed)) return;
  compare(seed, "2085_press_release");
  CHECK(count(seed, BlockKind::preambular) == 16);
  CHECK(count(seed, BlockKind::operative) == 25);
  CHECK(seed.resolution.facts.symbol == "S/RES/2085 (2012)");

  CHECK(seed.paths("demand") == Paths{"op2", "op4", "op16"});
  CHECK(seed.paths("condemnation") == Paths{"pre4", "pre6", "op4", "op5"});
  CHECK(seed.paths("authorization") == Paths{"op9"});
  CHECK(seed.paths("task") == Paths{"op9.a", "op9.b", "op9.c", "op9.d", "op9.e", "op9.f"});
  const auto deadlines = seed.deadlines();
  for (const auto* deadline : {"op9 P1Y", "op10 P60D", "op21 P30D", "op24 P90D", "op1 2013-04"}) {
    CAPTURE(deadline);
    CHECK(deadlines.contains(deadline));
  }
}

TEST_CASE("the text of a PDF: furniture is out, broken words are mended, every item is in its place") {
  Seed seed;
  if (!load("2584_pdf_text", seed)) return;
  compare(seed, "2584_pdf_text");
  CHECK(count(seed, BlockKind::preambular) == 25);
  CHECK(count(seed, BlockKind::operative) == 63);
  CHECK(seed.resolution.facts.symbol == "S/RES/2584 (2021)");
  CHECK(seed.resolution.facts.date == "2021-06-29");
  CHECK(seed.resolution.reading.text().find("displaced persons") != std::string_view::npos);
  CHECK(seed.resolution.reading.text().find("undocs.org") == std::string_view::npos);

  CHECK(seed.paths("demand") == Paths{"op2", "op7"});
  CHECK(seed.paths("authorization") == Paths{"op20", "op31", "op43"});
  CHECK(seed.paths("condemnation") == Paths{"pre6", "pre12", "pre15", "op3", "op48"});
  // Every item of a list of tasks or measures; titles such as "(c) Protection of civilians" are none.
  Paths tasks;
  for (const auto& block : seed.resolution.blocks) {
    if (block.kind != BlockKind::item) continue;
    const bool listed = block.path.starts_with("op4.") || block.path.starts_with("op15.") ||
                        block.path.starts_with("op30.") || block.path.starts_with("op31.") ||
                        block.path.starts_with("op47.");
    const bool title = block.path == "op30.a" || block.path == "op30.b" || block.path == "op30.c" ||
                       block.path == "op30.d" || block.path == "op30.e" || block.path == "op31.a" ||
                       block.path == "op31.b" || block.path == "op31.c";
    if (listed && !title) tasks.insert(block.path);
  }
  CHECK(tasks.size() == 53);
  CHECK(seed.paths("task") == tasks);
  const auto deadlines = seed.deadlines();
  for (const auto* deadline : {"op17 2022-06-30", "op19 2021-07-15", "op40 2021-09-30"}) {
    CAPTURE(deadline);
    CHECK(deadlines.contains(deadline));
  }
}
