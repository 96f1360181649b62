#include "core/resolution/dates.h"

#include <chrono>
#include <cstdio>

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

// A number of one or two digits for a day; 0 when none stands there.
std::int32_t day_at(std::string_view text, std::uint32_t at, std::uint32_t& end) {
  const auto day = scan::number_at(text, at, end);
  return day >= 1 && day <= 31 && end - at <= 2 ? day : 0;
}

}  // namespace

std::string iso_date(std::int32_t year, std::int32_t month, std::int32_t day) {
  char iso[16];
  if (day > 0) {
    std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
  } else {
    std::snprintf(iso, sizeof iso, "%04d-%02d", year % 10000, month % 100);
  }
  return iso;
}

PrintedDate date_at(std::string_view text, std::uint32_t at, const WordList& months) {
  std::uint32_t next = at;
  auto day = day_at(text, at, next);
  if (day > 0) {
    const auto ordinal = text.substr(next, 2);
    if (ordinal == "st" || ordinal == "nd" || ordinal == "rd" || ordinal == "th") next += 2;
    next = scan::skip_spaces(text, next);
  }
  if (next >= text.size() || !scan::is_letter(text[next]) || scan::is_lower(text[next])) return {};
  std::uint32_t behind = next;
  const auto* month = months.match(text, next, behind);
  if (month == nullptr) return {};
  next = scan::skip_spaces(text, behind);
  // "July 1, 2024"
  std::uint32_t day_end = next;
  if (day == 0 && (day = day_at(text, next, day_end)) > 0) {
    if (day_end >= text.size() || text[day_end] != ',') return {};
    next = scan::skip_spaces(text, day_end + 1);
  }
  std::uint32_t end = next;
  const auto year = scan::number_at(text, next, end);
  if (end - next != 4 || year < 1900 || year > 2199) return {};
  std::uint32_t digits = 0;
  const auto number = scan::number_at(month->value, 0, digits);
  const std::chrono::year_month_day checked{std::chrono::year{year},
                                            std::chrono::month{static_cast<unsigned>(number)},
                                            std::chrono::day{static_cast<unsigned>(day > 0 ? day : 1)}};
  if (!checked.ok()) return {};  // 31 June
  return {iso_date(year, number, day), end};
}

PrintedDate first_date(std::string_view text, const WordList& months) {
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (at > 0 && scan::byte_class(text[at - 1]) == scan::word_byte) continue;
    if (!scan::is_digit(text[at]) && !months.may_begin(text, at)) continue;
    auto date = date_at(text, at, months);
    if (date.iso.size() == 10) return date;
  }
  return {};
}

bool is_iso_day(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t k = 0; k < text.size(); ++k) {
    const bool dash = k == 4 || k == 7;
    if (dash ? text[k] != '-' : text[k] < '0' || text[k] > '9') return false;
  }
  const auto part = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return part(5) >= 1 && part(5) <= 12 && part(8) >= 1 && part(8) <= 31;
}

// Years begin in March, so that the odd day of February comes last.
std::int32_t day_number(std::string_view iso_day) {
  const auto number = [&](std::size_t at, std::size_t digits) {
    std::int32_t value = 0;
    for (std::size_t k = at; k < at + digits; ++k) value = value * 10 + (iso_day[k] - '0');
    return value;
  };
  const auto month = (number(5, 2) + 9) % 12;
  const auto year = number(0, 4) - (month >= 10 ? 1 : 0);
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + number(8, 2) - 1;
}

}  // namespace clausemark
