#include "web/app/ui/picker.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float field_height = 48;
constexpr float inset = 8;

}  // namespace

bool Picker::begin(Ui& ui, const Look& look, Rect window, std::uint64_t opened, std::size_t rows) {
  const bool fresh = opened_ != opened;
  opened_ = opened;
  taken_.reset();
  if (fresh) {
    text_.clear();
    chosen_ = 0;
    first_ = 0;
    pointer_ = ImGui::GetIO().MousePos;
  }
  row_height_ = look.row_height;
  const float width = std::min(look.width, window.w - 24);
  const float top = std::round(std::min(96.0f, window.h * 0.1f));
  const float room = std::max(row_height_, window.h - top - field_height - 2 * inset - 24);
  const auto fitting = std::max<std::size_t>(1, static_cast<std::size_t>(room / row_height_));
  const auto shown = std::min({std::max<std::size_t>(1, rows), look.most_rows, fitting});
  const float height = field_height + static_cast<float>(shown) * row_height_ + 2 * inset;
  const Rect card{std::round(window.x + (window.w - width) * 0.5f), window.y + top, width, height};
  if (!begin_sheet(ui, look.name, window, card)) return false;

  auto& list = *ImGui::GetWindowDrawList();
  const auto field = text_field(ui, "##text", {card.x + 8, card.y + 6, card.w - 16, field_height - 12}, text_,
                                look.hint, fresh, FieldLook::bare);
  hairline(ui.theme, {card.x, card.y + field_height, card.w, 1});
  changed_ = field.changed;
  if (changed_) {
    chosen_ = 0;
    first_ = 0;
  }

  const auto last_row = rows == 0 ? 0 : rows - 1;
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, true); };
  if (pressed(ImGuiKey_DownArrow)) chosen_ = chosen_ >= last_row ? 0 : chosen_ + 1;
  if (pressed(ImGuiKey_UpArrow)) chosen_ = chosen_ == 0 ? last_row : chosen_ - 1;
  if (pressed(ImGuiKey_PageDown)) chosen_ = std::min(last_row, chosen_ + shown);
  if (pressed(ImGuiKey_PageUp)) chosen_ -= std::min(chosen_, shown);
  chosen_ = std::min(chosen_, last_row);
  if (field.entered && rows > 0) taken_ = chosen_;

  list_ = {card.x + inset, card.y + field_height + inset, card.w - 2 * inset,
           static_cast<float>(shown) * row_height_};
  const float wheel = ImGui::GetIO().MouseWheel;
  if (wheel != 0 && card.contains(ImGui::GetIO().MousePos)) {
    const auto step = static_cast<std::size_t>(std::max(1.0f, std::abs(wheel) * 3));
    first_ = wheel > 0 ? first_ - std::min(first_, step) : first_ + step;
  } else if (chosen_ < first_) {
    first_ = chosen_;
  } else if (chosen_ >= first_ + shown && (changed_ || fresh || pressed(ImGuiKey_DownArrow) ||
                                           pressed(ImGuiKey_UpArrow) || pressed(ImGuiKey_PageDown))) {
    first_ = chosen_ - shown + 1;
  }
  first_ = std::min(first_, rows - std::min(rows, shown));
  last_ = std::min(rows, first_ + shown);
  if (rows == 0) {
    ui.text.run(list, ImVec2(list_.x + 10, baseline(list_.y, row_height_, 13)), look.nothing, Face::ui, 13,
                ui.theme.ink_faint, list_.w - 20);
  }
  return true;
}

Rect Picker::row(Ui& ui, std::size_t k, float reserved) {
  const Rect place{list_.x, list_.y + static_cast<float>(k - first_) * row_height_, list_.w, row_height_};
  bool hovered = false;
  ImGui::PushID(static_cast<int>(k));
  if (press_area(ui, "row", {place.x, place.y, place.w - reserved, place.h}, hovered)) taken_ = k;
  ImGui::PopID();
  const auto pointer = ImGui::GetIO().MousePos;
  if (hovered && (pointer.x != pointer_.x || pointer.y != pointer_.y)) chosen_ = k;
  if (k == chosen_)
    ImGui::GetWindowDrawList()->AddRectFilled(place.min(), place.max(), ui.theme.selection, 6);
  return place;
}

void Picker::end() {
  pointer_ = ImGui::GetIO().MousePos;
  ImGui::End();
}

}  // namespace clausemark::app
