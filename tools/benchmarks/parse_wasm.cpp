// The same work as parse_bench.cpp, compiled to WebAssembly and called from compare.mjs.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include "core/resolution/parse.h"
#include "tools/benchmarks/workload.h"

namespace {

// Bytes per second over at least `milliseconds` of parsing a text of `bytes`.
double parse_speed(double bytes, bool wrapped, double milliseconds) {
  using namespace clausemark;
  const auto text = bench::make_resolution(static_cast<std::size_t>(bytes),
                                           wrapped ? bench::Form::wrapped : bench::Form::clean);
  double done = 0;
  const double start = emscripten_get_now();
  double now = start;
  while (now - start < milliseconds) {
    const auto source = SourceText::from_utf8(text);
    const auto resolution = parse(*source);
    done += resolution.blocks.empty() ? 0 : static_cast<double>(text.size());
    now = emscripten_get_now();
  }
  return done / (now - start) * 1000;
}

}  // namespace

EMSCRIPTEN_BINDINGS(clausemark_parse_bench) { emscripten::function("parseSpeed", &parse_speed); }
