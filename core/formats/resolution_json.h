// A parsed resolution as JSON: document facts, blocks with their acts, references and deadlines, duties to
// report, tasks and diagnostics. Positions are code points of the source text.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/resolution/model.h"

namespace clausemark {

struct ResolutionJsonOptions {
  bool one_line = false;  // without line ends inside, for JSON Lines; otherwise a line for each block
  std::string_view file;  // written as "file" where it is not empty
};

// `text` is the source that `resolution` was parsed from. What is written ends with a line end and is handed
// to `sink` piece by piece, so that the JSON of a long text never stands in memory as a whole.
void write_resolution_json(std::string_view text, const Resolution& resolution,
                           const ResolutionJsonOptions& options,
                           const std::function<void(std::string_view)>& sink);

// The same as one string.
std::string write_resolution_json(std::string_view text, const Resolution& resolution,
                                  const ResolutionJsonOptions& options = {});

}  // namespace clausemark
