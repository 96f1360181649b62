// Everything that a reader can want: by mouse, key, menu or through the accessible mirror, it is one of
// these.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/text/range.h"
#include "web/app/model/view_state.h"

namespace clausemark::app {

namespace intent {

struct Open {
  std::string name;
  std::string bytes;
  std::uint32_t origin = 0;
};  // a text or a native file, as handed in
// What the browser kept of the document that was open last: a snapshot in the native format, and the lines of
// the journal since.
struct Restore {
  std::string name;
  std::string project;
  std::vector<std::string> journal;
  bool unsaved = false;  // the snapshot was in no file
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
struct Step {
  int by = 1;
};  // to the next or previous open suggestion
struct GoTo {
  std::uint32_t reading = 0;
};
struct SetTab {
  PanelTab tab = PanelTab::suggestions;
};
struct SetTheme {
  ThemeChoice theme = ThemeChoice::system;
};
struct Undo {};
struct Redo {};
struct Dismiss {};  // closes message, selection and annotation in hand, in turn

}  // namespace intent

using Intent =
    std::variant<intent::Open, intent::Restore, intent::Stored, intent::SetReadOnly, intent::Written,
                 intent::NotWritten, intent::AnswerPending, intent::ChooseFile, intent::Save, intent::Select,
                 intent::SelectClause, intent::SetAuthor, intent::Report, intent::Scroll, intent::Activate,
                 intent::ApplyTag, intent::Accept, intent::Reject, intent::Erase, intent::SetNote,
                 intent::Step, intent::GoTo, intent::SetTab, intent::SetTheme, intent::Undo, intent::Redo,
                 intent::Dismiss>;

// The intent with this name, from the accessible mirror or the page; a wish of no kind that is known gives
// nothing.
std::optional<Intent> intent_by_name(std::string_view name, std::string_view argument,
                                     std::string_view second = {});

}  // namespace clausemark::app
