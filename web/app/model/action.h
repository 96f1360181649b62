// The commands of the application, each with its name and its keys. Keyboard, command palette, sheet of keys
// and accessible mirror all take them from here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/model/intent.h"
#include "web/app/model/update.h"

namespace clausemark::app {

struct Action {
  std::string_view id;     // "next-clause"
  std::string_view name;   // "Next clause"
  std::string_view group;  // "Select", shown together
  // As the page names them, with a space between two: "ctrl+z". A second one does the same.
  std::string_view keys;

  std::string_view first_key() const { return keys.substr(0, keys.find(' ')); }
};

// In the order in which people read them, group by group.
std::span<const Action> actions();

// The name of the first action that has a key; empty for none.
std::string_view action_of_key(std::string_view key);

// What an action would do now; nothing where it has no meaning now, or there is none of this id.
std::optional<Intent> intent_of(std::string_view id, const Model& model);

// What a key means now: of what lies above the page, of an action, or a tag while there is something to tag.
std::optional<Intent> intent_of_key(std::string_view key, const Model& model);

// "ctrl+shift+z" as readers know it: "Ctrl+Shift+Z".
std::string key_name(std::string_view key);

// A line of the command palette.
struct CommandRow {
  std::string name;
  std::string group;
  std::string key;  // the first that does it, as readers know it
  Intent intent;
};

// All that can be done now and whose name or group has every word of `text`, best first: commands, tags,
// places of the document, kept documents.
std::vector<CommandRow> command_rows(const Model& model, std::string_view text);

}  // namespace clausemark::app
