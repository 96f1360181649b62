#include "web/app/panes/top_bar.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float button_height = 30;

// A curved arrow, to the left for undo and to the right for redo.
void draw_arrow(ImDrawList& list, ImVec2 centre, bool left, ImU32 colour) {
  const float s = left ? -1.0f : 1.0f;
  list.PathLineTo(ImVec2(centre.x - s * 6, centre.y + 4));
  list.PathBezierCubicCurveTo(ImVec2(centre.x - s * 6, centre.y - 5), ImVec2(centre.x + s * 1, centre.y - 4),
                              ImVec2(centre.x + s * 6, centre.y - 1));
  list.PathStroke(colour, 0, 1.6f);
  list.AddLine(ImVec2(centre.x + s * 6, centre.y - 1), ImVec2(centre.x + s * 1.5f, centre.y + 0.5f), colour,
               1.6f);
  list.AddLine(ImVec2(centre.x + s * 6, centre.y - 1), ImVec2(centre.x + s * 4.5f, centre.y - 5.5f), colour,
               1.6f);
}

// A disc, half of it filled.
void draw_half_moon(ImDrawList& list, ImVec2 centre, ImU32 colour) {
  list.AddCircle(centre, 6, colour, 24, 1.5f);
  list.PathArcTo(centre, 6, -1.5708f, 1.5708f, 16);
  list.PathFillConvex(colour);
}

void draw_magnifier(ImDrawList& list, ImVec2 centre, ImU32 colour) {
  list.AddCircle(ImVec2(centre.x - 1.5f, centre.y - 1.5f), 5, colour, 20, 1.6f);
  list.AddLine(ImVec2(centre.x + 2.2f, centre.y + 2.2f), ImVec2(centre.x + 6.5f, centre.y + 6.5f), colour,
               1.8f);
}

bool icon_button(Ui& ui, const char* id, Rect area, bool enabled) {
  bool hovered = false;
  if (!enabled) return false;
  const bool pressed = press_area(ui, id, area, hovered);
  if (hovered) ImGui::GetWindowDrawList()->AddRectFilled(area.min(), area.max(), ui.theme.hover, 6);
  return pressed;
}

}  // namespace

void draw_top_bar(Ui& ui, const ViewModel& view_model, Rect area, bool outlined) {
  if (begin_pane("bar", area, ui.theme.chrome)) {
    auto& list = *ImGui::GetWindowDrawList();
    const auto& view = *view_model.view;
    const float top = area.y + std::round((area.h - button_height) * 0.5f);
    float right = area.x + area.w - 12;
    const auto from_right = [&](float width) {
      right -= width;
      return Rect{right, top, width, button_height};
    };
    const bool roomy = area.w > 860;

    auto icon = from_right(34);
    if (icon_button(ui, "theme", icon, true))
      ui.want(intent::SetTheme{ui.theme.dark ? ThemeChoice::light : ThemeChoice::dark});
    draw_half_moon(list, ImVec2(icon.x + 17, icon.y + 15), ui.theme.ink_soft);
    right -= 8;

    if (button(ui, "save", from_right(button_width(ui, "Save file")), "Save file",
               view.unsaved ? ButtonLook::filled : ButtonLook::outlined))
      ui.want(intent::Save{});
    right -= 8;
    const bool tiny = area.w < 480;  // only what the title does not lead to
    if (!tiny && button(ui, "open", from_right(button_width(ui, "Open")), "Open", ButtonLook::outlined))
      ui.want(intent::ChooseFile{});
    right -= 12;

    const bool can_redo = !view_model.redo_name.empty();
    icon = from_right(34);
    if (icon_button(ui, "redo", icon, can_redo)) ui.want(intent::Redo{});
    draw_arrow(list, ImVec2(icon.x + 17, icon.y + 15), false,
               with_alpha(ui.theme.ink, can_redo ? 0.8f : 0.25f));
    const bool can_undo = !view_model.undo_name.empty();
    icon = from_right(34);
    if (icon_button(ui, "undo", icon, can_undo)) ui.want(intent::Undo{});
    draw_arrow(list, ImVec2(icon.x + 17, icon.y + 15), true,
               with_alpha(ui.theme.ink, can_undo ? 0.8f : 0.25f));
    icon = from_right(34);
    if (!tiny) {
      if (icon_button(ui, "find", icon, true)) ui.want(intent::Find{});
      draw_magnifier(list, ImVec2(icon.x + 17, icon.y + 15), with_alpha(ui.theme.ink, 0.8f));
    } else {
      right += 34;
    }
    right -= 8;

    const bool summary = view.main == MainView::summary;
    if (area.w > 700 && button(ui, "summary", from_right(button_width(ui, "Summary")),
                               summary ? "Text" : "Summary", ButtonLook::quiet))
      ui.want(intent::ShowMain{summary ? MainView::reading : MainView::summary});

    const bool compared = view.main == MainView::comparison;
    if (roomy && !view_model.other_name.empty() &&
        button(ui, "compare", from_right(button_width(ui, "Compare")), compared ? "Text" : "Compare",
               ButtonLook::quiet))
      ui.want(intent::ShowMain{compared ? MainView::reading : MainView::comparison});

    const auto left = tiny ? 0 : view_model.suggestions.size();
    const auto review =
        left == 0 ? std::string(view.filter.empty() ? "Review done" : "None shown")
                  : (roomy ? "Review  " + std::to_string(left) + " left" : "Review " + std::to_string(left));
    if (!tiny &&
        button(ui, "review", from_right(button_width(ui, review)), review, ButtonLook::quiet, left > 0))
      ui.want(intent::Step{1});
    // Where the work is kept is said as long as the title has its room; what has gone wrong, always.
    const float x = area.x + (outlined ? 20 : 52);
    const float title = ui.text.run_width(view_model.title, Face::ui_strong, 15);
    const float width = ui.text.run_width(view_model.kept, Face::ui, small_size);
    if (width > 0 && (view_model.kept_badly || right - x - width - 12 > title + 36)) {
      right -= width + 12;
      ui.text.run(list, ImVec2(right, baseline(top, button_height, small_size)), view_model.kept, Face::ui,
                  small_size, view_model.kept_badly ? ui.theme.danger : ui.theme.ink_faint);
    }

    // The title leads to the other documents.
    if (!outlined) {
      const Rect place{area.x + 8, top, 34, button_height};
      if (icon_button(ui, "outline", place, true)) ui.want(intent::ShowSheet{Sheet::outline});
      for (int k = 0; k < 3; ++k) {
        const float y = place.y + 10 + 5 * static_cast<float>(k);
        const float indent = k == 0 ? 0.0f : 4.0f;
        list.AddRectFilled(ImVec2(place.x + 10 + indent, y), ImVec2(place.x + 25, y + 1.6f),
                           ui.theme.ink_soft);
      }
    }
    const float base = baseline(area.y, area.h, 15);
    const float room = right - x - 36;
    const float shown = std::min(title, std::max(24.0f, room));
    bool hovered = false;
    if (press_area(ui, "documents", {x - 8, top, shown + 34, button_height}, hovered))
      ui.want(intent::ShowSheet{Sheet::documents});
    if (hovered)
      list.AddRectFilled(ImVec2(x - 8, top), ImVec2(x + shown + 26, top + button_height), ui.theme.hover, 6);
    ui.text.run(list, ImVec2(x, base), view_model.title, Face::ui_strong, 15, ui.theme.ink, shown);
    const ImVec2 tip(x + shown + 13, area.y + area.h * 0.5f + 3);
    list.PathLineTo(ImVec2(tip.x - 4, tip.y - 4));
    list.PathLineTo(tip);
    list.PathLineTo(ImVec2(tip.x + 4, tip.y - 4));
    list.PathStroke(ui.theme.ink_faint, 0, 1.5f);
    if (room - shown > 220) {
      ui.text.run(list, ImVec2(x + shown + 34, base), view_model.subtitle, Face::ui, 13, ui.theme.ink_faint,
                  room - shown - 14);
    }
    hairline(ui.theme, {area.x, area.y + area.h - 1, area.w, 1});
  }
  ImGui::End();
}

}  // namespace clausemark::app
