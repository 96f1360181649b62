#include <doctest/doctest.h>

#include "core/annotation/alignment.h"
#include "core/annotation/anchor.h"
#include "core/annotation/approximate.h"
#include "core/annotation/command.h"
#include "core/formats/project_json.h"
#include "core/resolution/parse.h"

using namespace clausemark;

namespace {

const std::string clean =
    "The Security Council,\n\n"
    "Recalling its previous resolutions on the situation in the isles of Veria,\n\n"
    "1. Demands that all armed groups lay down their arms and withdraw from the harbour of Port Lune without "
    "delay;\n\n"
    "2. Requests the Secretary-General to report to the Council every ninety days on the ferries between the "
    "isles;\n\n"
    "3. Calls upon the parties to resume the talks that were broken off in the winter of the flood;\n\n"
    "4. Decides to remain seized of the matter.\n";

struct Read {
  explicit Read(const std::string& text) : source(*SourceText::from_utf8(text)), resolution(parse(source)) {}
  ReadText read() const { return {source.text(), resolution}; }
  SourceText source;
  Resolution resolution;
};

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

Annotation marking(const std::string& text, std::string_view quote) {
  Annotation annotation;
  annotation.id = "a1";
  annotation.tag = "demand";
  const auto at = text.find(quote);
  REQUIRE(at != std::string::npos);
  annotation.spans = {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())}};
  return annotation;
}

// "moved: words", "orphaned"
std::string found(const std::string& from, std::string_view quote, const std::string& to) {
  const Read before(from);
  const Read after(to);
  const std::vector<Annotation> annotations = {marking(from, quote)};
  const auto anchor = reanchor(before.read(), after.read(), annotations).at(0);
  std::string out = anchor_state_name(anchor.state);
  for (const auto& span : anchor.spans) {
    const auto reading = after.resolution.reading.from_source(span);
    out += ": " + std::string(after.resolution.text(reading)) + " (" + anchor.path + ")";
  }
  return out;
}

}  // namespace

TEST_CASE("an annotation whose text stands where it stood is exact") {
  CHECK(found(clean, "Demands that all armed groups", clean) == "exact: Demands that all armed groups (op1)");
}

TEST_CASE("line breaks, page furniture and paragraphs before it only move an annotation") {
  const auto wrapped =
      replaced(replaced(clean, "lay down their arms and withdraw", "lay down their\narms and\nwithdraw"),
               "The Security Council,", "S/RES/9001 (2031)\n\nThe Security Council,");
  CHECK(found(clean, "all armed groups lay down their arms", wrapped) ==
        "moved: all armed groups lay down their arms (op1)");
  const auto longer =
      replaced(clean, "1. Demands", "Deeply concerned by the state of the ferries,\n\n1. Demands");
  CHECK(found(clean, "report to the Council every ninety days", longer) ==
        "moved: report to the Council every ninety days (op2)");
}

TEST_CASE("words exchanged inside a quote do not lose it; at its edge they do") {
  const auto inside = replaced(clean, "all armed groups lay down", "all militias lay down");
  CHECK(found(clean, "Demands that all armed groups lay down their arms", inside) ==
        "moved: Demands that all militias lay down their arms (op1)");
  const auto edge = replaced(clean, "Demands that", "Insists that");
  CHECK(found(clean, "Demands that all armed groups", edge) == "orphaned");
}

TEST_CASE("a clause that was deleted is an orphan, even where its words stand elsewhere") {
  const auto twice =
      replaced(clean, "3. Calls upon the parties to resume", "3. Demands that the parties resume");
  const auto without =
      replaced(twice,
               "1. Demands that all armed groups lay down their arms and withdraw from the harbour of "
               "Port Lune without delay;\n\n",
               "");
  CHECK(found(twice, "Demands that", without) == "orphaned");
}

TEST_CASE("a clause that has moved elsewhere is found by its own words") {
  const std::string clause =
      "Calls upon the parties to resume the talks that were broken off in the winter of the flood";
  const auto moved = replaced(replaced(clean, "3. " + clause + ";\n\n", ""), "1. Demands",
                              "1. " + clause + ";\n\n2. Demands");
  CHECK(found(clean, clause, moved) == "moved: " + clause + " (op1)");
}

TEST_CASE("several places without a clear best are listed, and none is chosen") {
  const std::string phrase = "Welcomes the work of the harbour guard";
  const std::string from = "The Security Council,\n\n1. Decides to wait for the spring tide;\n\n2. " +
                           phrase + " of Port Lune since the flood;\n\n3. Asks for patience.\n";
  std::string to = "The Security Council,\n\n1. Thanks everybody;\n\n";
  for (int k = 2; k <= 4; ++k)
    to += std::to_string(k) + ". " + phrase + " number " + std::to_string(k * 17) + ";\n\n";
  const Read before(from);
  const Read after(to);
  const std::vector<Annotation> annotations = {marking(from, phrase)};
  const auto anchor = reanchor(before.read(), after.read(), annotations).at(0);
  CHECK(anchor.state == AnchorState::ambiguous);
  CHECK(anchor.spans.empty());
  CHECK(anchor.places.size() == 3);
}

TEST_CASE("a clause that was dropped does not hand its annotations to the next one like it") {
  std::string from = "The Security Council,\n\n";
  std::string to = from;
  int number = 0;
  for (const char* name : {"Alpha", "Bravo", "Delta", "Gamma"}) {
    const auto clause =
        std::string("Requests the authorities of ") + name +
        " for the protection of civilians, and to report to the Council every ninety days on the "
        "steps that have been taken to that end;\n\n";
    from += std::to_string(++number) + ". " + clause;
    if (number > 1) to += std::to_string(number - 1) + ". " + clause;
  }
  const Read before(from);
  const Read after(to);
  std::vector<Annotation> annotations;
  for (auto at = from.find("every ninety days"); at != std::string::npos;
       at = from.find("every ninety days", at + 1)) {
    annotations.push_back(marking(from, "every ninety days"));
    annotations.back().spans = {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 17)}};
  }
  const auto anchors = reanchor(before.read(), after.read(), annotations);
  REQUIRE(anchors.size() == 4);
  CHECK(anchors[0].spans.empty());
  for (std::size_t k = 1; k < 4; ++k) {
    REQUIRE(anchors[k].spans.size() == 1);
    CHECK(anchors[k].path == "op" + std::to_string(k));
  }
}

TEST_CASE("of two passages with the same words that have lost their places neither takes the only one left") {
  const std::string clause =
      "Welcomes the return of the ferry to Port Lune after the long winter and the work of all who made it "
      "possible";
  const std::string from =
      "The Security Council,\n\n1. Asks for calm on the northern isles this spring;\n\n2. " + clause +
      ";\n\n3. Thanks the harbour master;\n\n4. " + clause + ";\n\n5. Decides to wait for news.\n";
  const std::string to =
      "The Security Council,\n\n1. " + clause +
      ";\n\n2. Asks for calm on the northern isles this spring;\n\n3. Decides to wait for news.\n";
  const Read before(from);
  const Read after(to);
  std::vector<Annotation> annotations = {marking(from, clause), marking(from, clause)};
  const auto second = static_cast<std::uint32_t>(from.rfind(clause));
  annotations[1].spans = {{second, second + static_cast<std::uint32_t>(clause.size())}};
  for (const auto& anchor : reanchor(before.read(), after.read(), annotations)) CHECK(anchor.spans.empty());
}

TEST_CASE("counterparts of words ascend in both texts") {
  std::uint32_t state = 20310314;
  for (int round = 0; round < 3000; ++round) {
    std::string texts[2];
    for (auto& text : texts) {
      for (int k = 0; k < 45; ++k) {
        state = state * 1664525u + 1013904223u;
        text += (state >> 30) < 3 ? "a " : "b ";
      }
    }
    const auto from = words_of(texts[0]);
    const auto to = words_of(texts[1]);
    const Alignment alignment(from, to);
    std::uint32_t next = 0;
    for (std::uint32_t k = 0; k < alignment.size(); ++k) {
      if (alignment.to(k) == Alignment::none) continue;
      REQUIRE(alignment.to(k) >= next);
      REQUIRE(from[k].hash == to[alignment.to(k)].hash);
      next = alignment.to(k) + 1;
    }
  }
}

TEST_CASE("every span of an annotation must be found") {
  auto annotation = marking(clean, "Demands that all armed groups");
  annotation.spans.push_back(marking(clean, "without delay").spans[0]);
  const std::vector<Annotation> annotations = {annotation};
  const Read before(clean);
  const Read shifted(replaced(clean, "Recalling its", "Recalling all its"));
  CHECK(reanchor(before.read(), shifted.read(), annotations)[0].spans.size() == 2);
  const Read cut(replaced(clean, " without delay", ""));
  CHECK(reanchor(before.read(), cut.read(), annotations)[0].state == AnchorState::orphaned);
}

TEST_CASE("what has no place is kept with its words, through the file and back") {
  const Read before(clean);
  auto project = make_project(before.source, before.resolution);
  const Read after("The Security Council,\n\n1. Decides to remain seized of the matter.\n");
  const auto moved = move_project(project, before.resolution, after.read());
  CHECK(moved.project.annotations.size() == project.annotations.size());
  std::size_t lost = 0;
  for (const auto& annotation : moved.project.annotations) {
    if (annotation.placed()) continue;
    ++lost;
    CHECK(annotation.quotes.size() == 1);
    CHECK(project.find(annotation.id) != nullptr);
  }
  CHECK(lost > 2);
  const auto file = save_project(moved.project);
  const auto loaded = load_project(file);
  REQUIRE(loaded.has_value());
  CHECK(*loaded == moved.project);
  // Back on the old text they stay lost until a reader gives them a place.
  auto again = *loaded;
  const auto id = again.annotations[0].id;
  REQUIRE_FALSE(again.annotations[0].placed());
  REQUIRE(apply(again, *set_spans(again, id, {{0, 3}}, "op7", {"Ada", "2031-03-14T10:00:00Z"})));
  CHECK(again.find(id)->placed());
  CHECK(again.find(id)->quotes.empty());
  CHECK(again.find(id)->path == "op7");
}

TEST_CASE("approximate matching finds the one best place, within a number of changes") {
  const auto at = [](std::string_view pattern, std::string_view text, std::uint32_t most) {
    const auto symbols = [](std::string_view letters) {
      return std::vector<std::uint64_t>(letters.begin(), letters.end());
    };
    const auto match = best_match(symbols(pattern), symbols(text), most);
    return match ? std::string(slice(text, *match)) : "none";
  };
  CHECK(at("ferry", "the old ferry left", 0) == "ferry");
  CHECK(at("ferry", "the old fery left", 1) == "fery");
  CHECK(at("ferry", "the old fery left", 0) == "none");
  CHECK(at("annual", "an annal of anneal", 1) == "none");  // two are equally good
  CHECK(at("0123456789abcdef", "012345abcdef.012345abcdef", 5) == "none");
  CHECK(at("", "text", 1) == "none");
  CHECK(at(std::string(65, 'x'), std::string(65, 'x'), 0) == "none");
}
