// How a tag looks wherever it is shown: its colour and, as a second cue for readers who see colours
// otherwise, a shape beside its name and a pattern below words, which its family shares.
#pragma once

#include <cstdint>
#include <imgui.h>
#include <string_view>

#include "web/app/ui/theme.h"

namespace clausemark::app {

struct TagLook {
  ImU32 colour = 0;
  std::uint32_t family = 0;  // the number of its group in the tag set
};

// A tag's colour is "#RRGGBB" on a light page.
inline TagLook tag_look(std::string_view colour, std::uint32_t family, const Theme& theme) {
  return {tag_colour(colour, theme), family};
}

// The shape of a tag, about 8 pixels wide.
void draw_shape(ImDrawList& list, ImVec2 centre, const TagLook& look);

// A line below words from `left` to `right`, 2 to 3 pixels high.
void draw_underline(ImDrawList& list, float left, float right, float top, const TagLook& look);

}  // namespace clausemark::app
