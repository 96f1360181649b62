#include <doctest/doctest.h>

#include "web/app/text/soft_wrap.h"

using namespace clausemark::app;

namespace {

std::string wrapped(std::string_view text, float width) {
  return soft_wrapped(text, width, [](std::string_view piece) { return static_cast<float>(piece.size()); });
}

}  // namespace

TEST_CASE("long lines are broken at spaces, and the text keeps its length") {
  CHECK(wrapped("one two three four", 9) == "one two\nthree\nfour");
  CHECK(wrapped("one two", 9) == "one two");
  CHECK(wrapped("one\ntwo three", 9) == "one\ntwo three");
  CHECK(wrapped("extraordinarily long words", 9) == "extraordinarily\nlong\nwords");
  CHECK(wrapped("", 9).empty());
  CHECK(wrapped("two  spaces here", 9) == "two \nspaces\nhere");
}

TEST_CASE("what is typed into wrapped lines changes the text and not its spaces") {
  const std::string text = "one two three four";
  const auto shown = wrapped(text, 9);
  CHECK(edited(text, shown, "one two\nthree\nfourth") == "one two three fourth");
  CHECK(edited(text, shown, "one\nthree\nfour") == "one three four");
  CHECK(edited(text, shown, "one two\nthree\n\nfour") == "one two three \nfour");
  CHECK(edited(text, shown, "") == "");
  CHECK(edited("", "", "new") == "new");
  CHECK(edited(text, shown, "Xone two\nthree\nfour") == "Xone two three four");
}
