#include "web/app/text/soft_wrap.h"

#include <algorithm>

namespace clausemark::app {

std::string soft_wrapped(std::string_view text, float width,
                         const std::function<float(std::string_view)>& measure) {
  std::string shown(text);
  std::size_t line = 0;                        // where it begins
  std::size_t space = std::string_view::npos;  // the last one in it
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool ends = at == text.size() || text[at] == '\n';
    if (!ends && text[at] != ' ') continue;
    if (space != std::string_view::npos && measure(text.substr(line, at - line)) > width) {
      shown[space] = '\n';
      line = space + 1;
    }
    space = ends ? std::string_view::npos : at;
    if (ends) line = at + 1;
  }
  return shown;
}

std::string edited(std::string_view text, std::string_view shown, std::string_view shown_after) {
  const auto most = std::min(shown.size(), shown_after.size());
  std::size_t before = 0;
  while (before < most && shown[before] == shown_after[before]) ++before;
  std::size_t behind = 0;
  while (behind < most - before &&
         shown[shown.size() - 1 - behind] == shown_after[shown_after.size() - 1 - behind])
    ++behind;
  std::string out(text.substr(0, before));
  out += shown_after.substr(before, shown_after.size() - before - behind);
  out += text.substr(text.size() - behind);
  return out;
}

}  // namespace clausemark::app
