// "2374 (2017)": the number and year by which a resolution of the Security Council is cited.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clausemark {

struct NumberedSymbol {
  std::string symbol;     // "S/RES/2374 (2017)"; empty where none stands
  std::uint32_t end = 0;  // the byte behind ")"
};

NumberedSymbol numbered_symbol_at(std::string_view text, std::uint32_t at);

}  // namespace clausemark
