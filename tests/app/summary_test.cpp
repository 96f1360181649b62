// The summary of a document, its calendar and its picture.
#include <algorithm>
#include <doctest/doctest.h>

#include "core/formats/calendar.h"
#include "tests/app/session.h"
#include "web/app/model/summary.h"
#include "web/app/model/summary_picture.h"
#include "web/app/model/view_model.h"

using namespace clausemark;
using namespace clausemark::app;

namespace {

const SummaryTable* table_of(const Summary& summary, std::string_view title) {
  const auto found = std::find_if(summary.tables.begin(), summary.tables.end(),
                                  [&](const SummaryTable& table) { return table.title == title; });
  return found == summary.tables.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the summary counts what readers accepted apart from what is only suggested") {
  Session session;
  session.want(intent::Select{session.find("remove every barrier")});
  session.press("2");
  const auto all = summarise(session.model.document);
  const auto accepted = summarise(session.model.document, {false, SummaryColumn::place, false});
  CHECK(accepted.tags.size() == 1);
  CHECK(accepted.tags[0].accepted == 1);
  CHECK(accepted.tags[0].suggested == 0);
  CHECK(all.tags.size() > 10);
  std::uint32_t sum = 0;
  for (const auto& one : all.tags) sum += one.all();
  CHECK(sum == session.project().annotations.size());
  CHECK(std::is_sorted(all.tags.begin(), all.tags.end(),
                       [](const TagCount& a, const TagCount& b) { return a.all() > b.all(); }));
}

TEST_CASE("every annotation stands in one section") {
  Session session;
  const auto summary = summarise(session.model.document);
  std::vector<std::string> titles;
  std::uint32_t sum = 0;
  for (const auto& section : summary.sections) {
    titles.push_back(section.title);
    sum += section.all;
    std::uint32_t inside = 0;
    for (const auto& one : section.tags) inside += one.all();
    CHECK(inside == section.all);
  }
  CHECK(titles ==
        std::vector<std::string>{"Preamble", "Ceasefire and access", "Mandate of the Mission", "Reporting"});
  CHECK(sum == session.project().annotations.size());
}

TEST_CASE("tables say where, who, what and by when, and sort by each") {
  Session session;
  const auto summary = summarise(session.model.document);
  const auto* tasks = table_of(summary, "Tasks");
  REQUIRE(tasks != nullptr);
  CHECK(tasks->rows.size() == 5);
  CHECK(tasks->rows[0].place == "para. 6 (a)");
  const auto* reports = table_of(summary, "Who reports, and when");
  REQUIRE(reports != nullptr);
  const auto duty = std::find_if(reports->rows.begin(), reports->rows.end(),
                                 [](const SummaryRow& row) { return row.place == "para. 8"; });
  REQUIRE(duty != reports->rows.end());
  CHECK(duty->who == "the Secretary-General");
  CHECK(duty->what == "to the Council on the implementation of this resolution");
  CHECK(duty->when.starts_with("every 90 days"));
  REQUIRE(table_of(summary, "Condemnations") != nullptr);

  const auto by_what = summarise(session.model.document, {true, SummaryColumn::what, true});
  const auto& rows = table_of(by_what, "Tasks")->rows;
  CHECK(std::is_sorted(rows.begin(), rows.end(),
                       [](const SummaryRow& a, const SummaryRow& b) { return a.what > b.what; }));
  const auto by_when = summarise(session.model.document, {true, SummaryColumn::when, true});
  const auto& dated = table_of(by_when, "Demands")->rows;
  CHECK(std::is_partitioned(dated.begin(), dated.end(),
                            [](const SummaryRow& row) { return !row.date.empty(); }));
}

TEST_CASE("dates stand in their order, the adoption among them") {
  Session session;
  const auto dates = summarise(session.model.document).dates;
  REQUIRE(dates.size() >= 3);
  CHECK(dates.front().date == "2031-03-14");
  CHECK(dates.front().words == "Adopted");
  CHECK(std::is_sorted(dates.begin(), dates.end(),
                       [](const SummaryDate& a, const SummaryDate& b) { return a.date < b.date; }));
  CHECK(std::any_of(dates.begin(), dates.end(),
                    [](const SummaryDate& one) { return one.date == "2031-06-30"; }));
}

TEST_CASE("a table is copied as cells, and no cell is a formula") {
  const SummaryTable table{
      "Tasks", 0, {{"a", 0, "para. 1", "  =HYPERLINK(\"x\")", "to\tdo", "by 1 May", "2031-05-01", true}}};
  CHECK(tab_separated(table) ==
        "Place\tWho\tWhat\tWhen\tDate\tState\n"
        "para. 1\t'  =HYPERLINK(\"x\")\tto do\tby 1 May\t2031-05-01\tsuggested\n");
}

TEST_CASE("the summary is made when it is shown, and again when something changes") {
  Session session;
  ViewModelBuilder builder;
  CHECK_FALSE(builder.build(session.model).summary.has_value());
  session.press("s");
  REQUIRE(builder.build(session.model).summary.has_value());
  CHECK(builder.build(session.model).summary->tags[0].accepted == 0);
  session.press("r");
  CHECK(session.model.view.main == MainView::reading);  // review goes to the text
  session.press("Enter");
  session.press("s");
  const auto& tags = builder.build(session.model).summary->tags;
  CHECK(std::any_of(tags.begin(), tags.end(), [](const TagCount& one) { return one.accepted == 1; }));
  session.press("Escape");
  CHECK_FALSE(builder.build(session.model).summary.has_value());
}

TEST_CASE("the calendar has an event for each day that the text sets, folded and escaped (RFC 5545)") {
  Session session;
  const auto& resolution = session.model.document.resolution;
  const auto calendar = write_calendar(resolution, "S/RES/9901 (2031)", "2031-03-14T10:00:00Z");
  CHECK(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  CHECK(calendar.ends_with("END:VCALENDAR\r\n"));
  CHECK(calendar.find("DTSTART;VALUE=DATE:20310630\r\n") != std::string::npos);
  CHECK(calendar.find("DTSTAMP:20310314T100000Z\r\n") != std::string::npos);
  auto unfolded = calendar;
  for (auto at = unfolded.find("\r\n "); at != std::string::npos; at = unfolded.find("\r\n "))
    unfolded.erase(at, 3);
  CHECK(unfolded.find("no later than 30 June 2031\\, on joint patrols") != std::string::npos);
  std::size_t events = 0;
  std::size_t line = 0;
  for (std::size_t at = 0; at < calendar.size();) {
    const auto end = calendar.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    CHECK(end - at <= 75);
    CHECK(calendar.substr(at, end - at).find('\n') == std::string::npos);
    events += calendar.compare(at, 12, "BEGIN:VEVENT") == 0 ? 1 : 0;
    at = end + 2;
    ++line;
  }
  CHECK(events == calendar_events(resolution));
  CHECK(events >= 2);
  CHECK(calendar == write_calendar(resolution, "S/RES/9901 (2031)", "2031-03-14T10:00:00Z"));
}

TEST_CASE("the picture is well-formed and escapes what the text says") {
  Session session;
  auto summary = summarise(session.model.document);
  summary.sections[0].title = "<script>&\"x\"";
  const auto svg = draw_summary(summary, session.project().tag_set, "A & B <c>");
  CHECK(svg.find("url(#hatch)") != std::string::npos);
  CHECK(svg.find(summary.tags.front().in_words()) != std::string::npos);
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(svg.find("<script>") == std::string::npos);
  CHECK(svg.find("A &amp; B &lt;c&gt;") != std::string::npos);
  CHECK(svg.find("&lt;script&gt;&amp;&quot;x&quot;") != std::string::npos);
}

TEST_CASE("saving the calendar and the pictures asks the world outside for files") {
  Session session;
  session.want(intent::SaveExtra{intent::Extra::calendar});
  const auto& file = std::get<effect::SaveExtra>(session.effects.at(0));
  CHECK(file.name == "S_RES_9901_2031.ics");
  CHECK(file.type == "text/calendar");
  session.want(intent::SaveExtra{intent::Extra::png});
  CHECK(std::get<effect::SaveExtra>(session.effects.at(0)).as_picture);
  session.want(intent::Open{"x.txt", "The Security Council,\n\n1. Decides to act;\n"});
  session.want(intent::SaveExtra{intent::Extra::calendar});
  CHECK(session.model.view.message.text == "The text sets no date that a calendar could hold");
}

TEST_CASE("a date that is none does no harm") {
  for (const auto* date : {"abcd-ef-gh", "2031-13-01", "2031-00-10", "2031-1-01x", "", "2031-06-3\xC3"}) {
    Session session;
    session.model.document.project.facts.date = date;
    const auto summary = summarise(session.model.document);
    CHECK(std::none_of(summary.dates.begin(), summary.dates.end(),
                       [](const SummaryDate& one) { return one.words == "Adopted"; }));
    CHECK(draw_summary(summary, session.project().tag_set, "x").starts_with("<svg"));
  }
}
