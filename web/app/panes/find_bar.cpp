#include "web/app/panes/find_bar.h"

#include <algorithm>

namespace clausemark::app {
namespace {

constexpr float height = 44;

// A switch with a short label.
bool toggle(Ui& ui, const char* id, Rect area, const char* label, bool on) {
  bool hovered = false;
  const bool pressed = press_area(ui, id, area, hovered);
  auto& list = *ImGui::GetWindowDrawList();
  if (on || hovered) list.AddRectFilled(area.min(), area.max(), on ? ui.theme.selection : ui.theme.hover, 5);
  const float width = ui.text.run_width(label, Face::ui, 13);
  ui.text.run(list, ImVec2(area.x + (area.w - width) * 0.5f, baseline(area.y, area.h, 13)), label, Face::ui,
              13, on ? ui.theme.ink : ui.theme.ink_soft);
  return pressed;
}

// An arrow head that points up or down.
bool arrow(Ui& ui, const char* id, Rect area, bool up, bool enabled) {
  bool hovered = false;
  const bool pressed = enabled && press_area(ui, id, area, hovered);
  auto& list = *ImGui::GetWindowDrawList();
  if (hovered) list.AddRectFilled(area.min(), area.max(), ui.theme.hover, 5);
  const ImVec2 centre(area.x + area.w * 0.5f, area.y + area.h * 0.5f);
  const float s = up ? -1.0f : 1.0f;
  list.PathLineTo(ImVec2(centre.x - 5, centre.y - s * 2.5f));
  list.PathLineTo(ImVec2(centre.x, centre.y + s * 2.5f));
  list.PathLineTo(ImVec2(centre.x + 5, centre.y - s * 2.5f));
  list.PathStroke(with_alpha(ui.theme.ink, enabled ? 0.8f : 0.25f), 0, 1.6f);
  return pressed;
}

}  // namespace

void FindBar::draw(Ui& ui, const ViewModel& view_model, Rect area) {
  const auto& search = view_model.view->search;
  if (!search.open) return;
  const bool asked = count_ != search.count;
  count_ = search.count;
  const float width = std::min(area.w - 24, 480.0f);
  const Rect card{area.x + area.w - width - 20, area.y + 10, width, height};
  if (begin_floating_pane("find", {card.x, card.y, card.w, card.h + 4})) {
    raised_card(ui.theme, card);
    auto& list = *ImGui::GetWindowDrawList();
    const float top = card.y + 8;
    float right = card.x + card.w - 8;
    const auto from_right = [&](float w) {
      right -= w;
      return Rect{right, top, w, 28};
    };
    if (toggle(ui, "close", from_right(28), "✕", false)) ui.want(intent::CloseFind{});
    const bool any = !view_model.found.empty();
    if (arrow(ui, "down", from_right(28), false, any)) ui.want(intent::FindStep{1});
    if (arrow(ui, "up", from_right(28), true, any)) ui.want(intent::FindStep{-1});
    right -= 4;
    if (toggle(ui, "words", from_right(52), "Words", search.whole_words))
      ui.want(intent::FindAs{search.match_case, !search.whole_words});
    right -= 2;
    if (toggle(ui, "case", from_right(34), "Aa", search.match_case))
      ui.want(intent::FindAs{!search.match_case, search.whole_words});
    right -= 10;
    const auto& told = view_model.found_text;
    const float told_width = ui.text.run_width(told, Face::ui, small_size);
    right -= told_width;
    ui.text.run(list, ImVec2(right, baseline(top, 28, small_size)), told, Face::ui, small_size,
                any ? ui.theme.ink_faint : ui.theme.danger);
    right -= 6;
    if (asked) text_ = search.text;
    const auto field = text_field(ui, "##find", {card.x + 6, top, right - card.x - 6, 28}, text_,
                                  "Find in the text", asked, FieldLook::bare);
    if (field.changed)
      ui.want(intent::Find{text_});
    else if (!field.editing)
      text_ = search.text;
    if (field.entered) {
      ui.want(intent::FindStep{ImGui::GetIO().KeyShift ? -1 : 1});
      ImGui::SetKeyboardFocusHere(-1);
    }
  }
  ImGui::End();
}

}  // namespace clausemark::app
