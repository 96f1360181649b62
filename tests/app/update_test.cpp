#include <doctest/doctest.h>

#include "core/formats/project_json.h"
#include "tests/app/session.h"
#include "web/app/model/view_model.h"

using namespace clausemark;
using namespace clausemark::app;

TEST_CASE("a long file is opened step by step, says how far it is, and can be given up") {
  Session session;
  std::string text = "The Security Council,\n\n";
  while (text.size() < 400'000) text += "1. Demands that the parties respect the truce;\n\n";
  session.want(intent::Open{"long.txt", text});
  ViewModelBuilder builder;
  CHECK(builder.build(session.model).opening == "Opening long.txt: finding its clauses");
  session.press("r");  // nothing else is done meanwhile
  CHECK(session.model.view.active.empty());
  session.want(intent::GoOn{});
  CHECK(builder.build(session.model).opened > 0.5f);
  CHECK(session.model.document.name == sample_name);
  session.press("Escape");
  CHECK(session.model.view.message.text == "long.txt was not opened");
  CHECK(builder.build(session.model).opening.empty());
  session.want(intent::GoOn{});
  CHECK(session.model.document.name == sample_name);
  session.want(intent::Open{"long.txt", text});
  session.want(intent::GoOn{});
  session.want(intent::GoOn{});
  CHECK(session.model.document.name == "long.txt");
  session.want(intent::Open{"bad.json", "{" + std::string(400'000, ' ')});
  CHECK(session.model.view.message.kind == MessageKind::error);
  CHECK_FALSE(session.model.opening.has_value());
}

TEST_CASE("the page opens with a sample that is read right") {
  const Session session;
  CHECK(session.project().facts.symbol == "S/RES/9901 (2031)");
  CHECK(session.project().facts.date == "2031-03-14");
  CHECK(session.count(Status::suggested) > 20);
  CHECK(session.count(Status::accepted) == 0);
  CHECK_FALSE(session.model.view.unsaved);
}

TEST_CASE("selected text is tagged, noted, deleted, and all of it undone") {
  Session session;
  const auto before = session.project();
  session.want(intent::Select{session.find("fishing cooperatives")});
  session.want(intent::ApplyTag{"task"});
  CHECK(session.count(Status::accepted) == 1);
  CHECK(session.model.view.selection.empty());
  const auto id = session.model.view.active;
  REQUIRE(id == "urn:uuid:2");
  const auto* annotation = session.project().find(id);
  REQUIRE(annotation != nullptr);
  CHECK(slice(session.project().text, annotation->spans.front()) == "fishing cooperatives");
  CHECK(annotation->path == "pre4");
  CHECK(session.model.view.unsaved);

  session.want(intent::SetNote{id, "who are they?"});
  CHECK(session.project().find(id)->note == "who are they?");
  session.want(intent::Erase{id});
  CHECK(session.project().find(id) == nullptr);
  CHECK(session.model.view.active.empty());
  for (int k = 0; k < 3; ++k) session.want(intent::Undo{});
  CHECK(session.project() == before);
}

TEST_CASE("review walks over the open suggestions") {
  Session session;
  session.want(intent::Step{1});
  const auto first = session.model.view.active;
  const auto open = session.count(Status::suggested);
  session.want(intent::Accept{});
  CHECK(session.project().find(first)->status == Status::accepted);
  const auto second = session.model.view.active;
  CHECK(second != first);
  session.want(intent::Reject{});
  CHECK(session.project().find(second)->status == Status::rejected);
  CHECK(session.count(Status::suggested) == open - 2);
  CHECK(session.model.view.message.offers_undo);
  session.want(intent::Undo{});
  CHECK(session.project().find(second)->status == Status::suggested);
}

TEST_CASE("review ends when nothing is left") {
  Session session;
  session.want(intent::Step{1});
  for (int k = 0; k < 200 && !session.model.view.active.empty(); ++k) session.want(intent::Accept{});
  CHECK(session.count(Status::suggested) == 0);
  CHECK(session.model.view.active.empty());
  session.want(intent::Step{1});
  CHECK(session.model.view.message.text == "No suggestions are left");
}

TEST_CASE("another tag takes a suggestion over") {
  Session session;
  session.want(intent::Step{1});
  const auto id = session.model.view.active;
  session.want(intent::ApplyTag{"task"});
  CHECK(session.project().find(id)->tag == "task");
  CHECK(session.project().find(id)->status == Status::accepted);
}

TEST_CASE("saving hands out a file that opens again") {
  Session session;
  session.want(intent::Step{1});
  session.want(intent::Accept{});
  session.want(intent::Save{});
  REQUIRE(session.effects.size() == 1);
  const auto download = std::get<effect::SaveFile>(session.effects[0]);
  CHECK(download.name == "S_RES_9901_2031.clausemark.json");
  CHECK(session.model.view.unsaved);  // until it is known to be there
  session.want(intent::Written{"mine.clausemark.json", download.save});
  CHECK(session.model.view.message.text == "Saved as mine.clausemark.json");
  CHECK_FALSE(session.model.view.unsaved);
  const auto saved = session.project();
  session.want(intent::Open{"again.clausemark.json", download.bytes});
  CHECK(session.project() == saved);
}

TEST_CASE("unsaved annotations are not thrown away without asking") {
  Session session;
  session.want(intent::Step{1});
  session.want(intent::Accept{});
  const auto kept = session.project();
  session.want(intent::Open{"other.txt", "The Security Council,\n\n1. Decides to act;\n"});
  REQUIRE(session.model.view.pending.has_value());
  CHECK(session.project() == kept);
  session.want(intent::AnswerPending{});
  CHECK_FALSE(session.model.view.pending.has_value());
  CHECK(session.project() == kept);

  session.want(intent::Open{"other.txt", "The Security Council,\n\n1. Decides to act;\n"});
  session.want(intent::AnswerPending{true, true});
  CHECK(std::holds_alternative<effect::SaveFile>(session.effects[0]));
  session.want(intent::NotWritten{});
  CHECK(session.model.view.pending.has_value());
  CHECK(session.project() == kept);
  session.want(intent::AnswerPending{true, true});
  session.want(intent::Written{"first.clausemark.json", std::get<effect::SaveFile>(session.effects[0]).save});
  CHECK_FALSE(session.model.view.pending.has_value());
  CHECK(session.model.document.name == "other.txt");
}

TEST_CASE("a file that cannot be opened leaves the document as it is and says why") {
  Session session;
  const auto kept = session.project();
  session.want(intent::Open{"thesis.pdf", "%PDF-1.4"});
  CHECK(session.project() == kept);
  CHECK(session.model.view.message.kind == MessageKind::error);
  CHECK(session.model.view.message.text.starts_with("thesis.pdf: this is a PDF file"));
  session.want(intent::Open{"broken.clausemark.json", "{ \"type\": 1 }"});
  CHECK(session.project() == kept);
  CHECK(session.model.view.message.text.find("/type") != std::string::npos);
}

TEST_CASE("undoing back to the saved state leaves nothing unsaved, and shows what was undone") {
  Session session;
  session.want(intent::Step{1});
  const auto first = session.model.view.active;
  session.want(intent::Accept{});
  session.want(intent::Save{});
  session.want(intent::Written{"x.clausemark.json", std::get<effect::SaveFile>(session.effects[0]).save});
  session.want(intent::Reject{});
  CHECK(session.model.view.unsaved);
  session.want(intent::Undo{});
  CHECK_FALSE(session.model.view.unsaved);
  session.want(intent::Undo{});
  CHECK(session.model.view.unsaved);
  CHECK(session.model.view.active == first);
}

TEST_CASE("the same words are not tagged the same way twice") {
  Session session;
  for (int k = 0; k < 2; ++k) {
    session.want(intent::Select{session.find("lighthouse")});
    session.want(intent::ApplyTag{"concern"});
  }
  CHECK(session.count(Status::accepted) == 1);
}

TEST_CASE("an empty file is not opened") {
  Session session;
  session.want(intent::Open{"empty.txt", " \n"});
  CHECK(session.model.view.message.text == "empty.txt is empty");
  CHECK(session.model.document.name == sample_name);
}

TEST_CASE("tagging without a selection explains itself") {
  Session session;
  session.want(intent::ApplyTag{"task"});
  CHECK(session.count(Status::accepted) == 0);
  CHECK(session.model.view.message.text == "Select some text first, then choose a tag");
}

TEST_CASE("intents have names for the accessible mirror") {
  CHECK(std::get<intent::Accept>(*intent_by_name("accept", "x")).id == "x");
  CHECK(std::get<intent::GoTo>(*intent_by_name("go", "17")).reading == 17);
  CHECK_FALSE(intent_by_name("go", "far").has_value());
  CHECK_FALSE(intent_by_name("dance", "").has_value());
}

TEST_CASE("a file that is opened while the last step is being kept waits for that, and nobody is asked") {
  Session session;
  session.press("r");
  session.press("Enter");
  session.want(intent::Stored{Storage::writing, {}});
  session.want(intent::Open{"next.txt", "The Security Council,\n\n1. Decides to act;\n"});
  ViewModelBuilder builder;
  CHECK(builder.build(session.model).question.text.empty());
  CHECK(session.model.document.name == sample_name);
  session.want(intent::Stored{Storage::kept, {}});
  CHECK(session.model.document.name == "next.txt");

  session.want(intent::OpenSample{});
  session.press("r");
  session.press("Enter");
  session.want(intent::Stored{Storage::writing, {}});
  session.want(intent::Open{"next.txt", "The Security Council,\n\n1. Decides to act;\n"});
  session.want(intent::Stored{Storage::refused, "full"});
  CHECK(builder.build(session.model).question.yes == "Save and open");
}
