// The parser alone, to be measured: tools/bench calls it in turns with the native build.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <string>

#include "core/resolution/parse.h"

namespace {

// Bytes of UTF-8 parsed per second, over at least this many milliseconds.
double parse_speed(const std::string& text, double milliseconds) {
  using namespace clausemark;
  double done = 0;
  const double start = emscripten_get_now();
  double now = start;
  while (now - start < milliseconds) {
    const auto source = SourceText::from_utf8(text);
    if (!source) return 0;
    const auto resolution = parse(*source);
    done += resolution.blocks.empty() ? 0 : static_cast<double>(text.size());
    now = emscripten_get_now();
  }
  return done / (now - start) * 1000;
}

}  // namespace

EMSCRIPTEN_BINDINGS(clausemark_parse_bench) { emscripten::function("parseSpeed", &parse_speed); }
