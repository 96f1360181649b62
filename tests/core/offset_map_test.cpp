#include <doctest/doctest.h>
#include <string>

#include "core/text/offset_map.h"
#include "core/text/utf8.h"

using namespace clausemark;

TEST_CASE("a position has one number in each unit") {
  const OffsetMap map("aé𝄞b");
  CHECK(map.code_points() == 4);
  CHECK(map.utf16_units() == 5);
  CHECK(map.byte_to_code_point(3) == 2);
  CHECK(map.byte_to_utf16(7) == 4);
  CHECK(map.code_point_to_byte(3) == 7);
  CHECK(map.utf16_to_byte(4) == 7);
}

TEST_CASE("a position inside a code point counts as its start") {
  const OffsetMap map("a𝄞b");
  CHECK(map.byte_to_code_point(3) == 1);
  CHECK(map.utf16_to_byte(2) == 1);
}

TEST_CASE("positions beyond the end are the end") {
  for (const std::string_view text : {"abc", "aé"}) {
    const OffsetMap map(text);
    CHECK(map.code_point_to_byte(99) == text.size());
    CHECK(map.byte_to_code_point(99) == map.code_points());
  }
}

TEST_CASE("all units agree at every boundary of a long text of mixed scripts") {
  std::string text;
  for (int k = 0; k < 400; ++k)
    text += k % 7 == 0 ? "𝄞" : k % 3 == 0 ? "é\r\n" : k % 2 == 0 ? "e\xCC\x81 " : "word ";
  const OffsetMap map(text);
  std::uint32_t code_point = 0;
  std::uint32_t utf16 = 0;
  for (std::uint32_t byte = 0; byte < text.size();) {
    REQUIRE(map.byte_to_code_point(byte) == code_point);
    REQUIRE(map.byte_to_utf16(byte) == utf16);
    REQUIRE(map.code_point_to_byte(code_point) == byte);
    REQUIRE(map.utf16_to_byte(utf16) == byte);
    const auto decoded = utf8::decode(text, byte);
    byte += decoded.bytes;
    code_point += 1;
    utf16 += decoded.bytes == 4 ? 2 : 1;
  }
  CHECK(map.code_points() == code_point);
}
