#include "core/resolution/deadlines.h"

#include <chrono>

#include "core/resolution/dates.h"
#include "core/resolution/scan.h"

namespace clausemark {
namespace {

DeadlineKind kind_of(std::string_view value) {
  if (value == "until") return DeadlineKind::until;
  if (value == "every") return DeadlineKind::every;
  if (value == "within") return DeadlineKind::within;
  if (value == "for") return DeadlineKind::for_period;
  return DeadlineKind::by;
}

std::string printed(std::chrono::year_month_day date) {
  return iso_date(static_cast<int>(date.year()),
                  static_cast<std::int32_t>(static_cast<unsigned>(date.month())),
                  static_cast<std::int32_t>(static_cast<unsigned>(date.day())));
}

}  // namespace

Deadline DeadlineReader::read(std::uint32_t at, std::uint32_t end) const {
  const auto text = text_.substr(0, end);
  Deadline deadline;
  std::uint32_t behind = at;
  if (const auto* words = lexicon_.list(Words::deadline).match(text, at, behind)) {
    deadline.kind = kind_of(words->value);
    const bool whole = words->second == "end";
    if (read_date(behind, end, deadline) || (whole && read_year(behind, end, deadline))) {
      deadline.reading.start = at;
      if (whole) deadline.resolved = last_day(deadline.value);
      return deadline;
    }
  }
  const auto* recurring = lexicon_.list(Words::recurring).match(text, at, behind);
  if (recurring != nullptr && (recurring->second != "word" || stands_alone(text, behind))) {
    deadline.kind = DeadlineKind::every;
    deadline.value = recurring->value;
    deadline.reading = {at, behind};
    return deadline;
  }
  if (const auto* words = lexicon_.list(Words::period).match(text, at, behind)) {
    deadline.kind = kind_of(words->value);
    if (read_period(behind, end, deadline)) deadline.reading.start = at;
  }
  return deadline;
}

bool DeadlineReader::read_date(std::uint32_t at, std::uint32_t end, Deadline& out) const {
  const auto text = text_.substr(0, end);
  at = scan::skip_spaces(text, at);
  const auto after_article = lexicon_.list(Words::determiner).skip(text, at);
  if (after_article != at) at = scan::skip_spaces(text, after_article);
  const auto date = date_at(text, at, lexicon_.list(Words::month));
  if (date.iso.empty()) return false;
  out.value = date.iso;
  out.reading = {at, date.end};
  return true;
}

// Whether the words before `at` belong to no noun behind them: "annually renewed", "2000 troops", "2031/32";
// but "a monthly report".
bool DeadlineReader::stands_alone(std::string_view text, std::uint32_t at) const {
  const auto next = scan::skip_spaces(text, at);
  if (next >= text.size()) return true;
  if (next == at) return text[at] != '/' && text[at] != '-' && scan::byte_class(text[at]) != scan::blank_lead;
  const auto word = scan::word_at(text, next);
  return word.empty() || lexicon_.list(Words::behind_noun).skip(text, next) != next ||
         lexicon_.list(Words::report_noun).skip(text, next) != next;
}

// "by the end of 2031"
bool DeadlineReader::read_year(std::uint32_t at, std::uint32_t end, Deadline& out) const {
  const auto text = text_.substr(0, end);
  at = scan::skip_spaces(text, at);
  auto behind = at;
  const auto year = scan::number_at(text, at, behind);
  if (behind - at != 4 || year < 1900 || year > 2199 || !stands_alone(text, behind)) return false;
  out.value = std::string(text.substr(at, 4));
  out.reading = {at, behind};
  return true;
}

// A number in digits or words; -1 if none stands there.
std::int32_t DeadlineReader::amount_at(std::string_view text, std::uint32_t& at) const {
  std::uint32_t end = at;
  auto amount = scan::number_at(text, at, end);
  if (amount < 0) {
    const auto* numeral = lexicon_.list(Words::numeral).match(text, at, end);
    if (numeral == nullptr) return -1;
    std::uint32_t digits = 0;
    amount = scan::number_at(numeral->value, 0, digits);
  }
  at = scan::skip_spaces(text, end);
  return amount;
}

bool DeadlineReader::read_period(std::uint32_t at, std::uint32_t end, Deadline& out) const {
  const auto text = text_.substr(0, end);
  at = scan::skip_spaces(text, at);
  constexpr std::int32_t longest = 9999;  // of any unit; more is no period that anybody means
  auto amount = amount_at(text, at);
  if (amount > longest) return false;
  const bool counted = amount >= 0;
  if (!counted) {
    // "every year", "for a further month"
    if (out.kind != DeadlineKind::every && out.kind != DeadlineKind::for_period) return false;
    amount = 1;
  }
  std::uint32_t behind = at;
  const auto* unit = lexicon_.list(Words::unit).match(text, at, behind);
  if (unit == nullptr) return false;
  if (!counted && unit->second == "many" && out.kind != DeadlineKind::every) return false;  // "for years"
  auto sign = unit->value;
  out.value = "P";
  if (sign == "Q") {
    amount *= 3;
    sign = "M";
  } else if (sign == "TH") {
    out.value += 'T';
    sign = "H";
  }
  out.value += std::to_string(amount);
  out.value += sign;
  out.reading = {at, behind};
  const bool ends = out.kind == DeadlineKind::within || out.kind == DeadlineKind::for_period;
  if (ends && counts_from_adoption(text, behind)) out.resolved = date_after(adopted_, out.value);
  return true;
}

// "of the adoption of this resolution", "from the date of adoption", "after adoption", within the next words.
bool DeadlineReader::counts_from_adoption(std::string_view text, std::uint32_t at) const {
  constexpr int most_words = 5;
  for (int k = 0; k < most_words; ++k) {
    at = scan::skip_spaces(text, at);
    const auto word = scan::word_at(text, at);
    if (word.empty()) return false;
    if (lexicon_.list(Words::anchor).skip(text, at) != at) return true;
    at = word.end;
  }
  return false;
}

std::string last_day(std::string_view date) {
  using namespace std::chrono;
  std::uint32_t end = 0;
  if (date.size() != 4 && date.size() != 7) return {};
  const auto y = scan::number_at(date, 0, end);
  const auto m = date.size() == 7 ? scan::number_at(date, 5, end) : 12;
  if (y <= 0 || m <= 0) return {};
  const year_month_day result{year{y} / month{static_cast<unsigned>(m)} / last};
  return result.ok() ? printed(result) : std::string{};
}

std::string date_after(std::string_view date, std::string_view period) {
  using namespace std::chrono;
  std::uint32_t end = 0;
  const auto y = scan::number_at(date, 0, end);
  const auto m = date.size() == 10 ? scan::number_at(date, 5, end) : -1;
  const auto d = date.size() == 10 ? scan::number_at(date, 8, end) : -1;
  if (y <= 0 || m <= 0 || d <= 0 || period.size() < 3 || period[0] != 'P') return {};
  const auto count = scan::number_at(period, 1, end);
  if (count < 0 || count > 9999 || end + 1 != period.size()) return {};
  year_month_day result{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
  if (!result.ok()) return {};
  switch (period[end]) {
    case 'D':
      result = sys_days{result} + days{count};
      break;
    case 'W':
      result = sys_days{result} + weeks{count};
      break;
    case 'M':
      result += months{count};
      break;
    case 'Y':
      result += years{count};
      break;
    default:
      return {};
  }
  if (!result.ok()) result = result.year() / result.month() / last;
  return static_cast<int>(result.year()) > 9999 ? std::string{} : printed(result);
}

}  // namespace clausemark
