#include "core/annotation/coefficients.h"

#include <algorithm>
#include <map>

namespace clausemark {
namespace {

// 1 - observed / expected disagreement, or the same with agreements, where chance leaves room for any.
Coefficient above_chance(double observed_agreement, double expected_agreement) {
  if (expected_agreement >= 1) return std::nullopt;
  return (observed_agreement - expected_agreement) / (1 - expected_agreement);
}

}  // namespace

Coefficient cohen_kappa(const Ratings& ratings) {
  std::map<int, double> first;
  std::map<int, double> second;
  double agreed = 0;
  double units = 0;
  for (const auto& unit : ratings) {
    if (unit.size() != 2 || unit[0] == missing || unit[1] == missing) continue;
    ++first[unit[0]];
    ++second[unit[1]];
    agreed += unit[0] == unit[1] ? 1 : 0;
    ++units;
  }
  if (units == 0) return std::nullopt;
  double by_chance = 0;
  for (const auto& [category, count] : first) by_chance += count * second[category];
  return above_chance(agreed / units, by_chance / (units * units));
}

Coefficient fleiss_kappa(const Ratings& ratings) {
  std::size_t coders = 0;
  for (const auto& unit : ratings) coders = std::max(coders, unit.size());
  if (coders < 2) return std::nullopt;
  std::map<int, double> totals;
  double agreement = 0;
  double units = 0;
  for (const auto& unit : ratings) {
    if (unit.size() != coders || std::find(unit.begin(), unit.end(), missing) != unit.end()) continue;
    std::map<int, double> counts;
    for (const int category : unit) ++counts[category];
    double pairs = 0;
    for (const auto& [category, count] : counts) {
      pairs += count * (count - 1);
      totals[category] += count;
    }
    agreement += pairs / static_cast<double>(coders * (coders - 1));
    ++units;
  }
  if (units == 0) return std::nullopt;
  double by_chance = 0;
  for (const auto& [category, count] : totals) {
    const double share = count / (units * static_cast<double>(coders));
    by_chance += share * share;
  }
  return above_chance(agreement / units, by_chance);
}

Coefficient krippendorff_alpha(const Ratings& ratings) {
  std::map<int, double> totals;  // pairable values of each category
  double matching = 0;           // the diagonal of the coincidence matrix
  for (const auto& unit : ratings) {
    std::map<int, double> counts;
    for (const int category : unit)
      if (category != missing) ++counts[category];
    double values = 0;
    for (const auto& row : counts) values += row.second;
    if (values < 2) continue;
    for (const auto& [category, count] : counts) {
      matching += count * (count - 1) / (values - 1);
      totals[category] += count;
    }
  }
  double all = 0;
  double same = 0;
  for (const auto& [category, count] : totals) {
    all += count;
    same += count * (count - 1);
  }
  if (all < 2) return std::nullopt;
  return above_chance(matching / all, same / (all * (all - 1)));
}

namespace {

double square(double x) { return x * x; }

// The gaps that a coder left between units: before, between and behind them, those of no length left out.
std::vector<Range> gaps_of(const std::vector<Range>& units, std::uint32_t length) {
  std::vector<Range> gaps;
  std::uint32_t from = 0;
  for (const auto& unit : units) {
    if (unit.start > from) gaps.push_back({from, unit.start});
    from = unit.end;
  }
  if (length > from) gaps.push_back({from, length});
  return gaps;
}

// Squared distances between the units of two coders where they overlap, and the squared length of each unit
// that lies whole in a gap of the other. One sweep.
double disagreement(const std::vector<Range>& one, const std::vector<Range>& other, std::uint32_t length) {
  double sum = 0;
  std::size_t from = 0;
  for (const auto& unit : one) {
    while (from < other.size() && other[from].end <= unit.start) ++from;
    for (auto k = from; k < other.size() && other[k].start < unit.end; ++k) {
      sum += square(static_cast<double>(unit.start) - other[k].start) +
             square(static_cast<double>(unit.end) - other[k].end);
    }
  }
  const auto lonely = [&](const std::vector<Range>& units, const std::vector<Range>& gaps) {
    std::size_t gap = 0;
    for (const auto& unit : units) {
      while (gap < gaps.size() && gaps[gap].end <= unit.start) ++gap;
      if (gap < gaps.size() && gaps[gap].contains(unit)) sum += square(unit.size());
    }
  };
  lonely(one, gaps_of(other, length));
  lonely(other, gaps_of(one, length));
  return sum;
}

}  // namespace

Coefficient Unitizing::alpha() const {
  if (expected <= 0) return std::nullopt;
  return 1 - observed / expected;
}

Unitizing unitizing(const Units& units, std::uint32_t length) {
  Unitizing result;
  const auto coders = static_cast<double>(units.size());
  const auto whole = static_cast<double>(length);
  if (coders < 2 || length == 0) return result;
  for (std::size_t i = 0; i < units.size(); ++i)
    for (std::size_t j = i + 1; j < units.size(); ++j)
      result.observed += 2 * disagreement(units[i], units[j], length);
  result.observed /= coders * (coders - 1) * whole * whole;

  // How many places a unit of some length has in the gaps of all coders: their lengths in descending order,
  // with running sums.
  std::vector<double> gaps;
  double count = 0;
  double taken = 0;
  for (const auto& one : units) {
    for (const auto& gap : gaps_of(one, length)) gaps.push_back(gap.size());
    for (const auto& unit : one) taken += square(unit.size()) - unit.size();
    count += static_cast<double>(one.size());
  }
  std::sort(gaps.rbegin(), gaps.rend());
  std::vector<double> sums{0};
  for (const auto gap : gaps) sums.push_back(sums.back() + gap);
  double sum = 0;
  for (const auto& one : units) {
    for (const auto& unit : one) {
      const double l = unit.size();
      const auto fitting = static_cast<std::size_t>(
          std::upper_bound(gaps.begin(), gaps.end(), l, [](double a, double b) { return a > b; }) -
          gaps.begin());
      const double places = sums[fitting] - static_cast<double>(fitting) * (l - 1);
      sum += (count - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * places;
    }
  }
  const double pairs = coders * whole * (coders * whole - 1) - taken;
  if (pairs > 0) result.expected = 2 / whole * sum / pairs;
  return result;
}

}  // namespace clausemark
