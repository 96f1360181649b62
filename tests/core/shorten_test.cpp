#include <doctest/doctest.h>

#include "core/text/shorten.h"

using namespace clausemark;

TEST_CASE("a text is cut to whole words, on one line") {
  CHECK(on_one_line("  two\n\twords ") == "two words");
  CHECK(shortened("Demands that all parties respect the truce", 20) == "Demands that all…");
  CHECK(shortened("short", 20) == "short");
}

TEST_CASE("two long texts are shortened to where they differ") {
  const std::string begin = "Expressing its concern at the continued fighting along the river and the lake";
  const auto [one, other] = shortened_apart(begin + " and the delta", begin, 40);
  CHECK(one == "…and the lake and the delta");
  CHECK(other == "…and the lake");
  const auto [late, early] = shortened_apart(begin, "Welcoming " + begin, 40);
  CHECK(late == "Expressing its concern at the continued…");
  CHECK(early == "Welcoming Expressing its concern at the…");
  CHECK(shortened_apart("a b", "a c", 40) == std::pair<std::string, std::string>("a b", "a c"));
}

TEST_CASE("letters of several bytes stay whole where two texts part") {
  std::string begin;
  for (int k = 0; k < 30; ++k) begin += "é";
  const auto [one, other] = shortened_apart(begin + "a", begin + "b", 40);
  CHECK(one.ends_with("éa"));
  CHECK(one.starts_with("…é"));
  CHECK(other.ends_with("éb"));
}
