// A reader's random work, from a string of bytes: refused commands change nothing, and at every moment
// snapshot and journal bring back project and history. What stands behind a form feed is replayed as a line
// of the journal, whatever it is.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/core/journal_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clausemark;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto middle = std::min(bytes.find('\f'), size);
  std::size_t at = 0;
  Worker worker([&]() -> std::size_t { return at < middle ? data[at++] : 0; });
  for (int number = 0; at < middle && number < 60; ++number) {
    if (!worker.step(number)) std::abort();
  }
  if (!worker.comes_back()) std::abort();
  const auto entry = read_entry(bytes.substr(std::min(middle + 1, size)));
  if (!entry) return 0;
  if (!(*read_entry(write_entry(*entry)) == *entry)) std::abort();
  const auto before = worker.project;
  if (!replay(worker.project, worker.history, *entry) && !(worker.project == before)) std::abort();
  if (!load_project(save_project(worker.project))) std::abort();
  return 0;
}
