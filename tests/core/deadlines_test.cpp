#include <doctest/doctest.h>
#include <string>

#include "core/resolution/dates.h"
#include "core/resolution/deadlines.h"

using namespace clausemark;

namespace {

std::string value_of(const std::string& text) {
  const auto found =
      DeadlineReader(lexicon_for("en"), text, "2031-01-31").read(0, static_cast<std::uint32_t>(text.size()));
  return found.reading.empty() ? "" : found.value + (found.resolved.empty() ? "" : " = " + found.resolved);
}

}  // namespace

TEST_CASE("a period is counted from the adoption only where the text says so") {
  CHECK(value_of("within 30 days of the adoption of this resolution") == "P30D = 2031-03-02");
  CHECK(value_of("for a further period of one month from the date of adoption") == "P1M = 2031-02-28");
  CHECK(value_of("within 30 days of the receipt of the request") == "P30D");
  CHECK(value_of("every quarter") == "P3M");
  CHECK(value_of("within twenty-one days") == "P21D");
}

TEST_CASE("how often is told by one word or by several, and a year may stand alone") {
  CHECK(value_of("monthly") == "P1M");
  CHECK(value_of("twice a year, beginning in May") == "P6M");
  CHECK(value_of("on a quarterly basis") == "P3M");
  CHECK(value_of("by the end of 2031") == "2031 = 2031-12-31");
  CHECK(value_of("by the end of June 2031,") == "2031-06 = 2031-06-30");
  CHECK(value_of("each month") == "P1M");
  CHECK(value_of("monthly report") == "P1M");
  CHECK(value_of("quarterly, on the talks") == "P3M");
  for (const auto* none : {"by 2031", "by the end of 2000 troops", "until the end of 2031/32",
                           "annually renewed", "weekly newspaper", "monthly forecast"}) {
    CAPTURE(none);
    CHECK(value_of(none).empty());
  }
}

TEST_CASE("what no calendar has is no deadline") {
  CHECK(value_of("by 31 June 2031").empty());
  CHECK(value_of("by 30 June 2031") == "2031-06-30");
  CHECK(value_of("every 999999999 quarters").empty());
  CHECK(value_of("for years").empty());
  CHECK(date_after("2031-01-31", "P9999Y").empty());
  CHECK(date_after("2031-02-30", "P1D").empty());
  CHECK(date_after("2032-02-29", "P1Y") == "2033-02-28");
}

TEST_CASE("a date may be printed with an ordinal, or with the month first") {
  const auto& months = lexicon_for("en").list(Words::month);
  CHECK(date_at("29th June 2021", 0, months).iso == "2021-06-29");
  CHECK(date_at("July 1, 2024", 0, months).iso == "2024-07-01");
  CHECK(date_at("June 2021", 0, months).iso == "2021-06");
  CHECK(date_at("june 2021", 0, months).iso.empty());
}
