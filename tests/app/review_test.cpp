// Review, filters, menus and attributes.
#include <doctest/doctest.h>

#include "tests/app/session.h"
#include "web/app/model/view_model.h"

using namespace clausemark;
using namespace clausemark::app;

TEST_CASE("all suggestions with one tag are accepted in one step, which can be undone") {
  Session session;
  session.in_view = session.find("Demands that all parties").start;
  session.press("r");
  ViewModelBuilder builder;
  CHECK(builder.build(session.model).like_active == 2);
  const auto wish = intent_of("accept-all", session.model);
  REQUIRE(wish.has_value());
  session.want(*wish);
  CHECK(session.count(Status::accepted) == 2);
  CHECK(session.model.view.message.text == "Accepted 2 × Demand");
  CHECK(session.model.view.message.offers_undo);
  session.press("ctrl+z");
  CHECK(session.count(Status::accepted) == 0);
  session.want(intent::AcceptAll{"no such tag"});
  CHECK(session.count(Status::accepted) == 0);
}

TEST_CASE("a filter narrows lists, highlights and review, and says what it hides") {
  Session session;
  ViewModelBuilder builder;
  const auto all = builder.build(session.model).suggestions.size();
  session.want(intent::SetFilter{{{"demand", "condemnation"}, {}, {}, {}}});
  const auto& narrowed = builder.build(session.model);
  CHECK(narrowed.suggestions.size() == 4);
  CHECK(narrowed.marks.size() == 4);
  CHECK(narrowed.hidden == all - 4);
  for (int k = 0; k < 6; ++k) {
    session.press("r");
    const auto& tag = session.project().find(session.model.view.active)->tag;
    CHECK((tag == "demand" || tag == "condemnation"));
  }
  session.want(intent::SetFilter{{{}, {}, "lighthouse", {}}});
  CHECK(builder.build(session.model).suggestions.size() == 1);
  session.want(*intent_of("all", session.model));
  CHECK(builder.build(session.model).suggestions.size() == all);
  CHECK_FALSE(intent_of("all", session.model).has_value());
}

TEST_CASE("review goes on when a suggestion is given another tag, as when it is accepted") {
  Session session;
  session.press("r");
  const auto first = session.model.view.active;
  session.press("2");
  CHECK(session.project().find(first)->tag == "demand");
  CHECK(session.project().find(first)->status == Status::accepted);
  const auto* next = session.project().find(session.model.view.active);
  REQUIRE(next != nullptr);
  CHECK(next->id != first);
  CHECK(next->status == Status::suggested);
  // What was given a tag before stays in hand.
  session.want(intent::Activate{first, false});
  session.press("1");
  CHECK(session.model.view.active == first);
}

TEST_CASE("what the filter hides is not in hand") {
  Session session;
  session.press("r");
  const auto tag = session.project().find(session.model.view.active)->tag;
  session.want(intent::SetFilter{{{tag}, {}, {}, {}}});
  CHECK_FALSE(session.model.view.active.empty());
  session.want(intent::SetFilter{{{tag}, {}, {}, {Status::rejected}}});
  CHECK(session.model.view.active.empty());
}

TEST_CASE("a filter by author shows what this person said, alone or with others") {
  Session session;
  ViewModelBuilder builder;
  for (const auto* author : {"Ada", "Ben"}) {
    session.want(intent::SetAuthor{author});
    session.press("r");
    session.press("Enter");
  }
  CHECK(builder.build(session.model).authors == std::vector<std::string>{"Ada", "Ben"});
  session.want(intent::SetFilter{{{}, "Ben", {}, {}}});
  REQUIRE(builder.build(session.model).annotations.size() == 1);
  CHECK(builder.build(session.model).annotations[0].author == "Ben");
}

TEST_CASE("a suggestion says why it was proposed") {
  Session session;
  ViewModelBuilder builder;
  const auto& rows = builder.build(session.model).suggestions;
  REQUIRE_FALSE(rows.empty());
  CHECK(rows[0].why == "Proposed for the verb “recall”");
  for (const auto& row : rows) CHECK(row.why.starts_with("Proposed "));
}

TEST_CASE("every mark leads to its row") {
  Session session;
  ViewModelBuilder builder;
  session.press("r");
  session.press("Enter");
  const auto& view_model = builder.build(session.model);
  for (const auto& mark : view_model.marks) {
    const auto row = view_model.row_of_mark(mark.annotation);
    REQUIRE(row != none);
    const auto behind = view_model.suggestions.size();
    const auto& id = row < behind ? view_model.suggestions[row].id : view_model.annotations[row - behind].id;
    CHECK(id == mark.id);
  }
  CHECK(view_model.row_of_mark(1'000'000) == none);
}

TEST_CASE("a menu offers what can be done with what is in hand, and goes with the next wish") {
  Session session;
  ViewModelBuilder builder;
  session.press("r");
  session.want(intent::ShowMenu{100, 100});
  const auto& menu = builder.build(session.model).menu;
  REQUIRE(menu.size() >= 5);
  CHECK(menu[0].name == "Accept suggestion");
  CHECK(menu[0].key == "Enter");
  session.want(menu[0].intent);
  CHECK_FALSE(session.model.view.menu.has_value());
  CHECK(session.count(Status::accepted) == 1);
  CHECK(builder.build(session.model).menu.empty());
}

TEST_CASE("attributes are set and taken away") {
  Session session;
  session.press("r");
  session.press("Enter");
  auto set = default_tag_set();
  for (auto& tag : set.tags) tag.attributes = {{"weight", "how firmly", {"low", "high"}}};
  REQUIRE(apply(session.model.document.project, change_tag_set("Tags", set)).has_value());
  const auto id = session.project().annotations.front().id;
  session.want(intent::SetAttribute{id, "weight", "high"});
  CHECK(session.project().find(id)->attributes == std::vector<Attribute>{{"weight", "high"}});
  session.want(intent::SetAttribute{id, "weight", "heavy"});  // no such value
  CHECK(session.model.view.message.kind == MessageKind::error);
  CHECK(session.project().find(id)->attributes == std::vector<Attribute>{{"weight", "high"}});
  session.want(intent::SetAttribute{id, "weight", ""});
  CHECK(session.project().find(id)->attributes.empty());
}

TEST_CASE("a text that has been worked on before is not begun anew without asking") {
  Session session;
  const std::string text = "The Security Council,\n\n1. Decides to act;\n";
  session.want(intent::Open{"one.txt", text});
  REQUIRE(session.effect<effect::Keep>() != nullptr);
  const auto digest = session.effect<effect::Keep>()->text;
  session.want(intent::Open{"two.txt", "The Security Council,\n\n1. Decides to wait;\n"});
  session.want(intent::Documents{{{"a", "one.txt", "one.txt", digest, "today", true, false, false, false}}});
  session.want(intent::Open{"again.txt", text});
  REQUIRE(session.model.view.pending.has_value());
  CHECK(session.model.document.name == "two.txt");
  ViewModelBuilder builder;
  CHECK(builder.build(session.model).question.yes == "Go on with it");
  session.press("Escape");
  CHECK(session.model.document.name == "two.txt");
  session.want(intent::Open{"again.txt", text});
  session.want(intent::AnswerPending{true, true});
  CHECK(std::get<effect::OpenKept>(session.effects.at(0)).id == "a");
  session.want(intent::Open{"again.txt", text});
  session.want(intent::AnswerPending{true, false});
  CHECK(session.model.document.name == "again.txt");
}

TEST_CASE("a part that is kept is where selecting by keyboard goes on") {
  Session session;
  session.in_view = 0;
  session.want(
      intent::Select{session.find("Reaffirming its strong commitment to the sovereignty and unity of "
                                  "the Republic of Velmara")});
  session.press("&");
  session.press("]");
  CHECK(session.selected() == "Gravely concerned by the renewed fighting along the Ostrel River");
}

TEST_CASE("accepting all takes only what the filter shows") {
  Session session;
  session.in_view = session.find("Demands that all parties").start;
  session.press("r");
  session.want(intent::SetFilter{{{}, {}, "barrier", {}}});
  session.want(intent::AcceptAll{"demand"});
  CHECK(session.count(Status::accepted) == 1);
}

TEST_CASE("a question about saving is not taken for the answer to the question about a known text") {
  Session session;
  const std::string text = "The Security Council,\n\n1. Decides to act;\n";
  session.want(intent::Open{"one.txt", text});
  REQUIRE(session.effect<effect::Keep>() != nullptr);
  const auto digest = session.effect<effect::Keep>()->text;
  session.want(intent::OpenSample{});
  session.press("r");
  session.press("Enter");
  session.want(intent::Stored{Storage::refused, "full"});
  session.want(intent::Documents{{{"a", "one.txt", "one.txt", digest, "today", false, false, false, false}}});
  session.want(intent::Open{"again.txt", text});
  REQUIRE(session.model.view.pending.has_value());
  CHECK(session.model.view.pending->known.empty());
  session.want(intent::AnswerPending{true, false});
  REQUIRE(session.model.view.pending.has_value());
  CHECK(session.model.view.pending->known == "a");
  session.want(intent::AnswerPending{true, false});
  CHECK(session.model.document.name == "again.txt");
  CHECK(session.model.view.message.text ==
        "Opened again.txt");  // what was kept nowhere is not said to be kept
}

TEST_CASE("choosing a tag ends with the choice, and a note is written where it is seen") {
  Session session;
  session.want(intent::Select{session.find("Port Halen")});
  session.press("v");
  CHECK(session.model.view.choosing_tag);
  session.press("1");
  CHECK_FALSE(session.model.view.choosing_tag);
  session.want(intent::SetTab{PanelTab::suggestions});
  session.press("n");
  CHECK(session.model.view.tab == PanelTab::annotations);
}

TEST_CASE("looking for something leads back from the summary") {
  Session session;
  session.press("s");
  session.press("ctrl+f");
  CHECK(session.model.view.main == MainView::reading);
  CHECK(session.model.view.search.open);
}

TEST_CASE("what is opened again behind the filter is not in hand") {
  Session session;
  session.press("r");
  const auto id = session.model.view.active;
  session.press("Backspace");
  session.want(intent::SetFilter{{{}, {}, {}, {Status::rejected}}});
  session.want(intent::Reopen{id});
  CHECK(session.project().find(id)->status == Status::suggested);
  CHECK(session.model.view.active.empty());
}

TEST_CASE("the filter changes the list only with what has been decided") {
  Session session;
  session.want(intent::FilterBy{intent::Condition::status, "accepted"});
  CHECK(session.model.view.tab == PanelTab::annotations);
  session.want(intent::SetTab{PanelTab::suggestions});
  session.want(intent::FilterBy{intent::Condition::text, "r"});
  CHECK(session.model.view.tab == PanelTab::suggestions);
}

TEST_CASE("annotations are gone through by key, as suggestions are") {
  Session session;
  session.press(".");
  CHECK(session.model.view.active.empty());
  CHECK(session.model.view.message.text == "Nothing is annotated yet");
  session.press("r");
  const auto first = session.model.view.active;
  session.press("Enter");
  const auto second = session.model.view.active;
  session.press("Enter");
  session.press("Escape");
  session.press(".");
  CHECK(session.model.view.active == first);
  CHECK(session.model.view.tab == PanelTab::annotations);
  session.press(".");
  CHECK(session.model.view.active == second);
  session.press(".");
  CHECK(session.model.view.active == first);
  session.press(",");
  CHECK(session.model.view.active == second);
}
