#include "web/app/panes/palette.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace clausemark::app {
namespace {

constexpr float row_height = 26;
constexpr float head_height = 24;
constexpr float inset = 14;
constexpr float guideline_height = 30;
constexpr float least_column = 148;

// A family of tags, or a part of it, in a column.
struct Family {
  std::vector<std::size_t> tags;
  std::size_t column = 0;
  float y = 0;
  float height() const { return head_height + static_cast<float>(tags.size()) * row_height; }
};

std::vector<Family> families_of(const std::vector<Tag>& tags) {
  std::vector<Family> families;
  for (std::size_t k = 0; k < tags.size(); ++k) {
    const auto known = std::find_if(families.begin(), families.end(), [&](const Family& family) {
      return tags[family.tags.front()].group == tags[k].group;
    });
    if (known == families.end())
      families.push_back({{k}, 0, 0});
    else
      known->tags.push_back(k);
  }
  return families;
}

// Each family goes whole to the column that is shortest so far, the largest first; returns the height of all.
float arrange(std::vector<Family>& families, std::size_t columns) {
  std::vector<Family*> by_size;
  by_size.reserve(families.size());
  for (auto& family : families) by_size.push_back(&family);
  std::stable_sort(by_size.begin(), by_size.end(),
                   [](const Family* a, const Family* b) { return a->tags.size() > b->tags.size(); });
  std::vector<float> heights(columns, 0);
  for (auto* family : by_size) {
    const auto lowest = std::min_element(heights.begin(), heights.end());
    family->column = static_cast<std::size_t>(lowest - heights.begin());
    family->y = *lowest;
    *lowest += family->height() + 6;
  }
  return heights.empty() ? 0 : *std::max_element(heights.begin(), heights.end());
}

}  // namespace

float draw_palette(Ui& ui, const ViewModel& view_model, Rect area) {
  const auto& view = *view_model.view;
  if (view.selection.empty() && view.parts.empty() && !(view.choosing_tag && !view.active.empty())) return 0;
  const float width = std::min(area.w - 32, 760.0f);
  const auto& tags = view_model.tags->tags;
  auto families = families_of(tags);
  const auto columns =
      std::clamp<std::size_t>(static_cast<std::size_t>((width - 2 * inset) / least_column), 1, 4);
  const float column = std::floor((width - 2 * inset) / static_cast<float>(columns));
  const float wanted = arrange(families, columns) + 2 * inset - 6;
  const float height = std::min(wanted + guideline_height, std::max(3 * row_height, area.h * 0.5f));
  const Rect card{std::round(area.x + (area.w - width) * 0.5f), std::round(area.y + area.h - height - 12),
                  width, height};
  if (begin_floating_pane("palette", {card.x, card.y, card.w, card.h + 4})) {
    raised_card(ui.theme, card);
    // Where the pane is low, the tags scroll.
    ImGui::SetCursorScreenPos(card.min());
    ImGui::BeginChild("tags", ImVec2(card.w, card.h - guideline_height), ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav);
    auto& list = *ImGui::GetWindowDrawList();
    const auto origin = ImGui::GetCursorScreenPos();
    const Tag* pointed_at = nullptr;
    for (const auto& family : families) {
      const float x = card.x + inset + static_cast<float>(family.column) * column;
      float y = origin.y + inset - 4 + family.y;
      const auto& group = tags[family.tags.front()].group;
      ui.text.run(list, ImVec2(x + 6, baseline(y, head_height, small_size)), group.empty() ? "Tags" : group,
                  Face::ui_strong, small_size, ui.theme.ink_faint, column - 12);
      y += head_height;
      for (const auto k : family.tags) {
        const Rect place{x, y, column - 4, row_height};
        y += row_height;
        bool hovered = false;
        ImGui::PushID(static_cast<int>(k));
        if (press_area(ui, "tag", place, hovered)) ui.want(intent::ApplyTag{tags[k].id});
        ImGui::PopID();
        if (hovered) {
          pointed_at = &tags[k];
          list.AddRectFilled(place.min(), place.max(), ui.theme.hover, 6);
        }
        if (!tags[k].key.empty()) key_cap(ui, ImVec2(place.x + 5, place.y + 4), tags[k].key);
        tag_chip(ui, ImVec2(place.x + 31, place.y + 5), tags[k].name,
                 tag_look(tags[k].colour, view_model.families[k], ui.theme), false, column - 31);
      }
    }
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy(ImVec2(1, wanted));
    ImGui::EndChild();
    // The guideline of the tag that the pointer is on.
    auto& card_list = *ImGui::GetWindowDrawList();
    const float line = card.y + card.h - guideline_height;
    hairline(ui.theme, {card.x + 1, line, card.w - 2, 1});
    const float edit = button_width(ui, "Edit tags");
    if (button(ui, "edit tags", {card.x + card.w - edit - 4, line + 2, edit, guideline_height - 4},
               "Edit tags"))
      ui.want(intent::EditTag{pointed_at == nullptr ? std::string{} : pointed_at->id});
    const auto guideline = pointed_at != nullptr && !pointed_at->description.empty()
                               ? std::string_view(pointed_at->description)
                               : std::string_view("Press a key or a tag; point at a tag for its guideline");
    ui.text.run(card_list, ImVec2(card.x + inset + 6, baseline(line, guideline_height, small_size)),
                guideline, Face::ui, small_size,
                pointed_at != nullptr ? ui.theme.ink_soft : ui.theme.ink_faint,
                card.w - 2 * inset - 12 - edit);
  }
  ImGui::End();
  return height + 12;
}

}  // namespace clausemark::app
