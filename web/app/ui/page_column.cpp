#include "web/app/ui/page_column.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {

bool PageColumn::begin(const char* name, Rect area, ImU32 background, float widest, bool back_to_top) {
  area_ = area;
  if (!begin_pane(name, area, background)) {
    ImGui::End();
    return false;
  }
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("parts", ImVec2(area.w, area.h), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
  if (back_to_top) ImGui::SetScrollY(0);
  width_ = std::min(area.w - 64, widest);
  x_ = std::round(area.x + (area.w - width_) * 0.5f);
  origin_ = ImGui::GetCursorScreenPos();
  top_ = origin_.y + 28;
  return true;
}

void PageColumn::end(float y) {
  ImGui::SetCursorScreenPos(origin_);
  ImGui::Dummy(ImVec2(1, y - origin_.y + 80));
  ImGui::EndChild();
  ImGui::End();
}

float PageColumn::heading(Ui& ui, std::string_view text, float y) const {
  if (in_view(y, 32))
    ui.text.run(*ImGui::GetWindowDrawList(), ImVec2(x_, baseline(y, 32, 17)), text, Face::serif_strong, 17,
                ui.theme.ink, width_);
  return y + 38;
}

bool PageColumn::press_row(Ui& ui, const char* id, std::size_t k, float y, float height) const {
  const Rect row{x_ - 8, y, width_ + 16, height};
  bool hovered = false;
  ImGui::PushID(static_cast<int>(k));
  const bool pressed = press_area(ui, id, row, hovered);
  ImGui::PopID();
  if (hovered) ImGui::GetWindowDrawList()->AddRectFilled(row.min(), row.max(), ui.theme.hover, 5);
  return pressed;
}

}  // namespace clausemark::app
