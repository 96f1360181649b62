#include <doctest/doctest.h>

#include "core/formats/project_json.h"
#include "tests/app/session.h"

using namespace clausemark;
using namespace clausemark::app;

namespace {

// The browser's storage, as the effects of a session fill it.
struct Shelf {
  intent::Restore kept;
  int documents = 0;
  int snapshots = 0;

  void take(const Session& session) {
    for (const auto& effect : session.effects) {
      if (const auto* keep = std::get_if<effect::Keep>(&effect)) {
        kept = {keep->name, keep->project, {}, keep->unsaved};
        documents += keep->another ? 1 : 0;
        ++snapshots;
      } else if (const auto* append = std::get_if<effect::Append>(&effect)) {
        kept.journal.push_back(append->line);
      }
    }
  }
};

// Every wish is put to the session, and what should be kept is kept.
struct Desk {
  Session session;
  Shelf shelf;

  void want(const Intent& intent) {
    session.want(intent);
    shelf.take(session);
  }
  // The page opened again.
  Session again() const {
    Session next;
    next.want(shelf.kept);
    return next;
  }
};

}  // namespace

TEST_CASE("what was done is there again when the page opens, with what can be undone and redone") {
  Desk desk;
  desk.want(
      intent::Open{"truce.txt", "The Security Council,\n\n1. Demands a truce;\n\n2. Decides to meet.\n"});
  CHECK(desk.shelf.documents == 1);
  CHECK(desk.shelf.kept.journal.empty());
  for (int k = 0; k < 2; ++k) {
    desk.want(intent::Step{1});
    desk.want(intent::Accept{});
  }
  desk.want(intent::Undo{});
  CHECK(desk.shelf.kept.journal.size() == 3);
  CHECK(desk.shelf.snapshots == 1);

  auto next = desk.again();
  CHECK(next.project() == desk.session.project());
  CHECK(next.model.document.name == "truce.txt");
  CHECK(next.model.view.unsaved);
  next.want(intent::Redo{});
  desk.want(intent::Redo{});
  CHECK(next.project() == desk.session.project());
  for (int k = 0; k < 2; ++k) next.want(intent::Undo{});
  CHECK(next.count(Status::accepted) == 0);
  CHECK_FALSE(next.model.view.unsaved);
}

TEST_CASE("the sample is kept from the first change on") {
  Desk desk;
  desk.want(intent::Step{1});
  CHECK(desk.shelf.snapshots == 0);
  desk.want(intent::Accept{});
  CHECK(desk.shelf.snapshots == 1);
  auto next = desk.again();
  CHECK(next.project() == desk.session.project());
  next.want(intent::Undo{});  // the first change, too
  CHECK(next.count(Status::accepted) == 0);
}

TEST_CASE("whether the work is in a file is remembered") {
  Desk desk;
  desk.want(intent::Step{1});
  desk.want(intent::Accept{});
  desk.want(intent::Save{});
  CHECK(desk.again().model.view.unsaved);
  desk.want(intent::Written{"x.clausemark.json", std::get<effect::SaveFile>(desk.session.effects[0]).save});
  CHECK_FALSE(desk.again().model.view.unsaved);
  desk.want(intent::Step{1});
  desk.want(intent::Accept{});
  CHECK(desk.again().model.view.unsaved);
  desk.want(intent::Undo{});
  CHECK_FALSE(desk.again().model.view.unsaved);
}

TEST_CASE("a long journal gives way to a new snapshot") {
  Desk desk;
  desk.want(intent::Step{1});
  desk.want(intent::Accept{});
  for (int k = 0; k < 600; ++k) desk.want(k % 2 == 0 ? Intent(intent::Undo{}) : Intent(intent::Redo{}));
  CHECK(desk.shelf.snapshots == 2);
  CHECK(desk.shelf.documents == 0);
  CHECK(desk.shelf.kept.journal.size() < 500);
  CHECK(desk.again().project() == desk.session.project());
}

TEST_CASE("when the storage refuses, the reader is told once, and the next change brings all of it again") {
  Desk desk;
  desk.want(intent::Step{1});
  desk.want(intent::Accept{});
  desk.want(intent::Stored{Storage::kept, ""});
  desk.want(intent::Stored{Storage::refused, "There is no room."});
  CHECK(desk.session.model.view.message.kind == MessageKind::error);
  CHECK(desk.session.model.view.message.text == "There is no room.");
  desk.want(intent::Dismiss{});
  desk.want(intent::Stored{Storage::writing, ""});
  desk.want(intent::Stored{Storage::refused, "There is no room."});
  CHECK(desk.session.model.view.message.text.empty());
  desk.want(intent::Accept{});
  CHECK(desk.shelf.snapshots == 2);
  CHECK(desk.again().project() == desk.session.project());
}

TEST_CASE("of a broken journal as much is brought back as can be read, and kept as a document of its own") {
  Desk desk;
  desk.want(intent::Step{1});
  for (int k = 0; k < 4; ++k) desk.want(intent::Accept{});
  REQUIRE(desk.shelf.kept.journal.size() == 4);
  desk.shelf.kept.journal[1].resize(20);
  Session next;
  next.want(desk.shelf.kept);
  CHECK(next.count(Status::accepted) == 1);
  CHECK(next.model.view.message.text.starts_with("The last 3 of 4 steps could not be brought back"));
  Shelf shelf;
  shelf.take(next);
  CHECK(shelf.documents == 1);
}

TEST_CASE("a snapshot that cannot be read leaves what is open as it is") {
  Session session;
  const auto before = session.project();
  session.want(intent::Restore{"x", "{\"type\": 1}", {}, false});
  CHECK(session.project() == before);
  CHECK(session.model.view.message.kind == MessageKind::error);
}

TEST_CASE("a document that is open elsewhere is read, not changed") {
  Desk desk;
  desk.want(intent::Step{1});
  desk.want(intent::Accept{});
  const auto before = desk.session.project();
  desk.want(intent::SetReadOnly{true});
  desk.want(intent::Accept{});
  desk.want(intent::Undo{});
  CHECK(desk.session.project() == before);
  CHECK(desk.session.model.view.message.kind == MessageKind::notice);
  desk.want(intent::SetReadOnly{false});
  desk.want(intent::Undo{});
  CHECK_FALSE(desk.session.project() == before);
}

TEST_CASE("of two saves that run at once, each counts for the state that it wrote") {
  Session session;
  session.want(intent::Step{1});
  session.want(intent::Accept{});
  session.want(intent::Save{});
  const auto first = std::get<effect::SaveFile>(session.effects[0]).save;
  session.want(intent::Accept{});
  session.want(intent::Save{});
  const auto second = std::get<effect::SaveFile>(session.effects[0]).save;
  session.want(intent::Written{"x.clausemark.json", first});
  CHECK(session.model.view.unsaved);
  session.want(intent::Written{"x.clausemark.json", second});
  CHECK_FALSE(session.model.view.unsaved);
}
