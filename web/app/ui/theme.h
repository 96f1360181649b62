// The colours of the reading room, light and dark.
#pragma once

#include <imgui.h>
#include <string_view>

namespace clausemark::app {

struct Theme {
  bool dark = false;
  ImU32 paper;   // behind the text
  ImU32 chrome;  // bar and side panes
  ImU32 raised;  // cards, palette, messages
  ImU32 ink;
  ImU32 ink_soft;   // secondary text, about 65%
  ImU32 ink_faint;  // hints
  ImU32 hairline;
  ImU32 hover;
  ImU32 accent;
  ImU32 on_accent;
  ImU32 selection;
  ImU32 found;  // behind what the search has found
  ImU32 danger;
  ImU32 shadow;
};

// With high contrast, text stands at 12:1 or more and lines are seen by everybody.
const Theme& theme_for(bool dark, bool high_contrast);

// The same colour with another opacity, 0 to 1.
ImU32 with_alpha(ImU32 colour, float alpha);

// A tag's colour "#RRGGBB" as it stands on this theme: lifted towards white where the page is dark.
ImU32 tag_colour(std::string_view hex, const Theme& theme);

}  // namespace clausemark::app
