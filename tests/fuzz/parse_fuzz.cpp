// Any bytes: decoding and parsing never crash, every range lies where it should.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/annotation/project.h"
#include "core/formats/resolution_json.h"
#include "core/resolution/parse.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clausemark;
  const auto source = SourceText::decode(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!source) return 0;
  const auto resolution = parse(*source);
  const auto project = make_project(*source, resolution);
  for (const auto& block : resolution.blocks) {
    if (block.source.end > source->text().size() || block.reading.end > resolution.reading.size())
      std::abort();
    if (block.parent != no_block && block.parent >= resolution.blocks.size()) std::abort();
    if (block.acts.first + block.acts.count > resolution.acts.size()) std::abort();
    for (std::uint32_t k = 0; k < block.acts.count; ++k) {
      if (!block.reading.contains(resolution.acts[block.acts.first + k].clause)) std::abort();
    }
  }
  for (const auto& annotation : project.annotations) {
    if (!utf8::is_boundary(source->text(), annotation.spans.front().start) ||
        !utf8::is_boundary(source->text(), annotation.spans.front().end))
      std::abort();
    if (annotation.spans.front().empty() || annotation.spans.front().end > source->text().size())
      std::abort();
  }
  if (write_resolution_json(source->text(), resolution).empty()) std::abort();
  return 0;
}
