// Keys, names and the command palette.
#include <doctest/doctest.h>
#include <set>

#include "tests/app/session.h"
#include "web/app/model/action.h"
#include "web/app/model/view_model.h"

using namespace clausemark;
using namespace clausemark::app;

TEST_CASE("every action has its own id and name, and no key is given twice") {
  std::set<std::string> ids;
  std::set<std::string> names;
  std::set<std::string> keys;
  for (const auto& action : actions()) {
    CHECK(ids.insert(std::string(action.id)).second);
    CHECK(names.insert(std::string(action.name)).second);
    CHECK_FALSE(action.group.empty());
    auto rest = action.keys;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      const auto key = std::string(rest.substr(0, end));
      // Backspace rejects a suggestion and deletes an annotation: never both at once.
      CHECK_MESSAGE((keys.insert(key).second || key == "Backspace"), key);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

TEST_CASE("no key of the default tag set hides a command that is needed while something is in hand") {
  for (const auto& tag : default_tag_set().tags) {
    for (const auto* key : {"r", "j", "k", "g", "q", "?", "/", "+", "-"}) CHECK(tag.key != key);
  }
}

TEST_CASE("keys are written as readers know them") {
  CHECK(key_name("ctrl+shift+z") == "Ctrl+Shift+Z");
  CHECK(key_name("alt+ArrowLeft") == "Alt+←");
  CHECK(key_name("+") == "+");
  CHECK(key_name("?") == "?");
  CHECK(key_name("") == "");
}

TEST_CASE("an action that means nothing now does nothing") {
  Session session;
  CHECK_FALSE(session.press("Enter"));
  CHECK_FALSE(session.press("ctrl+z"));
  CHECK_FALSE(session.press("alt+ArrowLeft"));
  CHECK_FALSE(session.press("d"));  // tags nothing
  CHECK(session.press("r"));
  CHECK(session.press("Enter"));
  CHECK(session.count(Status::accepted) == 1);
  CHECK(session.press("ctrl+z"));
  CHECK(session.count(Status::accepted) == 0);
}

TEST_CASE("what lies above the page has the keys to itself") {
  Session session;
  CHECK(session.press("?"));
  CHECK(session.model.view.sheet == Sheet::keys);
  CHECK_FALSE(session.press("r"));
  CHECK(session.press("ctrl+k"));
  CHECK(session.model.view.sheet == Sheet::commands);
  CHECK(session.press("ctrl+k"));
  CHECK(session.model.view.sheet == Sheet::none);
  CHECK(session.press("?"));
  CHECK(session.press("Escape"));
  CHECK(session.model.view.sheet == Sheet::none);
}

TEST_CASE("the command palette offers what can be done now, best first") {
  Session session;
  const auto all = command_rows(session.model, "");
  const auto has = [](const std::vector<CommandRow>& rows, std::string_view name) {
    return std::any_of(rows.begin(), rows.end(), [&](const CommandRow& row) { return row.name == name; });
  };
  CHECK(has(all, "Next suggestion"));
  CHECK_FALSE(has(all, "Undo"));
  CHECK_FALSE(has(all, "Tag as Demand"));

  session.want(intent::Select{session.find("Demands that all parties")});
  const auto tags = command_rows(session.model, "tag dem");
  REQUIRE_FALSE(tags.empty());
  CHECK(tags[0].name == "Tag as Demand");
  session.want(tags[0].intent);
  CHECK(session.count(Status::accepted) == 1);

  const auto places = command_rows(session.model, "paragraph 6");
  REQUIRE_FALSE(places.empty());
  CHECK(places[0].name.starts_with("Paragraph 6 Decides that the mandate"));
  CHECK(command_rows(session.model, "no such thing").empty());
  CHECK(command_rows(session.model, "LARGER text")[0].key == "+");
}

TEST_CASE("the sheet of keys shows each group once") {
  Session session;
  session.press("?");
  ViewModelBuilder builder;
  const auto& keys = builder.build(session.model).keys;
  std::set<std::string> groups;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    if (k == 0 || keys[k].group != keys[k - 1].group) CHECK(groups.insert(keys[k].group).second);
  }
  CHECK(groups.size() >= 6);
  session.press("?");
  CHECK(builder.build(session.model).keys.empty());
}
