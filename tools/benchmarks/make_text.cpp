// clausemark_make_text BYTES [wrapped]: prints an invented resolution of about that size.
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tools/benchmarks/workload.h"

int main(int argc, char** argv) {
  const long long bytes = argc >= 2 ? std::atoll(argv[1]) : 0;
  const bool wrapped = argc == 3 && std::strcmp(argv[2], "wrapped") == 0;
  if (bytes <= 0 || argc > 3 || (argc == 3 && !wrapped)) {
    std::fputs("use: clausemark_make_text BYTES [wrapped]\n", stderr);
    return 2;
  }
  const auto text = clausemark::bench::make_resolution(
      static_cast<std::size_t>(bytes),
      wrapped ? clausemark::bench::Form::wrapped : clausemark::bench::Form::clean);
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
