// Files of lines: their lines with numbers, the fields of a line, numbers in a field.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace clausemark {

// Calls take(line, "line 7") for each line, empty ones too. Line ends are LF or CR LF.
template <class Take>
void for_each_line(std::string_view bytes, Take take) {
  std::size_t number = 1;
  for (std::size_t at = 0; at < bytes.size(); ++number) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    auto line = bytes.substr(at, end - at);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    take(line, "line " + std::to_string(number));
    at = end + 1;
  }
}

// Refuses `bad_value` with the first line that is not valid UTF-8.
Result<void> check_lines(std::string_view bytes);

// What stands between separators; at most `most` fields, the last of which has the rest.
std::vector<std::string_view> fields_of(std::string_view line, char separator, std::size_t most = SIZE_MAX);

// A decimal number and nothing else.
std::optional<std::uint32_t> number_in(std::string_view field);

}  // namespace clausemark
