#include <doctest/doctest.h>
#include <string>

#include "core/text/source_text.h"

using namespace clausemark;

namespace {

SourceText decoded(std::string_view input) {
  auto source = SourceText::decode(input);
  REQUIRE(source.has_value());
  return *source;
}

}  // namespace

TEST_CASE("UTF-8 is kept byte by byte, line ends included") {
  const auto source = decoded("Décide\r\nde rester\nsaisi 𝄞");
  CHECK(source.text() == "Décide\r\nde rester\nsaisi 𝄞");
  CHECK(source.encoding() == Encoding::utf8);
  CHECK(source.issues().empty());
}

TEST_CASE("a byte order mark is no part of the text") {
  const auto source = decoded(
      "\xEF\xBB\xBF"
      "Decides");
  CHECK(source.text() == "Decides");
  CHECK(source.encoding() == Encoding::utf8_bom);
}

TEST_CASE("UTF-16 with a byte order mark is read in both byte orders") {
  using namespace std::string_literals;
  CHECK(decoded("\xFF\xFE"
                "D\0\xE9\0\x34\xD8\x1E\xDD"s)
            .text() == "Dé𝄞");
  CHECK(decoded("\xFE\xFF\0D\0\xE9\xD8\x34\xDD\x1E"s).text() == "Dé𝄞");
}

TEST_CASE("invalid bytes become replacement characters and are reported with their place") {
  const auto source = decoded(
      "ab\xFF"
      "cd\xE2\x82");
  CHECK(source.text() ==
        "ab\xEF\xBF\xBD"
        "cd\xEF\xBF\xBD");
  REQUIRE(source.issues().size() == 2);
  CHECK(source.issues()[0] == DecodeIssue{2, 2});
  CHECK(source.issues()[1] == DecodeIssue{5, 7});
}

TEST_CASE("overlong forms, surrogates and values beyond Unicode are invalid") {
  for (const std::string_view bad :
       {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80"}) {
    CAPTURE(bad);
    CHECK_FALSE(decoded(bad).issues().empty());
  }
}

TEST_CASE("half a code unit and a lone surrogate of UTF-16 are reported") {
  using namespace std::string_literals;
  const auto source = decoded(
      "\xFF\xFE\x34\xD8"
      "A\0B"s);
  CHECK(source.text() ==
        "\xEF\xBF\xBD"
        "A\xEF\xBF\xBD");
  REQUIRE(source.issues().size() == 2);
  CHECK(source.issues()[0].input_byte == 2);
  CHECK(source.issues()[1].input_byte == 6);
}

TEST_CASE("files that are no text are refused by name") {
  const auto pdf = SourceText::decode("%PDF-1.7 …");
  REQUIRE_FALSE(pdf.has_value());
  CHECK(pdf.error().code == ErrorCode::not_text);
  CHECK(pdf.error().message.find("PDF") != std::string::npos);
  const auto binary = SourceText::decode(std::string_view("ab\0cd", 5));
  REQUIRE_FALSE(binary.has_value());
  CHECK(binary.error().where == "byte 2");
}

TEST_CASE("an empty file is an empty text") { CHECK(decoded("").text().empty()); }
