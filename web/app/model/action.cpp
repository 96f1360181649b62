#include "web/app/model/action.h"

#include <algorithm>

#include "core/text/find.h"

namespace clausemark::app {
namespace {

using Make = std::optional<Intent> (*)(const Model&);

const Annotation* in_hand(const Model& model) {
  return model.view.active.empty() ? nullptr : model.document.project.find(model.view.active);
}

const Annotation* suggestion_in_hand(const Model& model) {
  const auto* annotation = in_hand(model);
  return annotation != nullptr && annotation->status == Status::suggested ? annotation : nullptr;
}

bool has_selection(const Model& model) { return !model.view.selection.empty() || !model.view.parts.empty(); }

template <class Wish>
std::optional<Intent> always(const Model&) {
  return Wish{};
}

template <int by>
std::optional<Intent> step(const Model&) {
  return intent::Step{by};
}

template <int by>
std::optional<Intent> step_annotation(const Model&) {
  return intent::Step{by, PanelTab::annotations};
}

template <Unit unit, int by>
std::optional<Intent> go(const Model&) {
  return intent::Move{unit, by, false, false};
}

// Moves an end of the selection or of the annotation in hand.
template <Unit unit, int by, bool other = false>
std::optional<Intent> grow(const Model& model) {
  if (model.view.selection.empty() && in_hand(model) == nullptr) return std::nullopt;
  return intent::Move{unit, by, true, other};
}

template <int hundredths_of_a_screen>
std::optional<Intent> scroll(const Model&) {
  return intent::Scroll{0, static_cast<float>(hundredths_of_a_screen) / 100.0f};
}

template <int lines>
std::optional<Intent> scroll_lines(const Model&) {
  return intent::Scroll{lines, 0};
}

template <int by>
std::optional<Intent> find_next(const Model& model) {
  if (model.found.empty()) return std::nullopt;
  return intent::FindStep{by};
}

template <Sheet sheet>
std::optional<Intent> show(const Model&) {
  return intent::ShowSheet{sheet};
}

template <int percent>  // 0 for the usual size, else a change
std::optional<Intent> text_size(const Model& model) {
  return intent::SetTextSize{percent == 0 ? 100 : model.view.text_size + percent};
}

template <Column column>
std::optional<Intent> set_column(const Model& model) {
  if (model.view.column == column) return std::nullopt;
  return intent::SetColumn{column};
}

template <ThemeChoice theme>
std::optional<Intent> set_theme(const Model& model) {
  if (model.view.theme == theme) return std::nullopt;
  return intent::SetTheme{theme};
}

template <bool citation>
std::optional<Intent> copy(const Model& model) {
  if (!has_selection(model) && in_hand(model) == nullptr) return std::nullopt;
  return intent::Copy{citation};
}

std::optional<Intent> undo(const Model& model) {
  if (model.document.history.undo_name().empty()) return std::nullopt;
  return intent::Undo{};
}

std::optional<Intent> redo(const Model& model) {
  if (model.document.history.redo_name().empty()) return std::nullopt;
  return intent::Redo{};
}

std::optional<Intent> accept(const Model& model) {
  if (suggestion_in_hand(model) == nullptr) return std::nullopt;
  return intent::Accept{model.view.active};
}

std::optional<Intent> reject(const Model& model) {
  if (suggestion_in_hand(model) == nullptr) return std::nullopt;
  return intent::Reject{model.view.active};
}

std::optional<Intent> erase(const Model& model) {
  const auto* annotation = in_hand(model);
  if (annotation == nullptr) return std::nullopt;
  return intent::Erase{annotation->id};
}

std::optional<Intent> keep_part(const Model& model) {
  if (model.view.selection.empty()) return std::nullopt;
  return intent::KeepPart{};
}

std::optional<Intent> go_back(const Model& model) {
  if (model.view.trail.empty()) return std::nullopt;
  return intent::GoBack{};
}

std::optional<Intent> choose_tag(const Model& model) {
  if (!has_selection(model) && in_hand(model) == nullptr) return std::nullopt;
  return intent::ChooseTag{};
}

std::optional<Intent> edit_note(const Model& model) {
  const auto* annotation = in_hand(model);
  if (annotation == nullptr || annotation->status != Status::accepted) return std::nullopt;
  return intent::EditNote{};
}

std::optional<Intent> accept_all(const Model& model) {
  const auto* suggestion = suggestion_in_hand(model);
  if (suggestion == nullptr) return std::nullopt;
  return intent::AcceptAll{suggestion->tag};
}

std::optional<Intent> summary(const Model& model) {
  return intent::ShowMain{model.view.main == MainView::summary ? MainView::reading : MainView::summary};
}

std::optional<Intent> clear_filter(const Model& model) {
  if (model.view.filter.empty()) return std::nullopt;
  return intent::SetFilter{};
}

template <intent::Extra what>
std::optional<Intent> save_extra(const Model&) {
  return intent::SaveExtra{what};
}

std::optional<Intent> reopen(const Model& model) {
  const auto* annotation = in_hand(model);
  if (annotation == nullptr || annotation->status != Status::rejected) return std::nullopt;
  return intent::Reopen{annotation->id};
}

template <int by>
std::optional<Intent> step_dispute(const Model& model) {
  if (model.disputes.empty()) return std::nullopt;
  return intent::StepDispute{by};
}

// While a contradicting pair is in hand.
template <Verdict verdict>
std::optional<Intent> settle_pair(const Model& model) {
  if (!model.view.dispute || model.view.tab != PanelTab::disputes || has_selection(model))
    return std::nullopt;
  return intent::Settle{verdict, {}};
}

std::optional<Intent> comparison(const Model& model) {
  if (!model.other) return std::nullopt;
  return intent::ShowMain{model.view.main == MainView::comparison ? MainView::reading : MainView::comparison};
}

std::optional<Intent> close_other(const Model& model) {
  if (!model.other) return std::nullopt;
  return intent::CloseOther{};
}

std::optional<Intent> merge_other(const Model& model) {
  if (!model.other) return std::nullopt;
  return intent::MergeOther{};
}

std::optional<Intent> contrast(const Model& model) { return intent::SetContrast{!model.view.high_contrast}; }

bool changes_tags(const Command* command) {
  return command != nullptr &&
         std::any_of(command->edits.begin(), command->edits.end(),
                     [](const Edit& edit) { return std::holds_alternative<SetTagSet>(edit); });
}

struct Entry {
  Action action;
  Make make;
};

constexpr Entry entries[] = {
    {{"next", "Next suggestion", "Review", "r j"}, step<1>},
    {{"previous", "Previous suggestion", "Review", "k"}, step<-1>},
    {{"next-annotation", "Next annotation", "Review", "."}, step_annotation<1>},
    {{"previous-annotation", "Previous annotation", "Review", ","}, step_annotation<-1>},
    {{"accept", "Accept suggestion", "Review", "Enter"}, accept},
    {{"reject", "Reject suggestion", "Review", "Backspace"}, reject},

    {{"accept-all", "Accept all suggestions with this tag", "Review", ""}, accept_all},

    {{"reopen", "Reopen rejected suggestion", "Review", "u"}, reopen},
    {{"next-pair", "Next contradiction", "Review", "x"}, step_dispute<1>},
    {{"previous-pair", "Previous contradiction", "Review", ""}, step_dispute<-1>},
    {{"settle-first", "Of two that contradict, the first", "Review", "1"}, settle_pair<Verdict::first>},
    {{"settle-second", "Of two that contradict, the second", "Review", "2"}, settle_pair<Verdict::second>},
    {{"settle-both", "Of two that contradict, both", "Review", "3"}, settle_pair<Verdict::both>},

    {{"next-clause", "Next clause", "Select", "]"}, go<Unit::clause, 1>},
    {{"previous-clause", "Previous clause", "Select", "["}, go<Unit::clause, -1>},
    {{"next-paragraph", "Next paragraph", "Select", "}"}, go<Unit::paragraph, 1>},
    {{"previous-paragraph", "Previous paragraph", "Select", "{"}, go<Unit::paragraph, -1>},
    {{"next-word", "Next word", "Select", "ArrowRight"}, go<Unit::word, 1>},
    {{"previous-word", "Previous word", "Select", "ArrowLeft"}, go<Unit::word, -1>},
    {{"grow-word", "One word more", "Select", "shift+ArrowRight"}, grow<Unit::word, 1>},
    {{"shrink-word", "One word less", "Select", "shift+ArrowLeft"}, grow<Unit::word, -1>},
    {{"grow-clause", "One clause more", "Select", "shift+ArrowDown"}, grow<Unit::clause, 1>},
    {{"shrink-clause", "One clause less", "Select", "shift+ArrowUp"}, grow<Unit::clause, -1>},
    {{"grow-letter", "One letter more", "Select", "ctrl+shift+ArrowRight"}, grow<Unit::character, 1>},
    {{"shrink-letter", "One letter less", "Select", "ctrl+shift+ArrowLeft"}, grow<Unit::character, -1>},
    {{"start-forward", "Other end one word on", "Select", "alt+shift+ArrowRight"}, grow<Unit::word, 1, true>},
    {{"start-back", "Other end one word back", "Select", "alt+shift+ArrowLeft"}, grow<Unit::word, -1, true>},
    {{"keep-part", "Add another part", "Select", "&"}, keep_part},
    {{"dismiss", "Let go", "Select", "Escape"}, always<intent::Dismiss>},

    {{"undo", "Undo", "Edit", "ctrl+z"}, undo},
    {{"redo", "Redo", "Edit", "ctrl+shift+z ctrl+y"}, redo},
    {{"steps", "What has been done", "Edit", "h"}, show<Sheet::steps>},
    {{"erase", "Delete annotation", "Edit", "Delete Backspace"}, erase},
    {{"choose-tag", "Choose a tag", "Edit", "v"}, choose_tag},
    {{"note", "Write a note", "Edit", "n"}, edit_note},
    {{"copy", "Copy", "Edit", "ctrl+c"}, copy<false>},
    {{"copy-citation", "Copy with citation", "Edit", "q"}, copy<true>},

    {{"find", "Find in the text", "Navigate", "ctrl+f /"}, always<intent::Find>},
    {{"find-next", "Next place found", "Navigate", "F3 ctrl+g"}, find_next<1>},
    {{"find-previous", "Previous place found", "Navigate", "shift+F3 ctrl+shift+g"}, find_next<-1>},
    {{"follow", "Go to the paragraph referred to", "Navigate", "g"}, always<intent::Follow>},
    {{"outline", "Outline", "Navigate", "ctrl+shift+o"}, show<Sheet::outline>},
    {{"back", "Go back", "Navigate", "alt+ArrowLeft"}, go_back},
    {{"page-down", "Scroll a page on", "Navigate", "PageDown space"}, scroll<90>},
    {{"page-up", "Scroll a page back", "Navigate", "PageUp"}, scroll<-90>},
    {{"line-down", "Scroll down", "Navigate", "ArrowDown"}, scroll_lines<2>},
    {{"line-up", "Scroll up", "Navigate", "ArrowUp"}, scroll_lines<-2>},
    {{"to-start", "To the beginning", "Navigate", "Home"}, scroll<-100'000'000>},
    {{"to-end", "To the end", "Navigate", "End"}, scroll<100'000'000>},

    {{"open", "Open a file", "File", "ctrl+o"}, always<intent::ChooseFile>},
    {{"save", "Save file", "File", "ctrl+s"}, always<intent::Save>},
    {{"documents", "Documents in this browser", "File", "ctrl+e"}, show<Sheet::documents>},
    {{"sample", "Open the sample", "File", ""}, always<intent::OpenSample>},

    {{"tags", "Edit the tags", "Tags", "ctrl+,"}, always<intent::EditTag>},
    {{"save-tags", "Save the tags as a file", "Tags", ""}, always<intent::SaveTagSet>},
    {{"comparison", "Compare with the other version", "File", ""}, comparison},
    {{"merge", "Merge the other version", "File", ""}, merge_other},
    {{"close-other", "Stop comparing", "File", ""}, close_other},

    {{"calendar", "Save the dates as a calendar file", "File", ""}, save_extra<intent::Extra::calendar>},
    {{"svg", "Save the summary as an SVG picture", "File", ""}, save_extra<intent::Extra::svg>},
    {{"png", "Save the summary as a PNG picture", "File", ""}, save_extra<intent::Extra::png>},

    {{"commands", "All commands", "Help", "ctrl+k"}, show<Sheet::commands>},
    {{"keys", "All keys", "Help", "?"}, show<Sheet::keys>},

    {{"summary", "Summary", "View", "s"}, summary},
    {{"all", "Show all annotations", "View", ""}, clear_filter},
    {{"larger", "Larger text", "View", "+ ="}, text_size<10>},
    {{"smaller", "Smaller text", "View", "-"}, text_size<-10>},
    {{"usual-size", "Text at its usual size", "View", "0"}, text_size<0>},
    {{"narrow", "Narrow column", "View", ""}, set_column<Column::narrow>},
    {{"normal", "Normal column", "View", ""}, set_column<Column::normal>},
    {{"wide", "Wide column", "View", ""}, set_column<Column::wide>},
    {{"light", "Light theme", "View", ""}, set_theme<ThemeChoice::light>},
    {{"dark", "Dark theme", "View", ""}, set_theme<ThemeChoice::dark>},
    {{"system", "Theme of the system", "View", ""}, set_theme<ThemeChoice::system>},
    {{"contrast", "High contrast on or off", "View", ""}, contrast},
};

constexpr auto count = std::size(entries);

// Whether one of the keys, with a space between two, is this one.
bool has_key(std::string_view keys, std::string_view key) {
  if (key == " ") key = "space";
  while (!keys.empty()) {
    const auto end = std::min(keys.find(' '), keys.size());
    if (keys.substr(0, end) == key) return true;
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
  return false;
}

}  // namespace

std::span<const Action> actions() {
  static const auto all = [] {
    std::vector<Action> list;
    list.reserve(count);
    for (const auto& entry : entries) list.push_back(entry.action);
    return list;
  }();
  return all;
}

std::string_view action_of_key(std::string_view key) {
  const auto entry = std::find_if(std::begin(entries), std::end(entries),
                                  [&](const Entry& one) { return has_key(one.action.keys, key); });
  return entry == std::end(entries) ? std::string_view{} : entry->action.name;
}

std::optional<Intent> intent_of(std::string_view id, const Model& model) {
  for (const auto& entry : entries) {
    if (entry.action.id == id) return entry.make(model);
  }
  return std::nullopt;
}

std::optional<Intent> intent_of_key(std::string_view key, const Model& model) {
  const auto& view = model.view;
  if (view.pending) {  // the question comes first
    if (key == "Enter" && !view.pending->when_kept) return intent::AnswerPending{true, true};
    if (key == "Escape") return intent::AnswerPending{};
    return std::nullopt;
  }
  if (model.opening) return key == "Escape" ? std::optional<Intent>(intent::Dismiss{}) : std::nullopt;
  if (view.sheet != Sheet::none) {  // what lies above the page has the keys to itself
    if (key == "Escape") return intent::ShowSheet{};
    // What has been done to the tags is seen where they are edited.
    const auto& history = model.document.history;
    if (view.sheet == Sheet::tags && has_key("ctrl+z", key) && changes_tags(history.next_undo()))
      return undo(model);
    if (view.sheet == Sheet::tags && has_key("ctrl+shift+z ctrl+y", key) && changes_tags(history.next_redo()))
      return redo(model);
    for (const auto& entry : entries) {
      if (!has_key(entry.action.keys, key)) continue;
      auto wish = entry.make(model);
      const bool file = entry.action.id == "open" || entry.action.id == "save";
      if (file && view.sheet == Sheet::tags) return wish;
      if (const auto* other = wish ? std::get_if<intent::ShowSheet>(&*wish) : nullptr)
        return intent::ShowSheet{other->sheet == view.sheet ? Sheet::none : other->sheet};
    }
    return std::nullopt;
  }
  // Where two contradict each other, numbers say which is kept.
  for (const auto& entry : entries) {
    if (entry.action.id.starts_with("settle-") && has_key(entry.action.keys, key)) {
      if (auto wish = entry.make(model)) return wish;
    }
  }
  if (has_selection(model) || in_hand(model) != nullptr) {
    for (const auto& tag : model.document.project.tag_set.tags) {
      if (!tag.key.empty() && fold_case(tag.key) == fold_case(key)) return intent::ApplyTag{tag.id};
    }
  }
  for (const auto& entry : entries) {
    if (!has_key(entry.action.keys, key)) continue;
    if (auto wish = entry.make(model)) return wish;
  }
  return std::nullopt;
}

std::string key_name(std::string_view key) {
  std::string name;
  while (!key.empty()) {
    auto end = key.find('+');
    if (end == std::string_view::npos || key.size() == 1) end = key.size();
    auto part = std::string(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
    if (part == "ArrowLeft") part = "←";
    if (part == "ArrowRight") part = "→";
    if (part == "ArrowUp") part = "↑";
    if (part == "ArrowDown") part = "↓";
    if (part == "PageUp") part = "Page Up";
    if (part == "PageDown") part = "Page Down";
    if (part == "Escape") part = "Esc";
    if (!part.empty() && part[0] >= 'a' && part[0] <= 'z') part[0] = static_cast<char>(part[0] - 32);
    if (!name.empty()) name += '+';
    name += part;
  }
  return name;
}

}  // namespace clausemark::app
