#include "web/app/model/colour_vision.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

namespace clausemark::app {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr double least_difference = 0.055;  // in OKLab; a side by side pair below is easily taken for one

Triple times(const Matrix& matrix, const Triple& v) {
  Triple out{};
  for (std::size_t k = 0; k < 3; ++k)
    out[k] = matrix[k][0] * v[0] + matrix[k][1] * v[1] + matrix[k][2] * v[2];
  return out;
}

// Linear sRGB.
Triple linear(std::string_view hex) {
  const auto value = std::strtoul(std::string(hex.substr(hex.empty() ? 0 : 1)).c_str(), nullptr, 16);
  const auto channel = [](unsigned long part) {
    const double c = static_cast<double>(part & 0xFF) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return {channel(value >> 16), channel(value >> 8), channel(value)};
}

Triple oklab(const Triple& rgb) {
  constexpr Matrix to_cones{{{0.4122214708, 0.5363325363, 0.0514459929},
                             {0.2119034982, 0.6806995451, 0.1073969566},
                             {0.0883024619, 0.2817188376, 0.6299787005}}};
  constexpr Matrix to_lab{{{0.2104542553, 0.7936177850, -0.0040720468},
                           {1.9779984951, -2.4285922050, 0.4505937099},
                           {0.0259040371, 0.7827717662, -0.8086757660}}};
  auto cones = times(to_cones, rgb);
  for (auto& cone : cones) cone = std::cbrt(std::max(0.0, cone));
  return times(to_lab, cones);
}

// What is left of a colour without one kind of cone, in linear sRGB. Grey stays grey.
constexpr Matrix without_long{{{0.11238, 0.88762, 0.0}, {0.11238, 0.88762, 0.0}, {0.00401, -0.00401, 1.0}}};
constexpr Matrix without_middle{{{0.29275, 0.70725, 0.0}, {0.29275, 0.70725, 0.0}, {-0.02234, 0.02234, 1.0}}};

double distance(const Triple& one, const Triple& other) {
  const auto a = oklab(one);
  const auto b = oklab(other);
  return std::sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) +
                   (a[2] - b[2]) * (a[2] - b[2]));
}

}  // namespace

bool hard_to_tell_apart(std::string_view one, std::string_view other) {
  const auto a = linear(one);
  const auto b = linear(other);
  if (distance(a, b) < least_difference) return true;
  for (const auto* eye : {&without_long, &without_middle}) {
    if (distance(times(*eye, a), times(*eye, b)) < least_difference) return true;
  }
  return false;
}

}  // namespace clausemark::app
