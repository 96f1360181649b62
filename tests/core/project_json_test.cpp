#include <doctest/doctest.h>

#include "core/annotation/command.h"
#include "core/formats/project_json.h"
#include "core/formats/tag_set_json.h"
#include "core/resolution/parse.h"
#include "core/text/quote_context.h"

using namespace clausemark;

namespace {

const std::string text =
    "The Security Council,\r\n\r\n1. Demands 𝄞 peace, e\xCC\x81"
    "galement;\r\n";

Project project() {
  const auto source = SourceText::decode(text);
  auto made = make_project(*source, parse(*source));
  const auto at = static_cast<std::uint32_t>(made.text.find("𝄞"));
  REQUIRE(apply(
      made, annotate(made, "urn:uuid:1", {{at, at + 10}}, "demand", "op1", {"Ada", "2031-03-14T10:00:00Z"})));
  REQUIRE(apply(made,
                *set_note(made, "urn:uuid:1", "a \"note\"\nof two lines", {"Ada", "2031-03-15T10:00:00Z"})));
  return made;
}

std::string replaced(std::string file, std::string_view what, std::string_view with) {
  const auto at = file.find(what);
  REQUIRE(at != std::string::npos);
  return file.replace(at, what.size(), with);
}

void check_refused(const std::string& file, ErrorCode code, std::string_view where,
                   std::string_view document = {}) {
  const auto result = load_project(file, document);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().code == code);
  CHECK(result.error().where == where);
  CHECK_FALSE(result.error().message.empty());
}

}  // namespace

TEST_CASE("a project comes back from its file as it was, and is written with the same bytes") {
  const auto before = project();
  const auto file = save_project(before);
  const auto after = load_project(file);
  REQUIRE(after.has_value());
  CHECK(*after == before);
  CHECK(save_project(*after) == file);
}

TEST_CASE("positions in the file are code points, quotes have their surroundings") {
  const auto file = save_project(project());
  // "The Security Council," 21, two line ends of two characters each, "1. Demands " 11
  CHECK(file.find("\"start\": 36,") != std::string::npos);
  CHECK(file.find("\"exact\": \"𝄞 peace\"") != std::string::npos);
  CHECK(file.find("\"prefix\": \"The Security Council,\\r\\n\\r\\n1. Demands \"") != std::string::npos);
}

TEST_CASE("annotations are read wherever the file has its head, and in whatever order of keys") {
  const auto file = save_project(project());
  const auto first = file.find(",\n  \"first\": ");
  const auto end = file.rfind("\n}");
  // The page of annotations before all else.
  const auto turned =
      "{\n" + file.substr(first + 2, end - first - 2) + "," + file.substr(1, first - 1) + "\n}\n";
  const auto loaded = load_project(turned);
  REQUIRE_MESSAGE(loaded, (loaded ? "" : loaded.error().message + loaded.error().where));
  CHECK(*loaded == project());
  check_refused(replaced(turned, "\"start\": 36,", "\"start\": 35,"), ErrorCode::text_mismatch,
                "/first/items/1/target/selector/1/exact");
  check_refused(replaced(file, "\"items\": [", "\"items\": [7, "), ErrorCode::bad_value, "/first/items/0");
}

TEST_CASE("a file without its text needs the text beside it") {
  SaveOptions options;
  options.include_text = false;
  const auto file = save_project(project(), options);
  check_refused(file, ErrorCode::text_missing, "/clausemark/document");
  check_refused(file, ErrorCode::text_mismatch, "/clausemark/document/sha256", "Another text");
  const auto loaded = load_project(file, text);
  REQUIRE(loaded.has_value());
  CHECK(*loaded == project());
}

TEST_CASE("what is wrong with a file is said with its place") {
  const auto file = save_project(project());
  check_refused("", ErrorCode::bad_json, "line 1, column 1");
  const auto half = load_project(file.substr(0, file.find("\"sha256\"")));
  REQUIRE_FALSE(half.has_value());
  CHECK(half.error().code == ErrorCode::bad_json);
  CHECK(half.error().where == "line 25, column 7");
  check_refused("{\n  \"type\": \"AnnotationCollection\",\n  \"type\": \"x\"\n}", ErrorCode::bad_json,
                "line 3, column 8");
  check_refused(std::string(500, '['), ErrorCode::bad_json, "line 1, column 65");
  check_refused("[]", ErrorCode::bad_value, "");
  check_refused(replaced(file, "\"AnnotationCollection\"", "\"Poem\""), ErrorCode::bad_value, "/type");
  check_refused(replaced(file, "\"version\": 2", "\"version\": 7"), ErrorCode::future_version,
                "/clausemark/version");
  check_refused(replaced(file, "\"version\": 2", "\"version\": \"1\""), ErrorCode::bad_value,
                "/clausemark/version");
  check_refused(replaced(file, "1. Demands", "1. Demandz"), ErrorCode::text_mismatch,
                "/clausemark/document/sha256");
  check_refused(replaced(file, "\"start\": 36,", "\"start\": 35,"), ErrorCode::text_mismatch,
                "/first/items/1/target/selector/1/exact");
  check_refused(replaced(file, "\"start\": 36,", "\"start\": -3,"), ErrorCode::bad_value,
                "/first/items/1/target/selector/0/start");
  check_refused(replaced(file, "\"start\": 36,", "\"start\": 3600,"), ErrorCode::bad_range,
                "/first/items/1/target/selector/0");
  check_refused(replaced(file, "\"purpose\": \"tagging\", \"value\": \"demand\"",
                         "\"purpose\": \"tagging\", \"value\": \"poem\""),
                ErrorCode::unknown_tag, "/first/items/0/body");
  check_refused(replaced(file, "\"status\": \"suggested\"", "\"status\": \"perhaps\""), ErrorCode::bad_value,
                "/first/items/0/clausemark/status");
  check_refused(replaced(file, "\"colour\": \"#007D5A\"", "\"colour\": \"green\""), ErrorCode::bad_value,
                "/clausemark/tagSet/tags/0/colour");
  check_refused(replaced(file, "\"id\": \"urn:uuid:1\"", "\"id\": \"suggestion:op1:demand:1\""),
                ErrorCode::bad_value, "/first/items/1");
}

TEST_CASE("several spans, attributes and links come back from the file") {
  auto before = project();
  const auto by = Signature{"Ada", "2031-03-14T10:00:00Z"};
  REQUIRE(apply(before, annotate(before, "urn:uuid:2", {{0, 3}, {4, 12}}, "task", "", by)));
  REQUIRE(apply(before, *set_attribute(before, "urn:uuid:2", {"place", "the isles 𝄞"}, by)));
  REQUIRE(apply(before, *set_attribute(before, "urn:uuid:2", {"a~b/c", "1"}, by)));
  REQUIRE(apply(before, *link(before, "urn:uuid:2", {"asks for", "urn:uuid:1"}, by)));
  const auto file = save_project(before);
  const auto after = load_project(file);
  REQUIRE(after.has_value());
  CHECK(*after == before);
  CHECK(save_project(*after) == file);
  check_refused(replaced(file, "\"to\": \"urn:uuid:1\"", "\"to\": \"urn:uuid:9\""), ErrorCode::no_such_id,
                "/first/items/0/clausemark/links");
  check_refused(replaced(file, "\"a~b/c\": \"1\"", "\"a~b/c\": 1"), ErrorCode::bad_value,
                "/first/items/0/clausemark/attributes/a~0b~1c");
  REQUIRE(apply(before, *set_attribute(before, "urn:uuid:2", {std::string("a\0b", 3), "2"}, by)));
  REQUIRE(load_project(save_project(before)).has_value());
  CHECK(*load_project(save_project(before)) == before);
  CHECK(apply(before, *set_note(before, "urn:uuid:2", "x\xFFy", by)).error().code == ErrorCode::bad_value);
  check_refused(replaced(file, "\"place\": \"the", "\"place\": 7, \"the\": \""), ErrorCode::bad_value,
                "/first/items/0/clausemark/attributes/place");
}

TEST_CASE("a file of version 1 is read, and written as one of the present version") {
  const auto file = save_project(project());
  const auto old = replaced(file, "\"version\": 2", "\"version\": 1");
  const auto loaded = load_project(old);
  REQUIRE(loaded.has_value());
  CHECK(save_project(*loaded) == file);
}

TEST_CASE("a quote that stands in the text twice has surroundings that tell the places apart") {
  std::string twice;
  for (const char* end : {"east", "west"}) {
    for (int k = 0; k < 30; ++k) twice += "the parties and ";
    twice += "the parties in the ";
    twice += end;
    twice += ". ";
  }
  const std::vector<Range> quotes = {{472, 479}, {476 + 503, 483 + 503}};
  const auto contexts = unique_contexts(twice, quotes);
  for (const auto& context : contexts) {
    const auto window = slice(twice, context);
    CHECK(twice.find(window) == twice.rfind(window));
  }
  // An end of the text does not end the search for what is unique.
  const std::string sentence = "The report of the Council on the harbour of Port Lune and the isles. ";
  const auto ends = sentence + std::string(2000, 'x') + " " + sentence;
  for (const auto& quote : {Range{0, 3}, Range{static_cast<std::uint32_t>(ends.size()) - 7,
                                               static_cast<std::uint32_t>(ends.size()) - 2}}) {
    const auto window = slice(ends, unique_contexts(ends, std::vector<Range>{quote})[0]);
    CHECK(ends.find(window) == ends.rfind(window));
  }
  // Where nothing is repeated 32 code points are enough.
  const auto plain = unique_contexts(
      "0123456789012345678901234567890123456789 the isles of Veria, far from everything else at sea",
      std::vector<Range>{{45, 50}});
  CHECK(plain[0] == Range{13, 82});
}

TEST_CASE("a tag set is a file of its own") {
  auto set = default_tag_set();
  set.tags[0].attributes = {{"gender", "Whether women are named", {"yes", "no"}}};
  set.tags[1].parent = "task";
  const auto file = save_tag_set(set);
  const auto loaded = load_tag_set(file);
  REQUIRE(loaded.has_value());
  CHECK(*loaded == set);
  CHECK(save_tag_set(*loaded) == file);
  CHECK(load_tag_set(replaced(file, "\"tagSetVersion\": 1", "\"tagSetVersion\": 2")).error().code ==
        ErrorCode::future_version);
  CHECK(load_tag_set(replaced(file, "\"parent\": \"task\"", "\"parent\": \"poem\"")).error().where ==
        "/tags/1/parent");
  CHECK(load_tag_set(replaced(file, "#007D5A", "green")).error().where == "/tags/0/colour");
}
