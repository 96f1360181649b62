// clausemark_make_text BYTES: prints an invented resolution of about that size.
#include <cstdio>
#include <cstdlib>

#include "tools/benchmarks/workload.h"

int main(int argc, char** argv) {
  const long long bytes = argc == 2 ? std::atoll(argv[1]) : 0;
  if (bytes <= 0) {
    std::fputs("use: clausemark_make_text BYTES\n", stderr);
    return 2;
  }
  const auto text =
      clausemark::bench::make_resolution(static_cast<std::size_t>(bytes), clausemark::bench::Form::clean);
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
