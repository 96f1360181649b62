#include "tools/cli/progress.h"

#include <cstdio>
#include <string>
#include <unistd.h>

namespace clausemark::cli {

Progress::Progress(std::size_t total)
    : shown_(total > 1 && ::isatty(STDERR_FILENO) != 0 && ::isatty(STDOUT_FILENO) == 0),
      total_(total),
      start_(std::chrono::steady_clock::now()),
      drawn_(start_) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::step(std::size_t bytes) {
  using namespace std::chrono_literals;
  ++done_;
  bytes_ += bytes;
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - drawn_ < 100ms) return;
  drawn_ = now;
  draw();
}

void Progress::draw() {
  constexpr std::size_t width = 30;
  const std::size_t filled = width * done_ / total_;
  std::string bar;
  for (std::size_t k = 0; k < width; ++k) bar += k < filled ? "█" : "░";
  const std::chrono::duration<double> seconds = drawn_ - start_;
  std::fprintf(stderr, "\r\x1b[K%s %zu of %zu texts, %.1f MB/s", bar.c_str(), done_, total_,
               static_cast<double>(bytes_) / 1e6 / seconds.count());
}

}  // namespace clausemark::cli
