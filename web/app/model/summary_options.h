// How the reader wants the summary.
#pragma once

#include <cstdint>

namespace clausemark::app {

enum class SummaryColumn : std::uint8_t { place, who, what, when };

struct SummaryOptions {
  bool suggestions = true;  // open ones count as well
  SummaryColumn sort = SummaryColumn::place;
  bool descending = false;
  friend bool operator==(const SummaryOptions&, const SummaryOptions&) = default;
};

}  // namespace clausemark::app
