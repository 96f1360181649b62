// What the reader sees and points at, apart from the document itself. A value; changed by update() only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/text/range.h"

namespace clausemark::app {

enum class ThemeChoice { system, light, dark };
enum class PanelTab { suggestions, annotations };
// What the browser's storage has of the document.
enum class Storage {
  none,     // nothing, and nothing has been changed
  writing,  // not all of it yet
  kept,     // all of it
  refused,  // it cannot be kept there; see ViewState::storage_problem
};
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

// A document that waits for the reader to say what becomes of unsaved changes.
struct PendingOpen {
  std::string name;
  std::string bytes;
  std::uint32_t origin = 0;
  std::string
      when_written;  // the save of the present one that it waits for; empty when it waits for the reader
};

struct ViewState {
  ThemeChoice theme = ThemeChoice::system;
  bool system_dark = false;
  PanelTab tab = PanelTab::suggestions;
  Range selection;                // reading range; empty when nothing is selected
  std::string active;             // id of the annotation in hand; empty when none
  std::uint32_t go_to = 0;        // reading byte to bring into view
  std::uint32_t go_to_count = 0;  // raised with every wish to go somewhere
  ScrollWish scroll;
  std::uint32_t scroll_count = 0;  // raised with every wish to scroll
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
