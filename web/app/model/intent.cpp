#include "web/app/model/intent.h"

#include <charconv>
#include <utility>

namespace clausemark::app {

namespace {

constexpr std::pair<std::string_view, intent::TagField> tag_fields[] = {
    {"tagname", intent::TagField::name},           {"taggroup", intent::TagField::group},
    {"tagcolour", intent::TagField::colour},       {"tagkey", intent::TagField::key},
    {"tagguideline", intent::TagField::guideline}, {"tagattributes", intent::TagField::attributes}};

constexpr std::pair<std::string_view, Verdict> verdicts[] = {
    {"keepfirst", Verdict::first}, {"keepsecond", Verdict::second}, {"keepboth", Verdict::both}};

constexpr std::pair<std::string_view, intent::Condition> conditions[] = {
    {"filtertext", intent::Condition::text},
    {"filtertag", intent::Condition::tag},
    {"filterauthor", intent::Condition::author},
    {"filterstatus", intent::Condition::status}};

}  // namespace

std::optional<Intent> intent_by_name(std::string_view name, std::string_view argument,
                                     std::string_view second) {
  const std::string text(argument);
  if (name == "open") return intent::ChooseFile{};
  if (name == "save") return intent::Save{};
  if (name == "reopen") return intent::Reopen{text};
  if (name == "calm") return intent::SetCalm{text == "yes"};
  if (name == "edittag") return intent::EditTag{text};
  if (name == "addtag") return intent::AddTag{text};
  if (name == "removetag") return intent::RemoveTag{text};
  if (name == "nametagset") return intent::NameTagSet{text};
  for (const auto& [field, which] : tag_fields) {
    if (name == field) return intent::SetTagField{text, which, std::string(second)};
  }
  for (const auto& [condition, which] : conditions) {
    if (name == condition) return intent::FilterBy{which, text};
  }
  if (name == "attribute") {
    const auto line = second.find('\n');
    if (line == std::string_view::npos) return std::nullopt;
    return intent::SetAttribute{text, std::string(second.substr(0, line)),
                                std::string(second.substr(line + 1))};
  }
  if (name == "merge") return intent::MergeOther{};
  for (const auto& [verdict, which] : verdicts) {
    if (name == verdict) return intent::Settle{which, {text, std::string(second)}};
  }
  if (name == "undo") return intent::Undo{};
  if (name == "redo") return intent::Redo{};
  if (name == "next") return intent::Step{1};
  if (name == "previous") return intent::Step{-1};
  if (name == "dismiss") return intent::Dismiss{};
  if (name == "accept") return intent::Accept{text};
  if (name == "reject") return intent::Reject{text};
  if (name == "erase") return intent::Erase{text};
  if (name == "problem") return intent::Report{text};
  if (name == "stored")
    return intent::Stored{text == "kept"      ? Storage::kept
                          : text == "writing" ? Storage::writing
                                              : Storage::refused,
                          std::string(second)};
  if (name == "readonly") return intent::SetReadOnly{text == "yes"};
  if (name == "written") return intent::Written{text, std::string(second)};
  if (name == "notwritten") return intent::NotWritten{text};
  if (name == "author") return intent::SetAuthor{text};
  if (name == "activate") return intent::Activate{text};
  if (name == "tag") return intent::ApplyTag{text};
  if (name == "note") return intent::SetNote{text, std::string(second)};
  if (name == "theme")
    return intent::SetTheme{text == "dark"    ? ThemeChoice::dark
                            : text == "light" ? ThemeChoice::light
                                              : ThemeChoice::system};
  if (name == "gostep") {
    int by = 0;
    const auto parsed = std::from_chars(argument.data(), argument.data() + argument.size(), by);
    if (parsed.ec != std::errc{} || parsed.ptr != argument.data() + argument.size()) return std::nullopt;
    return intent::GoToStep{by};
  }
  if (name == "size" || name == "go" || name == "follow" || name == "copytable") {
    int number = 0;
    const auto parsed = std::from_chars(argument.data(), argument.data() + argument.size(), number);
    if (parsed.ec != std::errc{} || parsed.ptr != argument.data() + argument.size() || number < 0)
      return std::nullopt;
    if (name == "size") return intent::SetTextSize{number};
    if (name == "copytable") return intent::CopyTable{static_cast<std::size_t>(number)};
    if (name == "follow") return intent::Follow{static_cast<std::uint32_t>(number)};
    return intent::GoTo{static_cast<std::uint32_t>(number)};
  }
  if (name == "column")
    return intent::SetColumn{text == "narrow" ? Column::narrow
                             : text == "wide" ? Column::wide
                                              : Column::normal};
  if (name == "contrast") return intent::SetContrast{text == "high"};
  if (name == "find") return intent::Find{text};
  if (name == "findas") return intent::FindAs{text == "case", second == "words"};
  if (name == "openkept") return intent::OpenKept{text};
  if (name == "removekept") return intent::RemoveKept{text, second != "keep"};
  if (name == "tab")
    return intent::SetTab{text == "annotations" ? PanelTab::annotations : PanelTab::suggestions};
  if (name == "answer") return intent::AnswerPending{text != "keep", text == "save"};
  return std::nullopt;
}

}  // namespace clausemark::app
