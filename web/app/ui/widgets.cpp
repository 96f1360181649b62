#include "web/app/ui/widgets.h"

#include <algorithm>

namespace clausemark::app {
namespace {

constexpr float padding = 12;
constexpr float rounding = 6;

}  // namespace

float baseline(float top, float height, float size) { return top + height * 0.5f + size * 0.35f; }

float button_width(Ui& ui, std::string_view label) {
  return ui.text.run_width(label, Face::ui, ui_size) + 2 * padding;
}

bool press_area(Ui& ui, const char* id, Rect area, bool& hovered) {
  ImGui::SetCursorScreenPos(area.min());
  const bool pressed = ImGui::InvisibleButton(id, ImVec2(area.w, area.h));
  hovered = ImGui::IsItemHovered();
  if (hovered) ui.cursor = "pointer";
  return pressed;
}

bool button(Ui& ui, const char* id, Rect area, std::string_view label, ButtonLook look, bool enabled) {
  auto& list = *ImGui::GetWindowDrawList();
  if (area.w <= 0) area.w = button_width(ui, label);
  bool hovered = false;
  bool pressed = false;
  if (enabled) pressed = press_area(ui, id, area, hovered);
  const bool held = enabled && ImGui::IsItemActive();
  ImU32 ink = enabled ? ui.theme.ink : with_alpha(ui.theme.ink, 0.32f);
  if (look == ButtonLook::filled) {
    list.AddRectFilled(area.min(), area.max(),
                       with_alpha(ui.theme.accent, held      ? 0.8f
                                                   : hovered ? 0.9f
                                                             : 1.0f),
                       rounding);
    ink = ui.theme.on_accent;
  } else {
    if (hovered)
      list.AddRectFilled(area.min(), area.max(), held ? ui.theme.hairline : ui.theme.hover, rounding);
    if (look == ButtonLook::outlined) list.AddRect(area.min(), area.max(), ui.theme.hairline, rounding);
  }
  const float text = ui.text.run_width(label, Face::ui, ui_size);
  ui.text.run(list, ImVec2(area.x + (area.w - text) * 0.5f, baseline(area.y, area.h, ui_size)), label,
              Face::ui, ui_size, ink);
  return pressed;
}

float tag_chip(Ui& ui, ImVec2 at, std::string_view name, const TagLook& look, bool strong, float most) {
  auto& list = *ImGui::GetWindowDrawList();
  draw_shape(list, ImVec2(at.x + 5, at.y + 8), look);
  const auto face = strong ? Face::ui_strong : Face::ui;
  return 16 + ui.text.run(list, ImVec2(at.x + 16, baseline(at.y, 16, 13)), name, face, 13, ui.theme.ink,
                          most > 0 ? std::max(1.0f, most - 16) : 0);
}

void key_cap(Ui& ui, ImVec2 at, std::string_view key) {
  auto& list = *ImGui::GetWindowDrawList();
  const Rect cap{at.x, at.y, 18, 18};
  list.AddRectFilled(cap.min(), cap.max(), ui.theme.hover, 4);
  list.AddRect(cap.min(), cap.max(), ui.theme.hairline, 4);
  const float width = ui.text.run_width(key, Face::ui, small_size);
  ui.text.run(list, ImVec2(cap.x + (cap.w - width) * 0.5f, baseline(cap.y, cap.h, small_size)), key, Face::ui,
              small_size, ui.theme.ink_soft);
}

float key_caps(Ui& ui, float right, float top, std::string_view keys) {
  auto& list = *ImGui::GetWindowDrawList();
  while (!keys.empty()) {
    const auto plus = keys.size() > 1 ? keys.find_last_of('+', keys.size() - 2) : std::string_view::npos;
    const auto key = plus == std::string_view::npos ? keys : keys.substr(plus + 1);
    keys = plus == std::string_view::npos ? std::string_view{} : keys.substr(0, plus);
    const float text = ui.text.run_width(key, Face::ui, small_size);
    const float width = std::max(20.0f, text + 12);
    right -= width;
    list.AddRectFilled(ImVec2(right, top), ImVec2(right + width, top + 20), ui.theme.hover, 4);
    list.AddRect(ImVec2(right, top), ImVec2(right + width, top + 20), ui.theme.hairline, 4);
    ui.text.run(list, ImVec2(right + (width - text) * 0.5f, baseline(top, 20, small_size)), key, Face::ui,
                small_size, ui.theme.ink_soft);
    right -= 4;
  }
  return right;
}

void raised_card(const Theme& theme, Rect area) {
  auto& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(ImVec2(area.x, area.y + 2), ImVec2(area.x + area.w, area.y + area.h + 2), theme.shadow,
                     10);
  list.AddRectFilled(area.min(), area.max(), theme.raised, 10);
  list.AddRect(area.min(), area.max(), theme.hairline, 10);
}

void hairline(const Theme& theme, Rect area) {
  ImGui::GetWindowDrawList()->AddRectFilled(area.min(), area.max(), theme.hairline);
}

namespace {

bool begin_window(const char* name, Rect area, ImU32 background, ImGuiWindowFlags flags) {
  ImGui::SetNextWindowPos(area.min());
  ImGui::SetNextWindowSize(ImVec2(area.w, area.h));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, background);
  const bool open = ImGui::Begin(name, nullptr,
                                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                                     ImGuiWindowFlags_NoNav | flags);
  ImGui::PopStyleColor();
  return open;
}

}  // namespace

bool begin_pane(const char* name, Rect area, ImU32 background) {
  return begin_window(name, area, background, ImGuiWindowFlags_NoBringToFrontOnFocus);
}

bool begin_sheet(Ui& ui, const char* name, Rect window, Rect card) {
  if (!begin_window(name, window, ui.theme.dark ? IM_COL32(0, 0, 0, 110) : IM_COL32(31, 35, 40, 50), 0)) {
    ImGui::End();
    return false;
  }
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !card.contains(ImGui::GetIO().MousePos))
    ui.want(intent::ShowSheet{});
  ui.cursor = "default";
  raised_card(ui.theme, card);
  return true;
}

bool begin_overlay(const char* name, Rect window) {
  const bool open = begin_window(name, window, 0, 0);
  if (!open) ImGui::End();
  return open;
}

bool begin_floating_pane(const char* name, Rect area) {
  return begin_window(name, area, 0, ImGuiWindowFlags_NoFocusOnAppearing);
}

}  // namespace clausemark::app
