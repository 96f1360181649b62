// Selection, finding one's way, and the look of the page.
#include <algorithm>
#include <utility>

#include "core/resolution/place_name.h"
#include "core/text/find.h"
#include "web/app/model/filter.h"
#include "web/app/model/reference_words.h"
#include "web/app/model/selection.h"
#include "web/app/model/updater.h"

namespace clausemark::app {
namespace {

constexpr std::size_t longest_trail = 100;
constexpr std::uint32_t longest_wish = 80;  // bytes of a selection that is looked for
constexpr int smallest_text = 70;           // percent
constexpr int largest_text = 250;

}  // namespace

void Updater::say(std::string text, MessageKind kind, bool offers_undo) {
  view_.message = {kind, text, offers_undo};
  announce(std::move(text));
}

void Updater::complain(const Error& error, const std::string& whose) {
  say((whose.empty() ? "" : whose + ": ") + error.message +
          (error.where.empty() ? "" : " (at " + error.where + ")"),
      MessageKind::error);
}

void Updater::go_to(std::uint32_t reading) {
  view_.main = MainView::reading;
  view_.go_to = reading;
  view_.go_to_top = false;
  ++view_.go_to_count;
}

void Updater::jump_to(std::uint32_t reading) {
  if (view_.trail.size() == longest_trail) view_.trail.erase(view_.trail.begin());
  view_.trail.push_back(outside_.in_view);
  go_to(reading);
}

void Updater::let_go_of_selection() {
  view_.selection = {};
  view_.backwards = false;
  view_.parts.clear();
}

void Updater::operator()(const intent::Select& wish) {
  view_.selection = wish.reading;
  view_.backwards = false;
  if (wish.reading.empty())
    view_.parts.clear();
  else
    view_.active.clear();
}

void Updater::operator()(const intent::SelectClause& wish) {
  (*this)(intent::Select{clause_around(resolution(), wish.at)});
}

void Updater::operator()(const intent::Move& wish) {
  const auto* annotation = view_.selection.empty() ? in_hand() : nullptr;
  const bool adjusts = wish.extend && annotation != nullptr && annotation->placed();
  if (wish.extend && !adjusts && view_.selection.empty()) return;
  std::vector<Range> spans;
  Selected now{view_.selection, view_.backwards != wish.other};
  if (adjusts) {
    for (const auto& span : annotation->spans) spans.push_back(resolution().reading.from_source(span));
    now.range = now.backwards ? spans.front() : spans.back();
  } else if (annotation != nullptr && annotation->placed()) {
    now.range = resolution().reading.from_source(annotation->spans.front());
  } else if (now.range.empty() && !view_.parts.empty()) {
    now.range = view_.parts.back();
  }
  if (adjusts && now.range.empty()) return;  // nothing of it can be read here
  const auto to = wish.extend ? grow_by(resolution(), now, wish.unit, wish.by)
                              : go_by(resolution(), now.range, wish.unit, wish.by, outside_.in_view);
  if (to.range.empty()) return;
  if (adjusts) {
    (now.backwards ? spans.front() : spans.back()) = to.range;
    (*this)(intent::SetSpans{annotation->id, spans});
  } else {
    (*this)(intent::Select{to.range});
  }
  view_.backwards = to.backwards != wish.other;
  go_to(to.backwards ? to.range.start : to.range.end - 1);
}

void Updater::operator()(const intent::KeepPart&) {
  if (view_.selection.empty()) {
    say("Select some text first, then add another part to it");
    return;
  }
  view_.parts.push_back(view_.selection);
  std::sort(view_.parts.begin(), view_.parts.end(), [](Range a, Range b) { return a.start < b.start; });
  view_.selection = {};
  say("Select another part; a tag takes all of them");
}

void Updater::operator()(const intent::GoTo& wish) {
  view_.sheet = Sheet::none;
  jump_to(wish.reading);
}

void Updater::operator()(const intent::Scroll& wish) {
  view_.scroll = {wish.lines, wish.screens};
  ++view_.scroll_count;
}

void Updater::operator()(const intent::SetTab& wish) { view_.tab = wish.tab; }
void Updater::operator()(const intent::SetTheme& wish) { view_.theme = wish.theme; }
void Updater::operator()(const intent::SetColumn& wish) { view_.column = wish.column; }
void Updater::operator()(const intent::SetContrast& wish) { view_.high_contrast = wish.high; }
void Updater::operator()(const intent::SetCalm& wish) { view_.calm = wish.calm; }

void Updater::operator()(const intent::SetTextSize& wish) {
  const int size = std::clamp(wish.percent, smallest_text, largest_text);
  if (size != view_.text_size) announce("Text at " + std::to_string(size) + " percent");
  view_.text_size = size;
}

void Updater::operator()(const intent::ShowSheet& wish) {
  view_.sheet = wish.sheet;
  view_.command_text.clear();
  if (wish.sheet == Sheet::none) return;
  ++view_.sheet_count;
  if (wish.sheet != Sheet::documents && wish.sheet != Sheet::commands) return;
  std::erase_if(view_.documents, [](const KeptDocument& document) { return document.removed; });
  effects_.emplace_back(effect::ListDocuments{});
}

void Updater::operator()(const intent::FindCommand& wish) { view_.command_text = wish.text; }

// Matches are looked for anew; the one in hand stays the first that begins where the last one did, or where
// the reader is.
void Updater::look_again() {
  auto& search = view_.search;
  model_.found = search.open ? find_all(resolution().reading.text(), search.text,
                                        {search.match_case, search.whole_words})
                             : std::vector<Range>{};
  if (model_.found.empty()) return;
  const auto next = std::partition_point(model_.found.begin(), model_.found.end(),
                                         [&](Range range) { return range.start < search.at; });
  search.at = next == model_.found.end() ? model_.found.front().start : next->start;
}

void Updater::operator()(const intent::Find& wish) {
  auto& search = view_.search;
  if (!search.open) search.at = outside_.in_view;
  search.open = true;
  view_.main = MainView::reading;
  // Words that are selected are what is looked for; else what was looked for last.
  if (wish.text)
    search.text = *wish.text;
  else if (!view_.selection.empty() && view_.selection.size() <= longest_wish)
    search.text = std::string(resolution().text(view_.selection));
  if (!wish.text) ++search.count;
  look_again();
  if (!model_.found.empty()) go_to(search.at);
}

void Updater::operator()(const intent::FindAs& wish) {
  view_.search.match_case = wish.match_case;
  view_.search.whole_words = wish.whole_words;
  look_again();
  if (!model_.found.empty()) go_to(view_.search.at);
}

void Updater::operator()(const intent::FindStep& wish) {
  auto& found = model_.found;
  if (found.empty()) {
    if (view_.search.open && !view_.search.text.empty()) announce("Not found");
    return;
  }
  const auto here = std::partition_point(found.begin(), found.end(),
                                         [&](Range range) { return range.start < view_.search.at; });
  const auto count = found.size();
  const auto at = (static_cast<std::size_t>(here - found.begin()) + (wish.by > 0 ? 1 : count - 1)) % count;
  view_.search.at = found[at].start;
  announce(std::to_string(at + 1) + " of " + std::to_string(count));
  go_to(found[at].start);
}

void Updater::operator()(const intent::CloseFind&) {
  view_.search.open = false;
  // What was found can be worked with.
  const auto here = std::find_if(model_.found.begin(), model_.found.end(),
                                 [&](Range range) { return range.start == view_.search.at; });
  if (here != model_.found.end() && view_.active.empty()) view_.selection = *here;
  model_.found.clear();
}

void Updater::operator()(const intent::Follow& wish) {
  const auto* annotation = in_hand();
  Range where = wish.at ? Range{*wish.at, *wish.at + 1} : view_.selection;
  if (where.empty() && annotation != nullptr && annotation->placed())
    where = resolution().reading.from_source(annotation->extent());
  for (const auto& reference : resolution().references) {
    if (reference.target_block == no_block || !words_of_reference(resolution(), reference).overlaps(where))
      continue;
    const auto& target = resolution().blocks[reference.target_block];
    jump_to(target.reading.start);
    say("At " + place_name(target.path));
    return;
  }
  if (!wish.at) say("There is no reference to another paragraph in what is selected");
}

void Updater::operator()(const intent::GoBack&) {
  if (view_.trail.empty()) return;
  go_to(view_.trail.back());
  view_.go_to_top = true;
  view_.trail.pop_back();
}

void Updater::operator()(const intent::Copy& wish) {
  auto quote = words_in_hand(model_);
  if (quote.empty()) {
    say("Select some text first, then copy it");
    return;
  }
  if (wish.citation) {
    const auto spans = selected_source();
    const auto place = place_name(spans.empty() ? in_hand()->path : path_at(spans.front().start));
    quote = "“" + quote + "” (" + title_of(model_.document) + (place.empty() ? "" : ", " + place) + ")";
  }
  effects_.emplace_back(effect::Copy{quote});
  say(wish.citation ? "Copied with its citation" : "Copied");
}

void Updater::operator()(const intent::ChooseTag&) {
  if (in_hand() != nullptr || !view_.selection.empty())
    view_.choosing_tag = true;
  else
    say("Select some text first, then choose a tag");
}

void Updater::operator()(const intent::EditNote&) {
  view_.tab = PanelTab::annotations;
  ++view_.note_count;
}

void Updater::operator()(const intent::SetFilter& wish) {
  const auto before = std::exchange(view_.filter, wish.filter).statuses;
  // What was rejected stands among the annotations.
  const auto& statuses = wish.filter.statuses;
  if (!statuses.empty() && statuses != before)
    view_.tab = statuses.back() == Status::suggested ? PanelTab::suggestions : PanelTab::annotations;
  // What is not seen is not in hand.
  if (const auto* annotation = in_hand();
      annotation != nullptr && !shows(view_.filter, *annotation, model_.document))
    view_.active.clear();
  ++model_.annotation_revision;
}

void Updater::operator()(const intent::FilterBy& wish) {
  const auto turn = [](auto& list, const auto& value) {
    const auto there = std::find(list.begin(), list.end(), value);
    if (there == list.end())
      list.push_back(value);
    else
      list.erase(there);
  };
  auto filter = view_.filter;
  switch (wish.condition) {
    case intent::Condition::text:
      filter.text = wish.value;
      break;
    case intent::Condition::tag:
      turn(filter.tags, wish.value);
      break;
    case intent::Condition::author:
      filter.author = filter.author == wish.value ? std::string{} : wish.value;
      break;
    case intent::Condition::status:
      if (const auto status = status_of(wish.value)) turn(filter.statuses, *status);
      break;
  }
  (*this)(intent::SetFilter{filter});
}

void Updater::operator()(const intent::ShowMenu& wish) { view_.menu = MenuAt{wish.x, wish.y}; }

void Updater::operator()(const intent::Dismiss&) {
  if (model_.opening) {
    say(model_.opening->pending.name + " was not opened");
    model_.opening.reset();
  } else if (view_.pending) {
    view_.pending.reset();
    model_.waiting.reset();
  } else if (view_.menu)
    view_.menu.reset();
  else if (view_.choosing_tag)
    view_.choosing_tag = false;
  else if (view_.sheet != Sheet::none)
    view_.sheet = Sheet::none;
  else if (view_.search.open)
    (*this)(intent::CloseFind{});
  else if (view_.main != MainView::reading)
    view_.main = MainView::reading;
  else if (view_.message.kind != MessageKind::info)
    view_.message = {};
  else {
    view_.message = {};
    if (!view_.selection.empty() || !view_.parts.empty())
      let_go_of_selection();
    else
      view_.active.clear();
  }
}

}  // namespace clausemark::app
