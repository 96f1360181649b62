// What the reader sees and points at, apart from the document itself. A value; changed by update() only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/annotation/adjudication.h"
#include "core/text/range.h"
#include "web/app/model/summary_options.h"

namespace clausemark::app {

enum class ThemeChoice { system, light, dark };
enum class PanelTab {
  suggestions,
  annotations,
  disputes,  // contradicting pairs, while there are any
};
// What the browser's storage has of the document.
enum class Storage {
  none,     // nothing, and nothing has been changed
  writing,  // not all of it yet
  kept,     // all of it
  refused,  // it cannot be kept there; see ViewState::storage_problem
};
// What lies above the page.
enum class Sheet {
  none,
  documents,  // what the browser has kept
  commands,   // everything that can be done, by name
  keys,       // and by key
  outline,    // where the window has no room for it beside the text
  tags,       // the editor of the tag set
  steps,      // what has been done, to go back to
};
// What a selection grows and moves by.
enum class Unit { character, word, clause, paragraph };
enum class Column { narrow, normal, wide };
enum class MessageKind {
  info,    // in the line below the text
  notice,  // on a card: worth reading
  error,   // on a card: something was not done
};

struct Message {
  MessageKind kind = MessageKind::info;
  std::string text;
  bool offers_undo = false;
};

// A wish to scroll the text: lines and screens, downwards positive.
struct ScrollWish {
  float lines = 0;
  float screens = 0;
};

// What stands in the middle of the page.
enum class MainView {
  reading,
  summary,
  comparison,  // with another version of the annotations
};

// Which annotations are shown; empty fields let all through.
struct Filter {
  std::vector<std::string> tags;
  std::string author;
  std::string text;              // in the quote or the note
  std::vector<Status> statuses;  // empty: all but what was rejected
  bool empty() const { return tags.empty() && author.empty() && text.empty() && statuses.empty(); }
};

// Where a menu of what can be done was asked for.
struct MenuAt {
  float x = 0;
  float y = 0;
};

// A document that the browser has kept.
struct KeptDocument {
  std::string id;
  std::string title;  // its symbol, or the name of its file
  std::string name;   // of its file
  std::string text;   // SHA-256 of its text
  std::string when;   // it was opened last, as readers write it
  bool unsaved = false;
  bool open = false;       // the one on the page
  bool elsewhere = false;  // in another tab
  bool removed = false;    // goes when the page opens next

  // Nobody is working on it.
  bool may_be_removed() const { return !open && !elsewhere; }
};

// What is looked for in the text.
struct Search {
  bool open = false;
  std::string text;
  bool match_case = false;
  bool whole_words = false;
  std::uint32_t at = 0;     // reading position of the match in hand
  std::uint32_t count = 0;  // raised with every wish to look for something
};

// A document that waits for the reader to say what becomes of unsaved changes.
struct PendingOpen {
  std::string name;
  std::string bytes;
  std::uint32_t origin = 0;
  std::string known;  // the document in the browser that has the same text, if the question is about that
  std::string kept;   // its id, if the browser has it; then there are no bytes
  std::string
      when_written;    // the save of the present one that it waits for; empty when it waits for the reader
  bool asked = false;  // what is known of its text has been asked about
  bool when_kept = false;  // it waits for the browser to have kept the last step, and for nobody
  // A file of annotations about the text that is open, if the question is whether to compare the two.
  bool another_version = false;
};

struct ViewState {
  ThemeChoice theme = ThemeChoice::system;
  bool system_dark = false;
  PanelTab tab = PanelTab::suggestions;
  Range selection;                 // reading range; empty when nothing is selected
  bool backwards = false;          // the end of the selection that moves is its start
  std::vector<Range> parts;        // reading ranges that were selected before and belong to it; in order
  std::optional<Dispute> dispute;  // the contradicting pair in hand
  std::string active;              // id of the annotation in hand; empty when none
  std::uint32_t go_to = 0;         // reading byte to bring into view
  bool go_to_top = false;          // and to the upper edge, wherever it is
  std::uint32_t go_to_count = 0;   // raised with every wish to go somewhere
  ScrollWish scroll;
  std::uint32_t scroll_count = 0;    // raised with every wish to scroll
  std::vector<std::uint32_t> trail;  // reading positions to go back to
  MainView main = MainView::reading;
  SummaryOptions summary;
  Filter filter;
  bool choosing_tag = false;
  std::uint32_t note_count = 0;  // raised with every wish to write a note
  std::optional<MenuAt> menu;
  Sheet sheet = Sheet::none;
  std::uint64_t sheet_count = 0;  // raised with every sheet that opens
  std::string command_text;       // what is looked for among the commands
  std::string tag_in_editor;      // id of the tag that the editor shows
  Search search;
  std::vector<KeptDocument> documents;  // the latest first, as last heard of
  int text_size = 100;                  // percent
  Column column = Column::normal;
  bool high_contrast = false;
  bool calm = false;  // the reader prefers that nothing moves by itself
  std::string author;
  Message message;
  std::optional<PendingOpen> pending;
  bool unsaved = false;  // in no file
  Storage storage = Storage::none;
  std::string storage_problem;
  bool read_only = false;  // open in another tab

  bool dark() const { return theme == ThemeChoice::dark || (theme == ThemeChoice::system && system_dark); }
};

}  // namespace clausemark::app
