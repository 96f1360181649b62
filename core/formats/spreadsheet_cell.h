// Cells as spreadsheets read them.
#pragma once

#include <string_view>

namespace clausemark {

// Whether a spreadsheet would take a cell for a formula, also behind spaces, or the cell begins with the
// apostrophe that guards against it (OWASP, "CSV injection"). Such a cell gets an apostrophe before it.
constexpr bool is_guarded(std::string_view cell) {
  const auto first = cell.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r\n'").find(cell[first]) != std::string_view::npos;
}

}  // namespace clausemark
