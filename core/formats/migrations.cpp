#include "core/formats/migrations.h"

#include <array>

namespace clausemark {
namespace {

using json::Value;

// Version 2 knows several spans, attributes and links, and parents and attributes of tags. A file of version
// 1 has none of them, and all else stands where it stood.
void from_1_to_2(Value& root) { root["clausemark"]["version"] = 2; }

}  // namespace

void migrate_project(Value& root, unsigned version) {
  constexpr std::array<void (*)(Value&), 1> steps = {from_1_to_2};
  for (std::size_t step = version - 1; step < steps.size(); ++step) steps[step](root);
}

}  // namespace clausemark
