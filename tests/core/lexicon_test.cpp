#include <doctest/doctest.h>
#include <string>

#include "core/annotation/tag_set.h"
#include "core/resolution/lexicon.h"
#include "core/resolution/lexicon_data.h"

using namespace clausemark;

namespace {

struct Found {
  std::string phrase;
  std::string tag;
};

Found at_start(std::string_view text) {
  const auto phrase = lexicon_for("en").phrase_at(text, 0);
  return {std::string(slice(text, phrase.range)), std::string(phrase.tag)};
}

void check(std::string_view text, std::string_view phrase, std::string_view tag) {
  CAPTURE(text);
  const auto found = at_start(text);
  CHECK(found.phrase == phrase);
  CHECK(found.tag == tag);
}

}  // namespace

TEST_CASE("a phrase is the verb with its adverbs and what belongs to it") {
  check("Acting under Chapter VII", "Acting", "determination");
  check("Decides to remain actively seized of", "Decides", "procedural");
  check("Demands that", "Demands", "demand");
  check("further calls upon all parties", "further calls upon", "call");
  check("Calls again upon all parties", "Calls again upon", "call");
  check("Calling upon all parties", "Calling", "call");
  check("Recalling also its statement", "Recalling also", "recall");
  check("Condemning strongly the", "Condemning strongly", "condemnation");
  check("Taking note of the report", "Taking note", "recall");
  check("takes positive note of", "takes positive note", "recall");
  check("Noting with deep concern that", "Noting with deep concern", "concern");
  check("Gravely concerned by", "Gravely concerned", "concern");
  check("Decides to authorize the deployment", "Decides", "authorization");
}

TEST_CASE("the object decides what is expressed or reiterated") {
  check("Expresses its intention to", "Expresses", "intention");
  check("Expresses concern at", "Expresses concern", "concern");
  check("expressing concern at", "expressing", "concern");
  check("expressing grave concern at", "expressing", "concern");
  check("Expresses its gratitude to", "Expresses", "commendation");
  check("Reiterates its demand that", "Reiterates", "demand");
  check("Reiterates that the", "Reiterates", "affirmation");
}

TEST_CASE("other words open nothing") {
  for (const std::string_view text : {"The parties", "ensuring that", "Measures", "", "7 days"}) {
    CAPTURE(text);
    CHECK(at_start(text).phrase.empty());
  }
}

TEST_CASE("every tag that a lexicon names is in the default tag set") {
  for (const auto& data : lexicon_data()) {
    std::string_view table = data.table;
    while (!table.empty()) {
      const auto end = std::min(table.find('\n'), table.size());
      const auto line = table.substr(0, end);
      table.remove_prefix(std::min(end + 1, table.size()));
      const bool object = line.starts_with("object\t");
      if (!line.starts_with("verb\t") && !line.starts_with("opener\t") && !object) continue;
      std::string_view rest = line;
      for (int field = 0; field < (object ? 2 : 5); ++field) rest.remove_prefix(rest.find('\t') + 1);
      const auto tag = rest.substr(0, rest.find('\t'));
      CAPTURE(line);
      CHECK(default_tag_set().find(tag) != nullptr);
    }
  }
}
