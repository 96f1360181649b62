// A line on standard error that says how far a long job is; nothing where standard error is no terminal,
// or where the output itself goes to one.
#pragma once

#include <chrono>
#include <cstddef>

namespace clausemark::cli {

class Progress {
 public:
  explicit Progress(std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more is done, of this many bytes.
  void step(std::size_t bytes);
  // Clears the line, so that a message can be printed.
  void clear();

 private:
  void draw();

  bool shown_ = false;
  std::size_t total_ = 0;
  std::size_t done_ = 0;
  std::size_t bytes_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point drawn_;
};

}  // namespace clausemark::cli
