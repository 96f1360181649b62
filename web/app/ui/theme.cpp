#include "web/app/ui/theme.h"

#include <cstdlib>
#include <string>

namespace clausemark::app {

namespace {

const Theme& light_theme() {
  static const Theme theme{
      false,
      IM_COL32(0xFB, 0xFA, 0xF7, 255),  // paper
      IM_COL32(0xF4, 0xF2, 0xED, 255),  // chrome
      IM_COL32(0xFF, 0xFF, 0xFF, 255),  // raised
      IM_COL32(0x1F, 0x23, 0x28, 255),  // ink
      IM_COL32(0x5A, 0x5E, 0x64, 255),  // ink_soft
      IM_COL32(0x75, 0x78, 0x7D, 255),  // ink_faint
      IM_COL32(0x1F, 0x23, 0x28, 30),   // hairline
      IM_COL32(0x1F, 0x23, 0x28, 14),   // hover
      IM_COL32(0x1A, 0x5F, 0xB4, 255),  // accent
      IM_COL32(0xFF, 0xFF, 0xFF, 255),  // on_accent
      IM_COL32(0x1A, 0x5F, 0xB4, 52),   // selection
      IM_COL32(0xF2, 0xC1, 0x2E, 255),  // found
      IM_COL32(0xB0, 0x24, 0x18, 255),  // danger
      IM_COL32(0x1F, 0x23, 0x28, 22),   // shadow
  };
  return theme;
}

const Theme& dark_theme() {
  static const Theme theme{
      true,
      IM_COL32(0x1B, 0x1D, 0x21, 255),  // paper
      IM_COL32(0x16, 0x18, 0x1B, 255),  // chrome
      IM_COL32(0x26, 0x29, 0x2E, 255),  // raised
      IM_COL32(0xE6, 0xE4, 0xDF, 255),  // ink
      IM_COL32(0xA9, 0xA8, 0xA4, 255),  // ink_soft
      IM_COL32(0x8B, 0x8B, 0x89, 255),  // ink_faint
      IM_COL32(0xE6, 0xE4, 0xDF, 30),   // hairline
      IM_COL32(0xE6, 0xE4, 0xDF, 16),   // hover
      IM_COL32(0x6F, 0xA8, 0xE8, 255),  // accent
      IM_COL32(0x10, 0x14, 0x1A, 255),  // on_accent
      IM_COL32(0x6F, 0xA8, 0xE8, 64),   // selection
      IM_COL32(0xA8, 0x7A, 0x12, 255),  // found
      IM_COL32(0xE8, 0x7A, 0x6E, 255),  // danger
      IM_COL32(0, 0, 0, 90),            // shadow
  };
  return theme;
}

// Ink, soft ink and lines of a theme drawn out to the ends of the scale.
Theme drawn_out(Theme theme) {
  const ImU32 far = theme.dark ? IM_COL32(255, 255, 255, 255) : IM_COL32(0, 0, 0, 255);
  const ImU32 near = theme.dark ? IM_COL32(0, 0, 0, 255) : IM_COL32(255, 255, 255, 255);
  theme.paper = theme.chrome = near;
  theme.ink = far;
  theme.ink_soft = theme.ink_faint =
      theme.dark ? IM_COL32(0xE8, 0xE8, 0xE8, 255) : IM_COL32(0x24, 0x24, 0x24, 255);
  theme.hairline = with_alpha(far, 0.7f);
  theme.hover = with_alpha(far, 0.14f);
  theme.accent = theme.dark ? IM_COL32(0x8C, 0xC2, 0xFF, 255) : IM_COL32(0x00, 0x3E, 0x9E, 255);
  theme.selection = with_alpha(theme.accent, 0.4f);
  theme.danger = theme.dark ? IM_COL32(0xFF, 0xA0, 0x94, 255) : IM_COL32(0x96, 0x10, 0x06, 255);
  return theme;
}

}  // namespace

const Theme& theme_for(bool dark, bool high_contrast) {
  static const Theme light_drawn_out = drawn_out(light_theme());
  static const Theme dark_drawn_out = drawn_out(dark_theme());
  if (high_contrast) return dark ? dark_drawn_out : light_drawn_out;
  return dark ? dark_theme() : light_theme();
}

ImU32 with_alpha(ImU32 colour, float alpha) {
  return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha * 255.0f + 0.5f) << IM_COL32_A_SHIFT);
}

ImU32 tag_colour(std::string_view hex, const Theme& theme) {
  if (hex.size() != 7) return theme.ink_soft;
  const auto value = std::strtoul(std::string(hex.substr(1)).c_str(), nullptr, 16);
  auto lift = [&](unsigned long part) {
    const float channel = static_cast<float>(part & 0xFF);
    return static_cast<int>(theme.dark ? channel + (255.0f - channel) * 0.34f : channel);
  };
  return IM_COL32(lift(value >> 16), lift(value >> 8), lift(value), 255);
}

}  // namespace clausemark::app
