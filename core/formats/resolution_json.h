// A parsed resolution as JSON: document facts, blocks with their acts, references and deadlines, duties to
// report, tasks and diagnostics. Positions are code points of the source text.
#pragma once

#include <string>
#include <string_view>

#include "core/resolution/model.h"

namespace clausemark {

struct ResolutionJsonOptions {
  bool one_line = false;  // without line ends inside, for JSON Lines; otherwise a line for each block
  std::string_view file;  // written as "file" where it is not empty
};

// `text` is the source that `resolution` was parsed from. The result ends with a line end.
std::string write_resolution_json(std::string_view text, const Resolution& resolution,
                                  const ResolutionJsonOptions& options = {});

}  // namespace clausemark
