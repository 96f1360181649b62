// The main of every benchmark: memory is kept between rounds, as in the command line.
#include <benchmark/benchmark.h>

#include "tools/keep_memory.h"

int main(int argc, char** argv) {
  clausemark::keep_memory();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
