// Any bytes as a native file: they are refused with a reason, or come back the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/formats/project_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clausemark;
  const auto project = load_project(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!project) {
    if (project.error().message.empty()) std::abort();
    return 0;
  }
  const auto file = save_project(*project);
  const auto again = load_project(file);
  if (!again || !(*again == *project) || save_project(*again) != file) std::abort();
  return 0;
}
