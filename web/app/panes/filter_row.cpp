#include "web/app/panes/filter_row.h"

#include <algorithm>
#include <utility>

#include "web/app/ui/text_field.h"

namespace clausemark::app {
namespace {

constexpr float least_height = 96;     // of the conditions
constexpr float height_of_rest = 140;  // left to what is hidden, and to the list

}  // namespace

float FilterRow::draw(Ui& ui, const ViewModel& view_model, Rect area) {
  const auto& filter = view_model.view->filter;
  if (!open_ && filter.empty()) return 0;
  float y = area.y;
  if (open_) {
    // In a low panel the conditions scroll, so that what they let through is seen.
    const float height = std::min(height_, std::max(least_height, area.h - height_of_rest));
    ImGui::SetCursorScreenPos(area.min());
    ImGui::BeginChild("conditions", ImVec2(area.w, height), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    const float top = ImGui::GetCursorScreenPos().y;
    height_ = draw_conditions(ui, view_model, {area.x, top, area.w, height});
    ImGui::SetCursorScreenPos(ImVec2(area.x, top));
    ImGui::Dummy(ImVec2(1, height_));
    ImGui::EndChild();
    y += height;
  }
  if (!filter.empty()) {
    y += open_ ? 0 : 8;
    const float left = area.x + 16;
    const float width = button_width(ui, "Show all");
    const float right = area.x + area.w - 12 - width;
    ui.text.run(*ImGui::GetWindowDrawList(), ImVec2(left, baseline(y, 28, small_size)),
                std::to_string(view_model.hidden) +
                    (view_model.hidden == 1 ? " is hidden by the filter" : " are hidden by the filter"),
                Face::ui, small_size, ui.theme.ink_soft, right - left - 8);
    if (button(ui, "show all", {right, y, width, 28}, "Show all", ButtonLook::quiet)) {
      ui.want(intent::SetFilter{});
      text_.clear();
    }
    y += 32;
  }
  hairline(ui.theme, {area.x, y + 3, area.w, 1});
  return y + 4 - area.y;
}

float FilterRow::draw_conditions(Ui& ui, const ViewModel& view_model, Rect area) {
  const auto& filter = view_model.view->filter;
  auto& list = *ImGui::GetWindowDrawList();
  float y = area.y + 8;
  const float left = area.x + 12;
  const float right = area.x + area.w - 12;
  const auto field =
      text_field(ui, "##filter", {left, y, right - left, 30}, text_, "Words of the clause or the note");
  if (field.changed) {
    ui.want(intent::FilterBy{intent::Condition::text, text_});
  } else if (!field.editing) {
    text_ = filter.text;
  }
  y += 38;
  float x = left;
  const auto chip = [&](const std::string& id, std::string_view name, const TagLook* look, bool on) {
    const float width = ui.text.run_width(name, Face::ui, small_size) + (look == nullptr ? 18.0f : 28.0f);
    if (x + width > right && x > left) {
      x = left;
      y += 26;
    }
    const Rect place{x, y, width, 22};
    x += width + 4;
    bool hovered = false;
    const bool pressed = press_area(ui, id.c_str(), place, hovered);
    if (on) list.AddRectFilled(place.min(), place.max(), ui.theme.selection, 11);
    if (hovered) list.AddRectFilled(place.min(), place.max(), ui.theme.hover, 11);
    list.AddRect(place.min(), place.max(), on ? ui.theme.accent : ui.theme.hairline, 11);
    if (look != nullptr) draw_shape(list, ImVec2(place.x + 12, place.y + 11), *look);
    ui.text.run(list, ImVec2(place.x + (look == nullptr ? 9.0f : 20.0f), baseline(place.y, 22, small_size)),
                name, Face::ui, small_size, ui.theme.ink);
    return pressed;
  };
  static constexpr std::pair<Status, const char*> statuses[] = {
      {Status::suggested, "Suggested"}, {Status::accepted, "Accepted"}, {Status::rejected, "Rejected"}};
  for (const auto& [status, name] : statuses) {
    const auto chosen = std::find(filter.statuses.begin(), filter.statuses.end(), status);
    const bool on = chosen != filter.statuses.end();
    if (chip(name, name, nullptr, on))
      ui.want(intent::FilterBy{intent::Condition::status, status_name(status)});
  }
  x = left;
  y += 30;
  for (std::size_t k = 0; k < view_model.tags->tags.size(); ++k) {
    const auto& tag = view_model.tags->tags[k];
    const auto look = tag_look(tag.colour, view_model.families[k], ui.theme);
    const auto chosen = std::find(filter.tags.begin(), filter.tags.end(), tag.id);
    const bool on = chosen != filter.tags.end();
    if (chip("tag " + tag.id, tag.name, &look, on)) ui.want(intent::FilterBy{intent::Condition::tag, tag.id});
  }
  if (!view_model.authors.empty()) {
    x = left;
    y += 30;
  }
  for (const auto& author : view_model.authors) {
    const bool on = filter.author == author;
    if (chip("author " + author, author, nullptr, on))
      ui.want(intent::FilterBy{intent::Condition::author, author});
  }
  return y + 30 - area.y;
}

}  // namespace clausemark::app
