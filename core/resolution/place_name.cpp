#include "core/resolution/place_name.h"

#include <algorithm>

namespace clausemark {

std::string place_name(std::string_view path) {
  std::string place;
  bool first = true;
  while (!path.empty()) {
    const auto end = std::min(path.find('.'), path.size());
    const auto step = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (first) {
      first = false;
      if (step.starts_with("pre"))
        place = "preamble, " + std::string(step.substr(3));
      else if (step.starts_with("opp"))
        place = "operative part";
      else if (step.starts_with("op"))
        place = "para. " + std::string(step.substr(2));
      else if (step.starts_with("h"))
        place = "heading";
      else
        place = std::string(step);
    } else if (step.starts_with("-")) {
      place += ", dash " + std::string(step.substr(1));
    } else if (step.starts_with("w") && step.size() > 1) {
      place += ", after the list";
    } else if (step.starts_with("p") && step.size() > 1) {
      place += ", part " + std::string(step.substr(1));
    } else {
      place += " (" + std::string(step) + ")";
    }
  }
  return place;
}

}  // namespace clausemark
