#include <doctest/doctest.h>
#include <string>

#include "core/resolution/parse.h"
#include "web/app/model/selection.h"

using namespace clausemark;
using namespace clausemark::app;

namespace {

constexpr std::string_view reading = "Urges all parties (“the parties”), in Mali, to co-operate; decides.";

// What a drag over `raw` selects.
std::string snapped(std::string_view raw) {
  const auto at = static_cast<std::uint32_t>(reading.find(raw));
  return std::string(
      slice(reading, snap_to_words(reading, {at, at + static_cast<std::uint32_t>(raw.size())})));
}

}  // namespace

TEST_CASE("a drag grows to whole words and swallows no edge spaces or stops") {
  CHECK(snapped("rges all part") == "Urges all parties");
  CHECK(snapped(" in Mali, ") == "in Mali");
  CHECK(snapped("o-oper") == "co-operate");
  CHECK(snapped("operate; ") == "co-operate");
  CHECK(snapped("decides.") == "decides");
  CHECK(snapped(" ").empty());
}

TEST_CASE("quotation marks and brackets stay when they are complete") {
  CHECK(snapped("(“the parties”)") == "(“the parties”)");
  CHECK(snapped("parties”),") == "parties");
  CHECK(snapped("the parties”") == "(“the parties”)");
}

TEST_CASE("a word is what stands between spaces, without its stops") {
  const auto at = static_cast<std::uint32_t>(reading.find("Mali"));
  CHECK(slice(reading, word_around(reading, at + 2)) == "Mali");
  CHECK(word_around("", 0).empty());
}

TEST_CASE("an exact selection keeps to code points") {
  const std::string_view text = "a𝄞b";
  CHECK(snap_to_code_points(text, {2, 3}) == Range{1, 5});
  CHECK(snap_to_code_points(text, {0, 99}) == Range{0, 6});
}

TEST_CASE("a clause is that of the innermost act, or the whole item") {
  const auto source = SourceText::decode(
      "The Security Council,\n\n1. Demands peace, and urges talks:\n\n(a) on the river;\n");
  const auto resolution = parse(*source);
  const auto clause = [&](std::string_view word) {
    const auto at = static_cast<std::uint32_t>(resolution.reading.text().find(word));
    return std::string(resolution.text(clause_around(resolution, at)));
  };
  CHECK(clause("peace") == "Demands peace");
  CHECK(clause("talks") == "urges talks");
  CHECK(clause("river") == "on the river");
}
