#include "tools/cli/table.h"

#include <algorithm>

namespace clausemark::cli {

std::string table(const std::vector<std::vector<std::string>>& rows, const Terminal& terminal) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t k = 0; k < row.size(); ++k) widths[k] = std::max(widths[k], columns_of(row[k]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t k = 0; k < row.size(); ++k) {
      const std::string gap(widths[k] - columns_of(row[k]), ' ');
      if (k > 0) line += "  ";
      line += k == 0 ? row[k] + gap : gap + row[k];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += "  " + (&row == &rows.front() ? terminal.faint(line) : line) + "\n";
  }
  return out;
}

}  // namespace clausemark::cli
