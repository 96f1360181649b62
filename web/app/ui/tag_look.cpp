#include "web/app/ui/tag_look.h"

#include <algorithm>

namespace clausemark::app {
namespace {

constexpr std::uint32_t kinds = 6;  // beyond, families share them

}  // namespace

void draw_shape(ImDrawList& list, ImVec2 centre, const TagLook& look) {
  const auto colour = look.colour;
  const auto at = [&](float x, float y) { return ImVec2(centre.x + x, centre.y + y); };
  switch (look.family % kinds) {
    case 0:
      list.AddRectFilled(at(-4, -4), at(4, 4), colour, 2);
      break;
    case 1:
      list.AddTriangleFilled(at(-5, 4), at(0, -4.5f), at(5, 4), colour);
      break;
    case 2:
      list.AddCircleFilled(centre, 4.5f, colour, 20);
      break;
    case 3:
      list.AddQuadFilled(at(-5, 0), at(0, -5), at(5, 0), at(0, 5), colour);
      break;
    case 4:
      list.AddCircle(centre, 3.8f, colour, 20, 2);
      break;
    default:
      list.AddRectFilled(at(-5, -2), at(5, 2), colour, 2);
      break;
  }
}

void draw_underline(ImDrawList& list, float left, float right, float top, const TagLook& look) {
  const auto colour = look.colour;
  const auto piece = [&](float from, float to, float y, float height) {
    if (from < right) list.AddRectFilled(ImVec2(from, y), ImVec2(std::min(to, right), y + height), colour);
  };
  switch (look.family % kinds) {
    case 0:
      piece(left, right, top, 2);
      break;
    case 1:  // double
      piece(left, right, top - 0.5f, 1);
      piece(left, right, top + 1.5f, 1);
      break;
    case 2:  // steps
      for (float x = left; x < right; x += 8) {
        piece(x, x + 4, top - 0.5f, 1.5f);
        piece(x + 4, x + 8, top + 1, 1.5f);
      }
      break;
    case 3:  // thick
      piece(left, right, top - 0.5f, 3);
      break;
    case 4:  // thin
      piece(left, right, top + 0.5f, 1);
      break;
    default:  // dashes and dots
      for (float x = left; x < right; x += 14) {
        piece(x, x + 8, top, 2);
        piece(x + 10, x + 12, top, 2);
      }
      break;
  }
}

}  // namespace clausemark::app
