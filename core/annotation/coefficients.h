// Coefficients of agreement between coders: pure arithmetic over tables, without any knowledge of texts. A
// coefficient that is not defined (nothing to compare, or no variation at all) is empty.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/text/range.h"

namespace clausemark {

// For each unit the category that each coder gave it, from 0 on; `missing` where a coder gave none.
using Ratings = std::vector<std::vector<int>>;
constexpr int missing = -1;

using Coefficient = std::optional<double>;

// Two coders; units that one of them left out do not count. J. Cohen, "A coefficient of agreement for nominal
// scales", Educational and Psychological Measurement 20 (1960).
Coefficient cohen_kappa(const Ratings& ratings);

// Any number of coders, each unit coded by the same number of them; units with fewer do not count. J. L.
// Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971).
Coefficient fleiss_kappa(const Ratings& ratings);

// Any number of coders, missing values allowed; nominal difference. K. Krippendorff, "Computing
// Krippendorff's alpha-reliability" (2011), section C.
Coefficient krippendorff_alpha(const Ratings& ratings);

// For each coder the units marked with one category on a continuum: not empty, in ascending order, not
// overlapping.
using Units = std::vector<std::vector<Range>>;

// Observed and expected disagreement about one category, as 4.3 of the paper defines them, and the
// coefficient.
struct Unitizing {
  double observed = 0;
  double expected = 0;
  Coefficient alpha() const;
};

// How two or more coders find units with one category on a continuum of `length`. K. Krippendorff, "Measuring
// the reliability of qualitative text analysis data", Quality and Quantity 38 (2004). For several categories
// together, add up what is observed and what is expected.
Unitizing unitizing(const Units& units, std::uint32_t length);

}  // namespace clausemark
