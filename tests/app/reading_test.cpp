// Selecting by keyboard, finding one's way, copying.
#include <doctest/doctest.h>

#include "tests/app/session.h"
#include "web/app/model/view_model.h"

using namespace clausemark;
using namespace clausemark::app;

TEST_CASE("the keyboard selects clause after clause, beginning where the reader is") {
  Session session;
  session.in_view = session.find("Demands that all parties").start;
  session.press("]");
  CHECK(session.selected() == "Demands that all parties respect the truce of Port Halen in full");
  session.press("]");
  CHECK(session.selected() ==
        "further demands that they remove every barrier from the ferry lines without delay");
  session.press("[");
  session.press("[");
  CHECK(session.selected() == "Ceasefire and access");
}

TEST_CASE("the keyboard selects word after word and paragraph after paragraph") {
  Session session;
  session.want(intent::Select{session.find("Port Halen")});
  session.press("ArrowRight");
  CHECK(session.selected() == "on");
  session.press("ArrowLeft");
  CHECK(session.selected() == "Halen");
  session.press("}");
  CHECK(session.selected().starts_with("Determining that"));
  session.press("{");
  CHECK(session.selected().starts_with("Welcoming the truce"));
}

TEST_CASE("a selection grows and shrinks by words at the end moved last; its first unit stays") {
  Session session;
  session.want(intent::Select{session.find("every")});
  session.press("shift+ArrowRight");
  session.press("shift+ArrowRight");
  CHECK(session.selected() == "every barrier from");
  session.press("shift+ArrowLeft");
  CHECK(session.selected() == "every barrier");
  session.press("shift+ArrowLeft");
  CHECK(session.selected() == "every");
  session.press("shift+ArrowLeft");
  CHECK(session.selected() == "remove every");
  session.press("shift+ArrowLeft");
  CHECK(session.selected() == "they remove every");
  session.press("shift+ArrowRight");
  CHECK(session.selected() == "remove every");
  session.press("alt+shift+ArrowRight");
  CHECK(session.selected() == "remove every barrier");
  session.press("ctrl+shift+ArrowRight");
  CHECK(session.selected().size() == std::string("remove every barrier").size() - 1);
}

TEST_CASE("moves stop at the ends of the text") {
  Session session;
  session.want(intent::Select{session.find("Resolution 9901")});
  for (int k = 0; k < 5; ++k) session.press("shift+ArrowLeft");
  CHECK(session.model.view.selection.start == 0);
  for (int k = 0; k < 60; ++k) session.press("]");
  CHECK(session.selected() == "Decides to remain actively seized of the matter");
  for (int k = 0; k < 5; ++k) session.press("shift+ArrowDown");
  CHECK(session.selected() == "Decides to remain actively seized of the matter");
}

TEST_CASE("the annotation in hand is adjusted by the same keys, and undone step by step") {
  Session session;
  session.want(intent::Select{session.find("barrier from")});
  session.press("2");
  const auto quote = [&] {
    return quotes_of(session.project(), *session.project().find(session.model.view.active)).front();
  };
  session.press("shift+ArrowRight");
  CHECK(quote() == "barrier from the");
  session.press("alt+shift+ArrowLeft");
  CHECK(quote() == "every barrier from the");
  session.press("ctrl+z");
  session.press("ctrl+z");
  CHECK(quote() == "barrier from");
}

TEST_CASE("several parts take one tag and make one annotation") {
  Session session;
  session.want(intent::Select{session.find("parties respect")});
  session.press("&");
  CHECK(session.model.view.selection.empty());
  session.want(intent::Select{session.find("all parties")});  // overlaps the first
  session.press("&");
  session.want(intent::Select{session.find("in full")});
  session.press("2");
  const auto* annotation = session.project().find(session.model.view.active);
  REQUIRE(annotation != nullptr);
  CHECK(quotes_of(session.project(), *annotation) ==
        std::vector<std::string>{"all parties respect", "in full"});
  CHECK(session.model.view.parts.empty());
  session.want(intent::Select{session.find("in full")});
  session.press("&");
  session.press("Escape");
  CHECK(session.model.view.parts.empty());
}

TEST_CASE("a search counts, goes on around the end, and leaves what it found selected") {
  Session session;
  ViewModelBuilder builder;
  session.press("ctrl+f");
  session.want(intent::Find{"river"});
  CHECK(session.model.found.size() == 7);
  CHECK(builder.build(session.model).found_text == "1 of 7");
  session.press("shift+F3");
  CHECK(builder.build(session.model).found_text == "7 of 7");
  session.press("F3");
  CHECK(builder.build(session.model).found_text == "1 of 7");
  session.want(intent::FindAs{true, false});
  const auto capital = session.model.found.size();
  CHECK(capital < 7);
  session.want(intent::FindAs{false, true});
  CHECK(session.model.found.size() == 7);
  session.want(intent::Find{"zebra"});
  CHECK(builder.build(session.model).found_text == "Not found");
  CHECK_FALSE(session.press("F3"));
  session.want(intent::Find{"Marrow"});
  session.press("Escape");
  CHECK(session.selected() == "Marrow");
  CHECK(session.model.found.empty());
}

TEST_CASE("a search begins with the words that are selected, and looks at the document that is open") {
  Session session;
  session.want(intent::Select{session.find("UNOMOR")});
  session.press("ctrl+f");
  CHECK(session.model.view.search.text == "UNOMOR");
  CHECK(session.model.found.size() == 5);
  session.want(intent::Open{"other.txt", "The Security Council,\n\n1. Decides to act;\n"});
  CHECK(session.model.found.empty());
}

TEST_CASE("a reference to another paragraph leads there, and the way back is remembered") {
  Session session;
  session.in_view = session.find("Requests the Secretary-General").start;
  session.want(intent::Select{session.find("described in paragraph 3 above")});
  session.press("g");
  CHECK(session.model.view.go_to == session.find("Urges the parties").start);
  CHECK(session.model.view.message.text == "At para. 3");
  session.press("alt+ArrowLeft");
  CHECK(session.model.view.go_to == session.in_view);
  CHECK(session.model.view.go_to_top);
  session.want(intent::Select{session.find("lighthouse")});
  session.press("g");
  CHECK(session.model.view.message.text.starts_with("There is no reference"));
}

TEST_CASE("words are copied as they are, or with their citation") {
  Session session;
  session.want(intent::Select{session.find("keep a public register of incidents")});
  session.press("q");
  const auto* copied = session.effect<effect::Copy>();
  REQUIRE(copied != nullptr);
  CHECK(copied->text == "“keep a public register of incidents” (S/RES/9901 (2031), para. 6 (a) (i))");
}

TEST_CASE("text size stays within bounds, and the look is a matter of the view alone") {
  Session session;
  const auto before = session.project();
  for (int k = 0; k < 40; ++k) session.press("+");
  CHECK(session.model.view.text_size == 250);
  for (int k = 0; k < 40; ++k) session.press("-");
  CHECK(session.model.view.text_size == 70);
  session.press("0");
  CHECK(session.model.view.text_size == 100);
  CHECK(session.project() == before);
}

TEST_CASE("review begins at the first suggestion in view") {
  Session session;
  session.in_view = session.find("Condemns in the strongest").start;
  session.press("r");
  CHECK(quotes_of(session.project(), *session.project().find(session.model.view.active))
            .front()
            .starts_with("Condemns"));
}

TEST_CASE("work that the browser has kept is left without a question, and found again in the list") {
  Session session;
  session.press("r");
  session.press("Enter");
  session.want(intent::Stored{Storage::kept, {}});
  session.want(intent::Open{"other.txt", "The Security Council,\n\n1. Decides to act;\n"});
  CHECK_FALSE(session.model.view.pending.has_value());
  CHECK(session.model.view.message.text == "Opened other.txt; S/RES/9901 (2031) stays in this browser");

  session.press("ctrl+e");
  CHECK(std::holds_alternative<effect::ListDocuments>(session.effects.at(0)));
  session.want(
      intent::Documents{{{"b", "other.txt", "other.txt", "", "today", true, true, false, false},
                         {"a", "S/RES/9901 (2031)", "Sample", "", "today", true, false, false, false}}});
  ViewModelBuilder builder;
  CHECK(builder.build(session.model).documents.size() == 2);
  session.want(intent::FindCommand{"9901"});
  CHECK(builder.build(session.model).documents == std::vector<std::uint32_t>{1});
  session.want(intent::RemoveKept{"a", true});
  CHECK(session.model.view.documents[1].removed);
  session.want(intent::RemoveKept{"a", false});
  session.want(intent::Stored{Storage::kept, {}});
  session.want(intent::OpenKept{"a"});
  REQUIRE_FALSE(session.effects.empty());
  CHECK(std::get<effect::OpenKept>(session.effects.at(0)).id == "a");
  CHECK(session.model.view.sheet == Sheet::none);
}

TEST_CASE("work that is kept nowhere is asked about before a kept document opens") {
  Session session;
  session.want(
      intent::Documents{{{"a", "S/RES/9 (2031)", "nine.txt", "", "today", false, false, false, false}}});
  session.press("r");
  session.press("Enter");
  session.want(intent::Stored{Storage::refused, "full"});
  session.want(intent::OpenKept{"a"});
  REQUIRE(session.model.view.pending.has_value());
  CHECK(session.press("Escape"));
  CHECK_FALSE(session.model.view.pending.has_value());
  session.want(intent::OpenKept{"a"});
  session.want(intent::AnswerPending{true, false});
  CHECK(std::get<effect::OpenKept>(session.effects.at(0)).id == "a");
}
