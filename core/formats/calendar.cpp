#include "core/formats/calendar.h"

#include <algorithm>

#include "core/resolution/dates.h"
#include "core/resolution/place_name.h"
#include "core/text/sha256.h"
#include "core/text/shorten.h"
#include "core/text/utf8.h"

namespace clausemark {
namespace {

constexpr std::size_t line_length = 75;         // bytes, without the line end (RFC 5545, 3.1)
constexpr std::size_t description_most = 2000;  // bytes of a paragraph

// "2031-06-30" as "20310630"; empty for what is no day.
std::string day_of(const Deadline& deadline) {
  const auto& date = deadline.resolved.empty() ? deadline.value : deadline.resolved;
  if (!is_iso_day(date)) return {};
  return date.substr(0, 4) + date.substr(5, 2) + date.substr(8, 2);
}

// TEXT values escape four characters (RFC 5545, 3.3.11).
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) >= ' ')
      out += c;
  }
  return out;
}

void add_line(std::string& out, std::string_view line) {
  std::size_t room = line_length;
  while (line.size() > room) {
    auto cut = room;
    while (cut > 0 && utf8::is_continuation(line[cut])) --cut;
    out += line.substr(0, cut);
    out += "\r\n ";
    line.remove_prefix(cut);
    room = line_length - 1;  // the space counts
  }
  out += line;
  out += "\r\n";
}

// "2031-03-14T10:00:00Z" as "20310314T100000Z".
std::string basic_time(std::string_view time) {
  std::string out;
  for (const char c : time.substr(0, 19)) {
    if (c != '-' && c != ':') out += c;
  }
  return out + "Z";
}

}  // namespace

std::size_t calendar_events(const Resolution& resolution) {
  return static_cast<std::size_t>(std::count_if(resolution.deadlines.begin(), resolution.deadlines.end(),
                                                [](const Deadline& one) { return !day_of(one).empty(); }));
}

std::string write_calendar(const Resolution& resolution, std::string_view title, std::string_view time) {
  std::string out;
  for (const auto* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Clausemark//Deadlines//EN"})
    add_line(out, line);
  for (const auto& deadline : resolution.deadlines) {
    const auto day = day_of(deadline);
    if (day.empty()) continue;
    const auto& block = resolution.blocks[deadline.block];
    const auto words = resolution.text(deadline.reading);
    const auto place = block.number.empty() ? std::string{} : ", " + place_name(block.path);
    add_line(out, "BEGIN:VEVENT");
    add_line(out, "UID:" +
                      sha256_hex(std::string(title) + block.path + " " +
                                 std::to_string(deadline.reading.start) + " " + day)
                          .substr(0, 32) +
                      "@clausemark");
    add_line(out, "DTSTAMP:" + basic_time(time));
    add_line(out, "DTSTART;VALUE=DATE:" + day);
    add_line(out, "SUMMARY:" + escaped(std::string(title) + place + ": " + std::string(words)));
    add_line(out, "DESCRIPTION:" + escaped(shortened(resolution.text(block.reading), description_most)));
    add_line(out, "TRANSP:TRANSPARENT");
    add_line(out, "END:VEVENT");
  }
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace clausemark
