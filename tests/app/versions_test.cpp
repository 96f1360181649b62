// Two versions of the annotations of one text: compared, merged and settled; steps gone back to by name.
#include <doctest/doctest.h>

#include "core/formats/project_json.h"
#include "tests/app/session.h"
#include "web/app/model/view_model.h"

using namespace clausemark;
using namespace clausemark::app;

namespace {

// Ben's file: the first suggestion accepted, and a mark of his own.
std::string file_of_ben() {
  Session session;
  session.ids = 1000;
  session.want(intent::SetAuthor{"Ben"});
  session.press("r");
  session.press("Enter");
  session.want(intent::Select{session.find("every barrier from")});
  session.press("4");
  return save_project(session.project());
}

Session session_of_ada() {
  Session session;
  session.want(intent::SetAuthor{"Ada"});
  session.press("r");
  session.press("Enter");
  session.want(intent::Select{session.find("every barrier")});
  session.press("2");
  session.want(intent::Stored{Storage::kept, {}});
  return session;
}

}  // namespace

TEST_CASE("a colleague's file about the open text is compared, merged in one step and settled by a key") {
  auto session = session_of_ada();
  const auto before = session.project();
  session.want(intent::Open{"ben.json", file_of_ben()});
  REQUIRE(session.model.view.pending.has_value());
  ViewModelBuilder builder;
  CHECK(builder.build(session.model).question.yes == "Compare and merge");
  session.press("Enter");
  REQUIRE(session.model.view.main == MainView::comparison);
  const auto& compared = builder.build(session.model);
  REQUIRE(compared.comparison.has_value());
  CHECK(compared.comparison->told == "1 the same · 1 differs");
  REQUIRE(compared.comparison->rows.size() == 1);
  CHECK(compared.comparison->rows[0].ours.tag == "Demand");
  CHECK(compared.comparison->rows[0].theirs.tag == "Request");
  CHECK(compared.comparison->rows[0].theirs.author == "Ben");
  CHECK(compared.comparison->figures.at(2).value == "50 %");
  CHECK(session.project() == before);

  session.want(intent::MergeOther{});
  CHECK(session.model.view.message.text ==
        "Merged ben.json, one more annotation, one contradiction to settle");
  CHECK(session.model.view.tab == PanelTab::disputes);
  const auto& merged = builder.build(session.model);
  REQUIRE(merged.disputes.size() == 1);
  CHECK(merged.active_dispute == 0);
  CHECK(session.model.document.history.undo_name() == "Merge ben.json");

  session.press("2");
  CHECK(disputes_of(session.project()).empty());
  CHECK(session.model.view.tab == PanelTab::annotations);
  // The same key once more tags nothing.
  const auto settled = session.project();
  session.press("2");
  CHECK(session.project() == settled);
  session.press("ctrl+z");
  session.press("ctrl+z");
  CHECK(session.project() == before);
}

TEST_CASE("the other file can be opened instead, or left alone") {
  auto session = session_of_ada();
  const auto file = file_of_ben();
  session.want(intent::Open{"ben.json", file});
  session.press("Escape");
  CHECK(session.model.document.name == sample_name);
  session.want(intent::Open{"ben.json", file});
  session.want(intent::AnswerPending{true, false});
  CHECK(session.model.document.name == "ben.json");
}

TEST_CASE("a file about another text, and one that nobody has worked on, are simply opened") {
  auto session = session_of_ada();
  Session fresh;
  session.want(intent::Open{"fresh.json", save_project(fresh.project())});
  CHECK(session.model.document.name == "fresh.json");
  session.press("r");
  session.press("Enter");
  session.want(intent::Stored{Storage::kept, {}});
  Session other;
  other.want(intent::Open{"other.txt", "The Security Council,\n\n1. Decides to act;\n"});
  other.press("r");
  other.press("Enter");
  session.want(intent::Open{"other.json", save_project(other.project())});
  CHECK(session.model.document.name == "other.json");
}

TEST_CASE("contradictions are walked through and kept both") {
  auto session = session_of_ada();
  session.want(intent::Select{session.find("Port Halen")});
  session.press("6");
  Session ben;
  ben.ids = 2000;
  ben.want(intent::SetAuthor{"Ben"});
  for (const auto* words : {"every barrier", "Port Halen"}) {
    ben.want(intent::Select{ben.find(words)});
    ben.press("7");
  }
  session.want(intent::Open{"ben.json", save_project(ben.project())});
  session.press("Enter");
  session.want(intent::MergeOther{});
  REQUIRE(disputes_of(session.project()).size() == 2);
  const auto first = session.model.view.active;
  session.press("x");
  CHECK(session.model.view.active != first);
  session.press("x");
  CHECK(session.model.view.active == first);
  session.press("3");
  CHECK(disputes_of(session.project()).size() == 1);
  CHECK(session.model.view.active != first);
  CHECK(session.model.view.tab == PanelTab::disputes);
}

TEST_CASE("in the list of contradictions words that are selected are still tagged by number") {
  auto session = session_of_ada();
  session.want(intent::Open{"ben.json", file_of_ben()});
  session.press("Enter");
  session.want(intent::MergeOther{});
  session.want(intent::Select{session.find("Port Halen")});
  session.press("1");
  CHECK(session.project().find(session.model.view.active)->tag == "task");
  CHECK(disputes_of(session.project()).size() == 1);
}

TEST_CASE("a list of steps leads back and forward") {
  auto session = session_of_ada();
  const auto after = session.project();
  session.press("h");
  ViewModelBuilder builder;
  const auto steps = builder.build(session.model).steps;
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].name == "Tag as Demand");
  CHECK(steps[0].by == 0);
  CHECK(steps[0].place == "para. 1");
  CHECK(steps[0].quote == "every barrier");
  CHECK(steps[2].name == "Where this list begins");
  CHECK(steps[2].by == -2);
  session.want(intent::GoToStep{-2});
  CHECK(session.model.view.sheet == Sheet::none);
  CHECK(session.count(Status::accepted) == 0);
  session.press("h");
  CHECK(builder.build(session.model).steps[0].by == 2);
  session.want(intent::GoToStep{2});
  CHECK(session.project() == after);
}

TEST_CASE("rejected suggestions are shown when the filter asks for them, and opened again") {
  Session session;
  session.press("r");
  const auto id = session.model.view.active;
  session.press("Backspace");
  ViewModelBuilder builder;
  CHECK(builder.build(session.model).annotations.empty());
  session.want(intent::SetFilter{{{}, {}, {}, {Status::rejected}}});
  const auto& filtered = builder.build(session.model);
  REQUIRE(filtered.annotations.size() == 1);
  CHECK(filtered.suggestions.empty());
  CHECK(session.model.view.tab == PanelTab::annotations);
  session.want(intent::Activate{id});
  session.press("u");
  CHECK(session.project().find(id)->status == Status::suggested);
}

TEST_CASE("merging the same file again is no step, and says so") {
  auto session = session_of_ada();
  const auto file = file_of_ben();
  const auto merge = [&] {
    session.want(intent::Open{"ben.json", file});
    session.press("Enter");
    session.want(intent::MergeOther{});
  };
  merge();
  session.press("1");
  session.press("h");
  session.want(intent::GoToStep{-1});  // back to before it was settled
  const auto steps = session.model.document.history.undo_commands().size();
  merge();
  CHECK(session.model.view.message.text == "Nothing is new in ben.json, one contradiction to settle");
  CHECK(session.model.document.history.undo_commands().size() == steps);
}

TEST_CASE("contradictions that share an annotation are all reached and settled") {
  Session session;
  session.want(intent::SetAuthor{"Ada"});
  session.want(intent::Select{session.find("every barrier")});
  session.press("2");
  session.want(intent::Stored{Storage::kept, {}});
  for (const auto* key : {"4", "9"}) {
    Session other;
    other.ids = key[0] * 1000;
    other.want(intent::SetAuthor{key});
    other.want(intent::Select{other.find("every barrier")});
    other.press(key);
    session.want(intent::Open{std::string(key) + ".json", save_project(other.project())});
    session.press("Enter");
    session.want(intent::MergeOther{});
  }
  const auto disputes = session.model.disputes;
  REQUIRE(disputes.size() == 2);
  CHECK(session.model.view.dispute == disputes[0]);
  session.press("x");
  CHECK(session.model.view.dispute == disputes[1]);
  session.press("x");
  CHECK(session.model.view.dispute == disputes[0]);
  session.press("x");
  session.press("2");  // keeps the second of the second pair, which now contradicts the rest
  REQUIRE(session.model.disputes.size() == 1);
  session.press("1");
  CHECK(session.model.disputes.empty());
  CHECK(session.count(Status::accepted) == 1);
}

TEST_CASE("figures of agreement count tags that only the other version has") {
  auto session = session_of_ada();
  Session ben;
  ben.ids = 3000;
  ben.want(intent::AddTag{"Ceasefire"});
  ben.want(intent::ShowSheet{});
  ben.press("r");
  ben.press("Enter");
  ben.want(intent::Select{ben.find("Port Halen")});
  ben.want(intent::ApplyTag{"ceasefire"});
  session.want(intent::Open{"ben.json", save_project(ben.project())});
  session.press("Enter");
  ViewModelBuilder builder;
  const auto& compared = *builder.build(session.model).comparison;
  CHECK(compared.figures.at(2).value == "50 %");
  CHECK(std::any_of(compared.tags.begin(), compared.tags.end(),
                    [](const TagFigures& tag) { return tag.name == "Ceasefire" && tag.theirs == 1; }));
}

TEST_CASE("a version is let go without a trace") {
  auto session = session_of_ada();
  const auto before = session.project();
  session.want(intent::Open{"ben.json", file_of_ben()});
  session.press("Enter");
  session.want(intent::CloseOther{});
  CHECK(session.model.view.main == MainView::reading);
  CHECK_FALSE(session.model.other.has_value());
  CHECK(session.project() == before);
  session.want(intent::MergeOther{});
  CHECK(session.project() == before);
}

TEST_CASE("a rejected annotation takes no note, and a tag takes it over") {
  Session session;
  session.press("r");
  const auto id = session.model.view.active;
  session.press("Backspace");
  session.want(intent::SetFilter{{{}, {}, {}, {Status::rejected}}});
  session.want(intent::Activate{id});
  CHECK_FALSE(session.press("n"));
  session.press("2");
  CHECK(session.project().find(id)->tag == "demand");
  CHECK(session.project().find(id)->status == Status::accepted);
}

TEST_CASE("what was typed before a long file is opened still counts") {
  auto session = session_of_ada();
  const auto id = session.model.view.active;
  session.want(intent::Open{"long.txt", std::string(400'000, 'a')});
  session.want(intent::SetNote{id, "typed before"});
  CHECK(session.project().find(id)->note == "typed before");
}

TEST_CASE("a file that holds what is open already changes nothing, and the steps stay") {
  auto session = session_of_ada();
  const auto file = save_project(session.project());
  session.want(intent::Open{"mine.json", file, 7});
  CHECK(session.model.view.message.text == "mine.json is what is open here");
  CHECK(session.model.document.history.undo_commands().size() == 2);
  CHECK(session.model.document.origin == 7);
  CHECK_FALSE(session.model.view.unsaved);
  session.press("ctrl+z");
  CHECK(session.model.view.unsaved);
}

TEST_CASE("a rejection that is kept is said to be one") {
  Session session;
  session.press("r");
  session.press("Backspace");
  session.want(intent::Stored{Storage::kept, {}});
  Session ben;
  ben.press("r");
  ben.press("Enter");
  session.want(intent::Open{"ben.json", save_project(ben.project())});
  session.press("Enter");
  session.want(intent::MergeOther{});
  REQUIRE(session.model.disputes.size() == 1);
  session.press("1");
  CHECK(session.model.view.message.text == "Kept rejected Recall; every contradiction is settled");
  CHECK(session.model.view.active.empty());
}

TEST_CASE("what is undone after saving is kept as not being in a file") {
  auto session = session_of_ada();
  session.press("ctrl+s");
  const auto* file = session.effect<effect::SaveFile>();
  REQUIRE(file != nullptr);
  session.want(intent::Written{"ada.clausemark.json", file->save});
  CHECK_FALSE(session.model.view.unsaved);
  session.press("ctrl+z");
  const auto* kept = session.effect<effect::Append>();
  REQUIRE(kept != nullptr);
  CHECK(kept->unsaved);
}

TEST_CASE("two that were both kept do not contradict each other when the same file is merged again") {
  Session ben;
  ben.want(intent::SetAuthor{"Ben"});
  ben.press("r");
  ben.press("2");
  const auto file = save_project(ben.project());
  Session session;
  session.want(intent::SetAuthor{"Ada"});
  session.press("r");
  session.press("Enter");
  session.want(intent::Stored{Storage::kept, {}});
  session.want(intent::Open{"ben.json", file});
  session.press("Enter");
  session.want(intent::MergeOther{});
  REQUIRE(session.model.disputes.size() == 1);
  session.press("3");
  REQUIRE(session.model.disputes.empty());
  const auto settled = session.project();
  session.want(intent::Stored{Storage::kept, {}});
  session.want(intent::Open{"ben.json", file});
  session.press("Enter");
  session.want(intent::MergeOther{});
  CHECK(session.model.disputes.empty());
  CHECK(session.project().annotations.size() == settled.annotations.size());
}
