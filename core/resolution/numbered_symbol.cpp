#include "core/resolution/numbered_symbol.h"

#include "core/resolution/scan.h"

namespace clausemark {

NumberedSymbol numbered_symbol_at(std::string_view text, std::uint32_t at) {
  constexpr std::int32_t first_year = 1946;
  std::uint32_t end = at;
  const auto number = scan::number_at(text, at, end);
  if (number <= 0 || end - at > 4) return {};
  const auto open = scan::skip_spaces(text, end);
  if (open >= text.size() || text[open] != '(') return {};
  std::uint32_t close = open + 1;
  const auto year = scan::number_at(text, open + 1, close);
  if (close - open != 5 || year < first_year || year > 2199 || close >= text.size() || text[close] != ')')
    return {};
  return {"S/RES/" + std::to_string(number) + " (" + std::to_string(year) + ")", close + 1};
}

}  // namespace clausemark
