#include "web/app/panes/context_menu.h"

#include <algorithm>

namespace clausemark::app {
namespace {

constexpr float row_height = 30;
constexpr float inset = 6;
constexpr float least_width = 220;

}  // namespace

void draw_context_menu(Ui& ui, const ViewModel& view_model, Rect window) {
  const auto& menu = view_model.view->menu;
  const auto& rows = view_model.menu;
  if (!menu || rows.empty()) return;
  float width = least_width;
  for (const auto& row : rows) width = std::max(width, ui.text.run_width(row.name, Face::ui, 13) + 120);
  const float height = static_cast<float>(rows.size()) * row_height + 2 * inset;
  const Rect card{std::clamp(menu->x, 4.0f, std::max(4.0f, window.w - width - 4)),
                  std::clamp(menu->y, 4.0f, std::max(4.0f, window.h - height - 4)), width, height};
  if (!begin_overlay("menu", window)) return;
  raised_card(ui.theme, card);
  ui.cursor = "default";
  auto& list = *ImGui::GetWindowDrawList();
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const Rect place{card.x + inset, card.y + inset + static_cast<float>(k) * row_height, card.w - 2 * inset,
                     row_height};
    bool hovered = false;
    ImGui::PushID(static_cast<int>(k));
    if (press_area(ui, "row", place, hovered)) ui.want(rows[k].intent);
    ImGui::PopID();
    if (hovered) list.AddRectFilled(place.min(), place.max(), ui.theme.hover, 5);
    if (!rows[k].key.empty()) key_caps(ui, place.x + place.w - 8, place.y + 5, rows[k].key);
    ui.text.run(list, ImVec2(place.x + 10, baseline(place.y, place.h, 13)), rows[k].name, Face::ui, 13,
                ui.theme.ink, place.w - 20);
  }
  const bool pressed =
      ImGui::IsMouseClicked(ImGuiMouseButton_Left) || ImGui::IsMouseClicked(ImGuiMouseButton_Right);
  if (pressed && !card.contains(ImGui::GetIO().MousePos)) ui.want(intent::Dismiss{});
  ImGui::End();
}

}  // namespace clausemark::app
