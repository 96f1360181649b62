#include <doctest/doctest.h>

#include "core/formats/json_text.h"
#include "core/text/source_text.h"
#include "tests/core/command_maker.h"

using namespace clausemark;

TEST_CASE("a text of 64 MiB is opened, and one byte more is refused with both numbers") {
  std::string text(SourceText::max_bytes, 'a');
  CHECK(SourceText::decode(text)->text().size() == text.size());
  text += 'a';
  for (const auto& refused : {SourceText::decode(text), SourceText::from_utf8(text)}) {
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::too_large);
    CHECK(refused.error().message == "the text has 67108865 bytes; at most 67108864 (64 MiB) can be opened");
  }
}

TEST_CASE("a text that becomes too long by decoding is refused, too") {
  std::string text = "\xFF\xFE";
  for (std::size_t k = 0; k < SourceText::max_bytes / 3 + 1; ++k) text += "\x2D\x4E";  // three bytes of UTF-8
  REQUIRE(text.size() < SourceText::max_bytes);
  const auto refused = SourceText::decode(text);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::too_large);
}

TEST_CASE("half a million annotations stand in a project, and one more is refused and changes nothing") {
  auto p = small_project();
  Command many{"Many", {}};
  many.edits.reserve(most_annotations + 1);
  Annotation one;
  one.tag = "demand";
  one.spans = {{0, 7}};
  one.status = Status::accepted;
  for (std::size_t k = 0; k < most_annotations; ++k) {
    one.id = std::to_string(k);
    many.edits.emplace_back(PutAnnotation{one});
  }
  REQUIRE(apply(p, many));
  CHECK(p.annotations.size() == most_annotations);
  one.id = "one more";
  const auto refused = apply(p, {"One more", {PutAnnotation{one}}});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::too_large);
  CHECK(refused.error().message == "there are 500001 annotations; at most 500000 can stand in a project");
  CHECK(p.annotations.size() == most_annotations);
  // In place of another there is room for it.
  CHECK(apply(p, {"Exchange", {EraseAnnotation{"7"}, PutAnnotation{one}}}).has_value());
}

TEST_CASE("JSON is read 64 levels deep, and deeper is refused with the place") {
  const auto nested = [](int levels) {
    return std::string(static_cast<std::size_t>(levels), '[') +
           std::string(static_cast<std::size_t>(levels), ']');
  };
  CHECK(json::parse(nested(json::max_depth)).has_value());
  const auto refused = json::parse(nested(json::max_depth + 1));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message == "the JSON is nested more than 64 levels deep");
  CHECK(refused.error().where == "line 1, column 65");
}
