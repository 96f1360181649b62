// The tags of what is highlighted, as small chips in the margin: their names where there is room, else their
// keys.
#include <algorithm>
#include <cmath>

#include "web/app/panes/document_pane.h"

namespace clausemark::app {
namespace {

constexpr float chip_height = 18;
constexpr float chip_gap = 3;
constexpr float room_for_names = 88;
constexpr float room_for_keys = 30;
constexpr float widest = 136;

// What stands for a tag where there is no room for its name: its key, or its first letter.
std::string_view short_name(const Tag& tag) {
  if (!tag.key.empty()) return tag.key;
  std::size_t end = 1;
  while (end < tag.name.size() && (static_cast<unsigned char>(tag.name[end]) & 0xC0) == 0x80) ++end;
  return std::string_view(tag.name).substr(0, end);
}

}  // namespace

const MarkView* DocumentPane::chip_at(ImVec2 point, const ViewModel& view_model) const {
  if (chips_revision_ != view_model.annotation_revision) return nullptr;
  for (const auto& chip : chips_) {
    if (chip.place.contains(point) && chip.mark < view_model.marks.size())
      return &view_model.marks[chip.mark];
  }
  return nullptr;
}

std::size_t DocumentPane::most_chips() const {
  return static_cast<std::size_t>(area_.h / (chip_height + chip_gap)) + 2;
}

void DocumentPane::draw_margin(Ui& ui, const ViewModel& view_model) {
  auto& list = *ImGui::GetWindowDrawList();
  const float left = column_x_ + layout_.style().width + 14;
  const float room = area_.x + area_.w - bar_width - 6 - left;
  if (room < room_for_keys) {
    chips_.clear();
    return;
  }
  const bool names = room >= room_for_names;
  float next = area_.y - chip_height;
  for (auto& chip : chips_) {
    if (next >= area_.y + area_.h) break;  // those below it have no place yet
    const auto& mark = view_model.marks[chip.mark];
    const auto& tag = view_model.tags->tags[mark.tag];
    const auto look = tag_look(tag.colour, view_model.families[mark.tag], ui.theme);
    const bool in_hand = mark.annotation == view_model.active;
    const auto text = names ? std::string_view(tag.name) : short_name(tag);
    const float most = std::min(room, widest) - 22;
    const float width = 22 + std::min(most, ui.text.run_width(text, Face::ui, 11.5f));
    const float y = std::max(chip.top + std::round((layout_.style().line_height - chip_height) * 0.5f), next);
    chip.place = {left, y, std::max(width, 30.0f), chip_height};
    next = y + chip_height + chip_gap;
    const auto& place = chip.place;
    const bool pointed = mark.annotation == hovered_;
    const bool stands = !mark.suggested && !mark.rejected;
    if (stands || in_hand || pointed)
      list.AddRectFilled(place.min(), place.max(),
                         with_alpha(look.colour, in_hand || pointed ? 0.30f : 0.14f), 9);
    if (!stands && !in_hand) list.AddRect(place.min(), place.max(), ui.theme.hairline, 9);
    auto shape = look;
    if (!stands && !in_hand) shape.colour = with_alpha(look.colour, 0.6f);
    draw_shape(list, ImVec2(place.x + 10, place.y + chip_height * 0.5f), shape);
    ui.text.run(list, ImVec2(place.x + 18, baseline(place.y, chip_height, 11.5f)), text, Face::ui, 11.5f,
                !stands && !in_hand ? ui.theme.ink_faint : ui.theme.ink_soft, names ? most : 0);
  }
}

}  // namespace clausemark::app
