// The structure of a resolution as JSON, for other programs: what `clausemark parse --json` prints. Offsets
// are Unicode code points into the text, half open.
#pragma once

#include <string>
#include <string_view>

#include "core/resolution/model.h"

namespace clausemark {

// `text` is the source that `resolution` was parsed from.
std::string write_resolution_json(std::string_view text, const Resolution& resolution);

}  // namespace clausemark
