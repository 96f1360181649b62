// Any bytes as a file of another tool: they are refused with a reason, or become a project that can be saved,
// loaded and written in every format. The first byte chooses the format; what stands behind a line of "----"
// is the text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/formats/exchange/exchange.h"
#include "core/formats/project_json.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clausemark;
  if (size == 0) return 0;
  const auto formats = exchange_formats();
  const auto& format = formats[data[0] % formats.size()];
  const std::string_view rest(reinterpret_cast<const char*>(data + 1), size - 1);
  constexpr std::string_view divider = "\n----\n";
  const auto at = rest.find(divider);
  const auto text = at == std::string_view::npos ? std::string_view() : rest.substr(at + divider.size());
  if (!utf8::is_valid(text)) return 0;  // as SourceText gives it
  const auto imported = format.read({rest.substr(0, at), text});
  if (!imported) {
    if (imported.error().message.empty()) std::abort();
    return 0;
  }
  const auto loaded = load_project(save_project(imported->project));
  if (!loaded || !(*loaded == imported->project)) std::abort();
  for (const auto& other : formats) {
    const auto exported = other.write({&imported->project, 1}, {.suggestions = true});
    const auto back = other.read({exported.files[0].bytes, imported->project.text});
    if (!back || back->project.text != imported->project.text) std::abort();
  }
  return 0;
}
