// Rows and columns on a terminal: the first column of each row to the left, numbers to the right.
#pragma once

#include <string>
#include <vector>

#include "tools/cli/terminal.h"

namespace clausemark::cli {

// The first row is the head. Columns are as wide as their widest cell; every column but the first stands to
// the right.
std::string table(const std::vector<std::vector<std::string>>& rows, const Terminal& terminal);

}  // namespace clausemark::cli
