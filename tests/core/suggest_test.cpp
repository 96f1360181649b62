#include <doctest/doctest.h>
#include <string>

#include "core/annotation/suggest.h"
#include "core/resolution/parse.h"

using namespace clausemark;

namespace {

// Suggestions as "path tag quote".
std::vector<std::string> suggestions(std::string_view body) {
  const auto source = SourceText::decode("The Security Council,\n\n" + std::string(body));
  REQUIRE(source.has_value());
  const auto resolution = parse(*source);
  std::vector<std::string> found;
  for (const auto& suggestion : suggest(resolution)) {
    found.push_back(suggestion.path + " " + suggestion.tag + " " +
                    std::string(slice(source->text(), suggestion.spans.front())));
  }
  return found;
}

}  // namespace

TEST_CASE("each act becomes a suggestion over the clause that it opens") {
  CHECK(suggestions("1. Demands that all parties cease fire, and urges them to talk;\n") ==
        std::vector<std::string>{"op1 demand Demands that all parties cease fire",
                                 "op1 urge urges them to talk"});
}

TEST_CASE("items below a task chapeau are tasks at every depth, titles are not") {
  CHECK(
      suggestions("1. Decides that the mandate shall include the following tasks:\n\n(a) Protection of "
                  "civilians\n\n(i) To patrol;\n\n(ii) To report, as needed;\n\n(b) To train mediators;\n") ==
      std::vector<std::string>{"op1 decision Decides that the mandate shall include the following tasks",
                               "op1.a.i task To patrol", "op1.a.ii task To report, as needed",
                               "op1.a.ii reporting report, as needed", "op1.b task To train mediators"});
}

TEST_CASE("items of another list are no tasks") {
  CHECK(suggestions(
            "1. Notes the following findings:\n\n(a) the bridge is closed;\n\n(b) the school is open;\n") ==
        std::vector<std::string>{"op1 recall Notes the following findings"});
}

TEST_CASE("a duty to report gets a tag of its own") {
  const auto found =
      suggestions("1. Requests the Secretary-General to report to the Council every 60 days on progress;\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].starts_with("op1 request "));
  CHECK(found[1].starts_with("op1 reporting "));
}

TEST_CASE("a report that is spoken of is no duty, one that is to be made is") {
  CHECK(suggestions("1. Urges the parties to support the plan related to the report on the ferries;\n")
            .size() == 1);
  CHECK(suggestions("1. Urges the Mission to attend to paragraph 4 of the report of the Panel;\n").size() ==
        1);
  const auto found = suggestions("1. Requests the Panel to complete a report within 90 days;\n");
  REQUIRE(found.size() == 2);
  CHECK(found[1].starts_with("op1 reporting "));
}

TEST_CASE("the same text always gets the same ids, and no two are alike") {
  const auto source =
      SourceText::decode("The Security Council,\n\n1. Urges all, urges some, and urges none;\n");
  const auto first = suggest(parse(*source));
  CHECK(first == suggest(parse(*source)));
  REQUIRE(first.size() == 3);
  CHECK(first[0].id == "suggestion:op1:urge:1");
  CHECK(first[2].id == "suggestion:op1:urge:3");
}
