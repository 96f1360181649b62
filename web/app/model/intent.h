// Everything that a reader can want: by mouse, key, menu or through the accessible mirror, it is one of
// these.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/annotation/adjudication.h"
#include "core/text/range.h"
#include "web/app/model/view_state.h"

namespace clausemark::app {

namespace intent {

struct Open {
  std::string name;
  std::string bytes;
  std::uint32_t origin = 0;
};  // a text or a native file, as handed in
// The next step of opening a long file.
struct GoOn {};
// What the browser kept of the document that was open last: a snapshot in the native format, and the lines of
// the journal since.
struct Restore {
  std::string name;
  std::string project;
  std::vector<std::string> journal;
  bool unsaved = false;      // the snapshot was in no file
  std::uint32_t place = 0;   // the reading position at which the reader was
  std::uint32_t origin = 0;  // as in Open
};
// How the browser's storage fares, and why it refuses.
struct Stored {
  Storage state = Storage::none;
  std::string problem;
};
// The document is open elsewhere, too, and can only be read here.
struct SetReadOnly {
  bool read_only = false;
};
struct Written {
  std::string name;
  std::string save;  // which; see effect::SaveFile
};                   // the file asked for by Save is there
struct NotWritten {
  std::string problem;
};  // it is not; no problem where the reader thought better of it
// What the browser has kept, the latest first; answers effect::ListDocuments.
struct Documents {
  std::vector<KeptDocument> documents;
};
struct OpenKept {
  std::string id;
};
// Takes a document out of the browser, or back in as long as the list is shown.
struct RemoveKept {
  std::string id;
  bool removed = true;
};
struct OpenSample {};
struct AnswerPending {
  bool open = false;
  bool save = false;
};                     // what becomes of unsaved changes
struct ChooseFile {};  // ask the reader for a file
struct Save {};
struct Select {
  Range reading;
};  // an empty range clears the selection
// The clause at a position of the reading text.
struct SelectClause {
  std::uint32_t at = 0;
};
// Takes the selection to the next or previous unit, or moves one of its ends: the one moved last, or the
// other. Without a selection the ends are those of the annotation in hand.
struct Move {
  Unit unit = Unit::word;
  int by = 1;
  bool extend = false;
  bool other = false;
};
// An annotation gets other words: reading ranges.
struct SetSpans {
  std::string id;
  std::vector<Range> reading;
};
// The selection stays a part of what will be tagged, and another part can be selected.
struct KeepPart {};
struct Scroll {
  float lines = 0;
  float screens = 0;
};
// Something went wrong outside; the reader is told.
struct Report {
  std::string problem;
};
// Who signs what is annotated from now on.
struct SetAuthor {
  std::string name;
};
struct Activate {
  std::string id;
  bool go = true;
};  // takes an annotation in hand; empty for none
struct ApplyTag {
  std::string tag;
};  // to the selection, else to the annotation in hand
struct Accept {
  std::string id;
};
struct Reject {
  std::string id;
};
struct Erase {
  std::string id;
};
struct SetNote {
  std::string id;
  std::string note;
};
// To the next or previous open suggestion, or to the next annotation.
struct Step {
  int by = 1;
  PanelTab list = PanelTab::suggestions;
};
struct GoTo {
  std::uint32_t reading = 0;
};
struct SetTab {
  PanelTab tab = PanelTab::suggestions;
};
struct SetTheme {
  ThemeChoice theme = ThemeChoice::system;
};
struct ShowSheet {
  Sheet sheet = Sheet::none;
};
// What is looked for in the text; without it the field opens with what was looked for last, or is selected.
struct Find {
  std::optional<std::string> text;
};
// What is looked for among the commands.
struct FindCommand {
  std::string text;
};
struct FindAs {
  bool match_case = false;
  bool whole_words = false;
};
struct FindStep {
  int by = 1;
};
struct CloseFind {};
// Goes where a reference in the text points: the one at a position, else the first in the selection or in
// the annotation in hand.
struct Follow {
  std::optional<std::uint32_t> at;
};
struct GoBack {};
struct SetTextSize {
  int percent = 100;
};
struct SetColumn {
  Column column = Column::normal;
};
struct SetContrast {
  bool high = false;
};
struct ShowMain {
  MainView main = MainView::reading;
};
struct SummariseAs {
  SummaryOptions options;
};
// A table of the summary to the clipboard.
struct CopyTable {
  std::size_t table = 0;
};
enum class Extra { calendar, svg, png };
// The dates or the pictures of the summary as a file.
struct SaveExtra {
  Extra what = Extra::calendar;
};
// Takes over every open suggestion with a tag.
struct AcceptAll {
  std::string tag;
};
struct SetAttribute {
  std::string id;
  std::string name;
  std::string value;  // empty: none
};
// The tags to choose from are shown for the annotation in hand.
struct ChooseTag {};
// The note of the annotation in hand gets the keys.
struct EditNote {};
// Only what matches is shown and stepped through.
struct SetFilter {
  Filter filter;
};
// One condition of the filter: words are replaced, the others put in or taken out.
enum class Condition { text, tag, author, status };
struct FilterBy {
  Condition condition = Condition::text;
  std::string value;  // a status by its name
};
struct ShowMenu {
  float x = 0;  // CSS pixels in the window
  float y = 0;
};
// To the clipboard: the words selected or in hand, with where they stand if wished for.
struct Copy {
  bool citation = false;
};
// A suggestion that was rejected waits for a decision again.
struct Reopen {
  std::string id;
};
// The editor of the tag set, at a tag; at the one it showed last without an id.
struct EditTag {
  std::string id;
};
struct AddTag {
  std::string name;
};
struct RemoveTag {
  std::string id;
};
enum class TagField { name, group, colour, key, guideline, attributes };
// One thing about a tag; attributes as tag_editor.h writes them.
struct SetTagField {
  std::string id;
  TagField field = TagField::name;
  std::string value;
};
struct NameTagSet {
  std::string name;
};
// The tag set as a file.
struct SaveTagSet {};
// Brings the other version into this one.
struct MergeOther {};
// To the next or previous contradicting pair.
struct StepDispute {
  int by = 1;
};
// Takes a contradicting pair in hand.
struct ShowDispute {
  Dispute dispute;
};
// The other version is no longer compared with.
struct CloseOther {};
// What becomes of a contradicting pair; without ids that in hand.
struct Settle {
  Verdict verdict = Verdict::both;
  Dispute dispute;
};
struct Undo {};
struct Redo {};
// Many steps at once: back where negative, forward where positive.
struct GoToStep {
  int by = 0;
};
struct SetCalm {
  bool calm = false;
};
struct Dismiss {};  // closes message, selection and annotation in hand, in turn

}  // namespace intent

using Intent =
    std::variant<intent::Open, intent::GoOn, intent::Restore, intent::Stored, intent::SetReadOnly,
                 intent::Written, intent::NotWritten, intent::Documents, intent::OpenKept, intent::RemoveKept,
                 intent::OpenSample, intent::AnswerPending, intent::ChooseFile, intent::Save, intent::Select,
                 intent::SelectClause, intent::Move, intent::SetSpans, intent::KeepPart, intent::SetAuthor,
                 intent::Report, intent::Scroll, intent::Activate, intent::ApplyTag, intent::Accept,
                 intent::Reject, intent::Erase, intent::SetNote, intent::Step, intent::GoTo, intent::SetTab,
                 intent::SetTheme, intent::ShowSheet, intent::Find, intent::FindCommand, intent::FindAs,
                 intent::FindStep, intent::CloseFind, intent::Follow, intent::GoBack, intent::SetTextSize,
                 intent::SetColumn, intent::SetContrast, intent::Copy, intent::ShowMain, intent::SummariseAs,
                 intent::CopyTable, intent::SaveExtra, intent::AcceptAll, intent::SetAttribute,
                 intent::ChooseTag, intent::EditNote, intent::SetFilter, intent::FilterBy, intent::ShowMenu,
                 intent::Reopen, intent::EditTag, intent::AddTag, intent::RemoveTag, intent::SetTagField,
                 intent::NameTagSet, intent::SaveTagSet, intent::MergeOther, intent::StepDispute,
                 intent::ShowDispute, intent::CloseOther, intent::Settle, intent::Undo, intent::Redo,
                 intent::GoToStep, intent::SetCalm, intent::Dismiss>;

// The intent with this name, from the accessible mirror or the page; a wish of no kind that is known gives
// nothing.
std::optional<Intent> intent_by_name(std::string_view name, std::string_view argument,
                                     std::string_view second = {});

}  // namespace clausemark::app
