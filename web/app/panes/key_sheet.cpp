#include "web/app/panes/key_sheet.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float inset = 24;
constexpr float row_height = 28;
constexpr float head_height = 40;
constexpr float column_gap = 32;

}  // namespace

void draw_key_sheet(Ui& ui, const ViewModel& view_model, Rect window) {
  if (view_model.view->sheet != Sheet::keys) return;
  const auto& rows = view_model.keys;
  const float width = std::min(980.0f, window.w - 24);
  const auto columns = width > 840 ? 3 : width > 560 ? 2 : 1;
  const float column = std::floor((width - 2 * inset - static_cast<float>(columns - 1) * column_gap) /
                                  static_cast<float>(columns));

  // Groups stay whole; each goes to the column that is lowest so far, the largest first.
  struct Group {
    std::size_t first = 0;
    std::size_t count = 0;
    int column = 0;
    float y = 0;
  };
  std::vector<Group> groups;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (groups.empty() || rows[groups.back().first].group != rows[k].group) groups.push_back({k, 0, 0, 0});
    ++groups.back().count;
  }
  std::vector<float> heights(static_cast<std::size_t>(columns), 0);
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.count > b.count; });
  for (auto& group : groups) {
    const auto lowest = std::min_element(heights.begin(), heights.end());
    group.column = static_cast<int>(lowest - heights.begin());
    group.y = *lowest;
    *lowest += head_height + static_cast<float>(group.count) * row_height + 12;
  }
  const float wanted = *std::max_element(heights.begin(), heights.end()) + 2 * inset - 12;
  const float height = std::min(wanted, window.h - 32);
  const Rect card{std::round(window.x + (window.w - width) * 0.5f),
                  std::round(window.y + (window.h - height) * 0.5f), width, height};
  if (!begin_sheet(ui, "keys", window, card)) return;
  ImGui::SetCursorScreenPos(card.min());
  ImGui::BeginChild("groups", ImVec2(card.w, card.h), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
  auto& list = *ImGui::GetWindowDrawList();
  const auto origin = ImGui::GetCursorScreenPos();
  for (const auto& group : groups) {
    const float x = origin.x + inset + static_cast<float>(group.column) * (column + column_gap);
    const float top = origin.y + inset - 6 + group.y;
    ui.text.run(list, ImVec2(x, baseline(top, head_height, 13)), rows[group.first].group, Face::ui_strong, 13,
                ui.theme.accent);
    for (std::size_t k = 0; k < group.count; ++k) {
      const auto& row = rows[group.first + k];
      const float y = top + head_height + static_cast<float>(k) * row_height;
      float left = key_caps(ui, x + column, y + 4, row.keys);
      if (!row.also.empty()) left = key_caps(ui, left - 4, y + 4, row.also);
      ui.text.run(list, ImVec2(x, baseline(y, row_height, 13)), row.name, Face::ui, 13, ui.theme.ink,
                  left - x - 8);
    }
  }
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy(ImVec2(1, wanted));
  ImGui::EndChild();
  ImGui::End();
}

}  // namespace clausemark::app
