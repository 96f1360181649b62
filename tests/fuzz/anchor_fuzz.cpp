// Any two texts, parted by a form feed: the annotations of the first are anchored onto the second. None is
// lost, each place is one of the text, and what is said to be exact is.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/annotation/anchor.h"
#include "core/formats/project_json.h"
#include "core/resolution/parse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clausemark;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto middle = std::min(bytes.find('\f'), bytes.size());
  const auto from = SourceText::decode(bytes.substr(0, middle));
  const auto onto = SourceText::decode(bytes.substr(std::min(middle + 1, bytes.size())));
  if (!from || !onto) return 0;
  const auto old_resolution = parse(*from);
  const auto resolution = parse(*onto);
  const auto project = make_project(*from, old_resolution);
  const auto moved = move_project(project, old_resolution, {onto->text(), resolution});
  if (moved.project.annotations.size() != project.annotations.size()) std::abort();
  const auto file = save_project(moved.project);
  const auto again = load_project(file, onto->text());
  if (!onto->text().empty() && (!again || !(*again == moved.project))) std::abort();
  for (std::size_t k = 0; k < moved.anchors.size(); ++k) {
    if (moved.anchors[k].state != AnchorState::exact) continue;
    const auto extent = project.annotations[k].extent();
    if (slice(onto->text(), extent) != slice(from->text(), extent)) std::abort();
  }
  return 0;
}
