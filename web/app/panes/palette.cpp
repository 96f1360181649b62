#include "web/app/panes/palette.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float row_height = 28;
constexpr float inset = 12;

}  // namespace

float draw_palette(Ui& ui, const ViewModel& view_model, Rect area) {
  if (view_model.view->selection.empty()) return 0;
  const float width = std::min(area.w - 32, 760.0f);

  // A grid of equal columns, as many as the widest name allows.
  const auto& tags = view_model.tags->tags;
  float widest = 0;
  for (const auto& tag : tags) widest = std::max(widest, ui.text.run_width(tag.name, Face::ui, 13));
  const auto columns =
      std::max<std::size_t>(1, static_cast<std::size_t>((width - 2 * inset) / (widest + 52)));
  const float column = std::floor((width - 2 * inset) / static_cast<float>(columns));
  const auto rows = (tags.size() + columns - 1) / columns;
  const float wanted = static_cast<float>(rows) * row_height + 2 * inset;
  const float height = std::min(wanted, std::max(3 * row_height, area.h * 0.5f));
  const Rect card{std::round(area.x + (area.w - width) * 0.5f), area.y + area.h - height - 12, width, height};
  if (begin_floating_pane("palette", {card.x, card.y, card.w, card.h + 4})) {
    raised_card(ui.theme, card);
    // Where the pane is low, the tags scroll.
    ImGui::SetCursorScreenPos(card.min());
    ImGui::BeginChild("tags", ImVec2(card.w, card.h), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    auto& list = *ImGui::GetWindowDrawList();
    const float top = ImGui::GetCursorScreenPos().y + inset;
    for (std::size_t k = 0; k < tags.size(); ++k) {
      const auto row = static_cast<float>(k / columns);
      const Rect place{card.x + inset + static_cast<float>(k % columns) * column, top + row * row_height,
                       column, row_height};
      bool hovered = false;
      ImGui::PushID(static_cast<int>(k));
      if (press_area(ui, "tag", place, hovered)) ui.want(intent::ApplyTag{tags[k].id});
      ImGui::PopID();
      if (hovered) list.AddRectFilled(place.min(), place.max(), ui.theme.hover, 6);
      key_cap(ui, ImVec2(place.x + 6, place.y + 5), tags[k].key);
      tag_chip(ui, ImVec2(place.x + 32, place.y + 6), tags[k].name, tag_colour(tags[k].colour, ui.theme),
               false);
    }
    ImGui::SetCursorScreenPos(ImVec2(card.x, top));
    ImGui::Dummy(ImVec2(1, wanted - 2 * inset));
    ImGui::EndChild();
  }
  ImGui::End();
  return height + 12;
}

}  // namespace clausemark::app
