// Reads whole collections: many texts on all cores, one JSON object a line, in the order of the files.
#pragma once

#include <string>
#include <vector>

namespace clausemark::cli {

// Files are read as they are named; of a folder all .txt files below it, sorted by path. A file that cannot
// be read is told on standard error and left out, and the exit code is 1; the others are written. `jobs` 0 is
// one for each core.
int parse_collection(const std::vector<std::string>& paths, unsigned jobs);

}  // namespace clausemark::cli
