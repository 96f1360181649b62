// Dates as texts print them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/resolution/word_list.h"

namespace clausemark {

struct PrintedDate {
  std::string iso;        // ISO 8601: "2021-06-29", or "2021-06" without a day; empty where no date stands
  std::uint32_t end = 0;  // the byte behind it
};

// ISO 8601: "2021-06-29"; "2021-06" where the day is 0.
std::string iso_date(std::int32_t year, std::int32_t month, std::int32_t day);

// Whether a text is a day of the Gregorian calendar as ISO 8601 writes it, "2021-06-29".
bool is_iso_day(std::string_view text);

// The number of a day that is_iso_day(): days since 1 March of the year 0, for differences.
std::int32_t day_number(std::string_view iso_day);

// "29 June 2021", "29th June 2021", "June 2021", "June 29, 2021" at byte `at`; `months` are the names of the
// months with their numbers.
PrintedDate date_at(std::string_view text, std::uint32_t at, const WordList& months);

// The first full date in `text`, with a day.
PrintedDate first_date(std::string_view text, const WordList& months);

}  // namespace clausemark
