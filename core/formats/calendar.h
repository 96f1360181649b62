// The dates that a resolution sets, as a calendar file (iCalendar, RFC 5545).
#pragma once

#include <string>
#include <string_view>

#include "core/resolution/model.h"

namespace clausemark {

// One all-day event for each deadline that comes to a day of the calendar; those that recur or that count
// from a day the text does not tell are left out. `time` (RFC 3339) is when the file is made. Lines end with
// CR LF and are folded at 75 bytes, never inside a code point. The same resolution and time always give the
// same bytes.
std::string write_calendar(const Resolution& resolution, std::string_view title, std::string_view time);

// How many events write_calendar() would write.
std::size_t calendar_events(const Resolution& resolution);

}  // namespace clausemark
