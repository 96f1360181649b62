#include "web/app/panes/outline_pane.h"

#include <algorithm>

namespace clausemark::app {
namespace {

constexpr float row_height = 28;

}  // namespace

void OutlinePane::draw(Ui& ui, const ViewModel& view_model, Rect area, std::uint32_t reading) {
  if (begin_pane("outline", area, ui.theme.chrome)) {
    draw_rows(ui, view_model, area, reading);
    hairline(ui.theme, {area.x + area.w - 1, area.y, 1, area.h});
  }
  ImGui::End();
}

void OutlinePane::draw_sheet(Ui& ui, const ViewModel& view_model, Rect window, std::uint32_t reading) {
  if (view_model.view->sheet != Sheet::outline) return;
  const Rect card{window.x + 8, window.y + 52, std::min(360.0f, window.w - 16), window.h - 60};
  if (!begin_sheet(ui, "outline sheet", window, card)) return;
  draw_rows(ui, view_model, card, reading);
  ImGui::End();
}

void OutlinePane::draw_rows(Ui& ui, const ViewModel& view_model, Rect area, std::uint32_t reading) {
  const auto& rows = view_model.outline;
  const auto after = std::partition_point(rows.begin(), rows.end(),
                                          [&](const OutlineRow& row) { return row.reading <= reading; });
  const auto current =
      after == rows.begin() ? std::size_t{0} : static_cast<std::size_t>(after - rows.begin()) - 1;
  ImGui::SetCursorScreenPos(ImVec2(area.x, area.y + 8));
  ImGui::BeginChild("rows", ImVec2(area.w, area.h - 8), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
  if (current != current_) {
    current_ = current;
    const float top = static_cast<float>(current) * row_height;
    const float shown = ImGui::GetScrollY();
    if (top < shown || top + 2 * row_height > shown + area.h)
      ImGui::SetScrollY(std::max(0.0f, top - area.h * 0.4f));
  }
  auto& list = *ImGui::GetWindowDrawList();
  const float origin = ImGui::GetCursorScreenPos().y;
  const float scroll = ImGui::GetScrollY();
  const auto first = static_cast<std::size_t>(std::max(0.0f, scroll / row_height));
  const auto last =
      std::min(view_model.outline.size(), first + static_cast<std::size_t>(area.h / row_height) + 2);
  for (std::size_t k = first; k < last; ++k) {
    const auto& row = view_model.outline[k];
    const Rect line{area.x + 8, origin + static_cast<float>(k) * row_height, area.w - 20, row_height};
    bool hovered = false;
    ImGui::PushID(static_cast<int>(k));
    if (press_area(ui, "row", line, hovered)) ui.want(intent::GoTo{row.reading});
    ImGui::PopID();
    if (hovered || k == current) list.AddRectFilled(line.min(), line.max(), ui.theme.hover, 5);
    if (k == current)
      list.AddRectFilled(ImVec2(line.x, line.y + 6), ImVec2(line.x + 3, line.y + line.h - 6), ui.theme.accent,
                         1.5f);
    const float base = baseline(line.y, line.h, 13);
    float right = line.x + line.w - 8;
    if (row.count > 0) {
      const auto count = std::to_string(row.count);
      right -= ui.text.run_width(count, Face::ui, small_size);
      ui.text.run(list, ImVec2(right, base), count, Face::ui, small_size, ui.theme.accent);
      right -= 8;
    }
    if (row.heading) {
      const auto label = row.label.empty() ? row.text : row.label + " " + row.text;
      ui.text.run(list, ImVec2(line.x + 12, base), label, Face::ui_strong, 13, ui.theme.ink,
                  right - line.x - 12);
    } else {
      const float width = ui.text.run_width(row.label, Face::ui, small_size);
      ui.text.run(list, ImVec2(line.x + 34 - width, base), row.label, Face::ui, small_size,
                  ui.theme.ink_faint);
      ui.text.run(list, ImVec2(line.x + 44, base), row.text, Face::ui, 13, ui.theme.ink_soft,
                  right - line.x - 44);
    }
  }
  ImGui::SetCursorScreenPos(ImVec2(area.x, origin));
  ImGui::Dummy(ImVec2(1, static_cast<float>(view_model.outline.size()) * row_height + 24));
  ImGui::EndChild();
}

}  // namespace clausemark::app
