#include <doctest/doctest.h>
#include <string>

#include "core/formats/resolution_json.h"
#include "core/resolution/parse.h"
#include "core/text/utf8.h"

using namespace clausemark;

namespace {

struct Parsed {
  SourceText source;
  Resolution resolution;
};

Parsed parsed(std::string_view text) {
  auto source = SourceText::decode(text);
  REQUIRE(source.has_value());
  Parsed result{std::move(*source), {}};
  result.resolution = parse(result.source);
  return result;
}

std::vector<std::string> deadlines_of(std::string_view paragraph) {
  const auto result = parsed("The Security Council,\n\n1. Requests the Secretary-General to act " +
                             std::string(paragraph) + ";\n");
  std::vector<std::string> found;
  for (const auto& deadline : result.resolution.deadlines) {
    found.push_back(std::string(deadline_kind_name(deadline.kind)) + " " + deadline.value + " " +
                    std::string(result.resolution.text(deadline.reading)));
  }
  return found;
}

std::vector<std::string> references_in(std::string_view paragraph) {
  const auto result = parsed("The Security Council,\n\nRecalling " + std::string(paragraph) + ",\n");
  std::vector<std::string> found;
  for (const auto& reference : result.resolution.references) found.push_back(reference.target);
  return found;
}

}  // namespace

TEST_CASE("deadlines get their kind and an ISO 8601 value") {
  using Found = std::vector<std::string>;
  CHECK(deadlines_of("until 30 June 2022") == Found{"until 2022-06-30 until 30 June 2022"});
  CHECK(deadlines_of("no later than 15 July 2021") == Found{"by 2021-07-15 no later than 15 July 2021"});
  CHECK(deadlines_of("by 30 September 2005") == Found{"by 2005-09-30 by 30 September 2005"});
  CHECK(deadlines_of("by April 2013 or as soon as possible") == Found{"by 2013-04 by April 2013"});
  CHECK(deadlines_of("every 60 days on progress") == Found{"every P60D every 60 days"});
  CHECK(deadlines_of("every three months") == Found{"every P3M every three months"});
  CHECK(deadlines_of("within thirty days of adoption") == Found{"within P30D within thirty days"});
  CHECK(deadlines_of("for an initial period of one year") ==
        Found{"for P1Y for an initial period of one year"});
  CHECK(deadlines_of("by all means and within its mandate, every effort made") == Found{});
}

TEST_CASE("citations become symbols") {
  using Found = std::vector<std::string>;
  CHECK(references_in("its resolutions 1325 (2000) and 1820 (2008)") ==
        Found{"S/RES/1325 (2000)", "S/RES/1820 (2008)"});
  CHECK(references_in("the statement of its President (S/PRST/2018/10)") == Found{"S/PRST/2018/10"});
  CHECK(references_in("the report (S/2021/519/Add.1), and A/RES/46/182") ==
        Found{"S/2021/519/Add.1", "A/RES/46/182"});
  CHECK(references_in("18 (2) of the Charter, and article 5 (a)") == Found{});
}

TEST_CASE("a text that contradicts its own symbol gets a diagnostic, and the name given most often stands") {
  const auto result = parsed(
      "Resolution 9001 (2030)\n\nAdopting resolution 9001 (2030), the Council met.\n\n"
      "The full text of resolution 9002 (2030) reads as follows:\n\n“The Security Council,\n\n“1. Decides to "
      "remain seized of the matter.”\n");
  CHECK(result.resolution.facts.symbol == "S/RES/9001 (2030)");
  REQUIRE(result.resolution.diagnostics.size() == 1);
  CHECK(result.resolution.diagnostics[0].code == "symbol-contradiction");
}

TEST_CASE("a text that is no resolution is kept whole, with a diagnostic") {
  const auto result = parsed("A letter.\n\nIt says nothing of councils.\n");
  REQUIRE(result.resolution.diagnostics.size() == 1);
  CHECK(result.resolution.diagnostics[0].code == "no-formula");
  CHECK_FALSE(result.resolution.blocks.empty());
  CHECK(parsed("").resolution.blocks.empty());
}

TEST_CASE("every letter of the source belongs to a block") {
  const auto result = parsed(
      "Front\n\nThe Security Council,\n\nRecalling all,\n\nS/RES/1 (1946)\n\n1. Decides:\n\n(a) to "
      "act;\n\n(b) to wait;\n\nAnnex\n\nMore.\n\n* * *\n");
  const auto text = result.source.text();
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' || text[at] == ' ') continue;
    bool covered = false;
    for (const auto& block : result.resolution.blocks) covered = covered || block.source.contains(at);
    CAPTURE(at);
    CHECK(covered);
  }
}

TEST_CASE("damaged and odd input never breaks the parser") {
  for (const std::string_view text :
       {"The Security Council,", "\f\f\f", "“", "1.", "(a)", "The Security Council,\n(a) x\n(i) y\n– z",
        "The Security Council,\n\n1. Decides\n\n1. Decides\n\n0. Decides", "\xFF\xFE",
        "The Security Council,\n\n1. (a) (i) Decides;", "Annex\n\nAnnex\n\nAnnex"}) {
    CAPTURE(text);
    const auto result = parsed(text);
    for (const auto& block : result.resolution.blocks) {
      CHECK(block.source.end <= result.source.text().size());
      CHECK(block.reading.end <= result.resolution.reading.size());
      CHECK((block.parent == no_block || block.parent < result.resolution.blocks.size()));
    }
    CHECK_FALSE(write_resolution_json(result.source.text(), result.resolution).empty());
  }
}

TEST_CASE("a position finds its clause") {
  const auto result = parsed("The Security Council,\n\n1. Decides:\n\n(a) to act;\n\n(b) to wait;\n");
  const auto at = static_cast<std::uint32_t>(result.source.text().find("wait"));
  const auto block = block_at(result.resolution, at);
  REQUIRE(block != no_block);
  CHECK(result.resolution.blocks[block].path == "op1.b");
  CHECK(block_at(result.resolution, 9999) == no_block);
}
