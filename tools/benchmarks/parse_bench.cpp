// How fast a text becomes a Resolution: structure, acts, references, deadlines, tasks and duties together.
#include <benchmark/benchmark.h>

#include "core/resolution/parse.h"
#include "tools/benchmarks/workload.h"

namespace {

using namespace clausemark;

void parse_text(benchmark::State& state, bench::Form form) {
  const auto text = bench::make_resolution(static_cast<std::size_t>(state.range(0)), form);
  for ([[maybe_unused]] auto _ : state) {  // NOLINT(clang-analyzer-deadcode.DeadStores)
    const auto source = SourceText::from_utf8(text);
    auto resolution = parse(*source);
    benchmark::DoNotOptimize(resolution);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) *
                          static_cast<std::int64_t>(state.iterations()));
}

BENCHMARK_CAPTURE(parse_text, clean, bench::Form::clean)->RangeMultiplier(8)->Range(16 << 10, 8 << 20);
BENCHMARK_CAPTURE(parse_text, wrapped, bench::Form::wrapped)->RangeMultiplier(8)->Range(16 << 10, 8 << 20);

}  // namespace
