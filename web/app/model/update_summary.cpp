// The summary, and what can be taken from it.
#include "core/formats/calendar.h"
#include "web/app/model/summary.h"
#include "web/app/model/summary_picture.h"
#include "web/app/model/updater.h"

namespace clausemark::app {

void Updater::operator()(const intent::ShowMain& wish) {
  view_.main = wish.main;
  view_.sheet = Sheet::none;
}

void Updater::operator()(const intent::SummariseAs& wish) { view_.summary = wish.options; }

void Updater::operator()(const intent::CopyTable& wish) {
  const auto summary = summarise(model_.document, view_.summary);
  if (wish.table >= summary.tables.size()) return;
  const auto& table = summary.tables[wish.table];
  effects_.emplace_back(effect::Copy{tab_separated(table)});
  say("Copied " + table.title + ", to be pasted into a spreadsheet");
}

void Updater::operator()(const intent::SaveExtra& wish) {
  if (wish.what == intent::Extra::calendar) {
    const auto events = calendar_events(resolution());
    if (events == 0) {
      say("The text sets no date that a calendar could hold");
      return;
    }
    effects_.emplace_back(
        effect::SaveExtra{file_name(".ics"), "text/calendar",
                          write_calendar(resolution(), title_of(model_.document), outside_.time), false});
    say(std::to_string(events) + (events == 1 ? " date" : " dates") + " saved as a calendar file");
    return;
  }
  const bool png = wish.what == intent::Extra::png;
  effects_.emplace_back(effect::SaveExtra{
      file_name(png ? ".png" : ".svg"), png ? "image/png" : "image/svg+xml",
      draw_summary(summarise(model_.document, view_.summary), project().tag_set, title_of(model_.document)),
      png});
  say("Saved as a picture");
}

}  // namespace clausemark::app
