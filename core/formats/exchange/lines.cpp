#include "core/formats/exchange/lines.h"

#include <charconv>

#include "core/text/utf8.h"

namespace clausemark {

Result<void> check_lines(std::string_view bytes) {
  if (utf8::is_valid(bytes)) return {};
  std::string wrong;
  for_each_line(bytes, [&](std::string_view line, const std::string& where) {
    if (wrong.empty() && !utf8::is_valid(line)) wrong = where;
  });
  return refuse(ErrorCode::bad_value, "the file is not valid UTF-8", wrong);
}

std::vector<std::string_view> fields_of(std::string_view line, char separator, std::size_t most) {
  std::vector<std::string_view> fields;
  while (fields.size() + 1 < most) {
    const auto end = line.find(separator);
    if (end == std::string_view::npos) break;
    fields.push_back(line.substr(0, end));
    line.remove_prefix(end + 1);
  }
  fields.push_back(line);
  return fields;
}

std::optional<std::uint32_t> number_in(std::string_view field) {
  std::uint32_t value = 0;
  const auto [behind, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || behind != field.data() + field.size()) return std::nullopt;
  return value;
}

}  // namespace clausemark
