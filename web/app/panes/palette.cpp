#include "web/app/panes/palette.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float row_height = 32;
constexpr float inset = 12;

void draw_card(const Theme& theme, Rect area) {
  auto& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(ImVec2(area.x, area.y + 2), ImVec2(area.x + area.w, area.y + area.h + 2), theme.shadow, 10);
  list.AddRectFilled(area.min(), area.max(), theme.raised, 10);
  list.AddRect(area.min(), area.max(), theme.hairline, 10);
}

}  // namespace

void draw_palette(Ui& ui, const ViewModel& view_model, Rect area) {
  const auto& view = *view_model.view;
  if (view.selection.empty()) return;
  const float width = std::min(area.w - 32, 760.0f);

  // Where each tag stands: one after the other, in rows.
  const auto& tags = view_model.tags->tags;
  std::vector<Rect> places(tags.size());
  float x = 0;
  float y = 0;
  for (std::size_t k = 0; k < tags.size(); ++k) {
    const float item = ui.text.run_width(tags[k].name, Face::ui, 13) + 58;
    if (x > 0 && x + item > width - 2 * inset) {
      x = 0;
      y += row_height;
    }
    places[k] = {x, y, item, row_height};
    x += item;
  }
  const float height = y + row_height + 2 * inset;
  const Rect card{std::round(area.x + (area.w - width) * 0.5f), area.y + area.h - height - 16, width, height};
  if (begin_pane("palette", {card.x, card.y, card.w, card.h + 4}, 0)) {
    draw_card(ui.theme, card);
    auto& list = *ImGui::GetWindowDrawList();
    for (std::size_t k = 0; k < tags.size(); ++k) {
      const Rect place{card.x + inset + places[k].x, card.y + inset + places[k].y, places[k].w, places[k].h};
      bool hovered = false;
      ImGui::PushID(static_cast<int>(k));
      if (press_area(ui, "tag", place, hovered)) ui.want(intent::ApplyTag{tags[k].id});
      ImGui::PopID();
      if (hovered) list.AddRectFilled(place.min(), place.max(), ui.theme.hover, 6);
      key_cap(ui, ImVec2(place.x + 6, place.y + 7), tags[k].key);
      tag_chip(ui, ImVec2(place.x + 32, place.y + 8), tags[k].name, tag_colour(tags[k].colour, ui.theme), false);
    }
  }
  ImGui::End();
}

void draw_message(Ui& ui, const ViewModel& view_model, Rect area) {
  const auto& view = *view_model.view;
  std::string text = view.message.text;
  float buttons = 0;
  if (view.pending) {
    text = "You have unsaved annotations. Save them before opening " + view.pending->name + "?";
    for (const auto* label : {"Save and open", "Open without saving", "Stay here"}) buttons += button_width(ui, label) + 6;
  } else if (text.empty() || !view.selection.empty()) {
    return;
  } else if (view.message.offers_undo) {
    buttons = button_width(ui, "Undo") + 6;
  }
  const bool error = !view.pending && view.message.kind == MessageKind::error;
  if (error) buttons += button_width(ui, "Close") + 6;
  const float most = area.w - 32 - 2 * inset;
  const float wanted = ui.text.run_width(text, Face::ui, ui_size);
  const bool stacked = buttons > 0 && wanted + buttons + 16 > most;
  const float text_width = std::min(wanted + 2, stacked ? most : most - buttons);
  const int lines = static_cast<int>(std::min(4.0f, std::ceil(wanted * 1.08f / std::max(1.0f, text_width))));
  const float text_height = 20.0f * static_cast<float>(std::max(1, wanted <= text_width ? 1 : lines));
  const float width = 2 * inset + (stacked ? std::max(text_width, buttons) : text_width + buttons + 4);
  const float height = std::max(text_height, buttons > 0 && !stacked ? 30.0f : 0.0f) + 2 * 9 + (stacked ? 36 : 0);
  const Rect card{std::round(area.x + (area.w - width) * 0.5f), std::round(area.y + area.h - height - 16), width, height};
  if (begin_pane("message", {card.x, card.y, card.w, card.h + 4}, 0)) {
    draw_card(ui.theme, card);
    auto& list = *ImGui::GetWindowDrawList();
    const float text_top = stacked ? card.y + 9 : card.y + (card.h - text_height) * 0.5f;
    ui.text.paragraph(list, ImVec2(card.x + inset, baseline(text_top, 20, ui_size)), text, Face::ui, ui_size, error ? ui.theme.danger : ui.theme.ink,
                      text_width, 20, std::max(1, lines));
    float x = stacked ? card.x + inset : card.x + inset + text_width + 6;
    const float y = stacked ? card.y + card.h - 9 - 30 : card.y + (card.h - 30) * 0.5f;
    const auto choice = [&](const char* label, ButtonLook look) {
      const bool pressed = button(ui, label, {x, y, 0, 30}, label, look);
      x += button_width(ui, label) + 6;
      return pressed;
    };
    if (view.pending) {
      if (choice("Save and open", ButtonLook::filled)) ui.want(intent::AnswerPending{true, true});
      if (choice("Open without saving", ButtonLook::outlined)) ui.want(intent::AnswerPending{true, false});
      if (choice("Stay here", ButtonLook::quiet)) ui.want(intent::AnswerPending{});
    } else {
      if (view.message.offers_undo && choice("Undo", ButtonLook::outlined)) ui.want(intent::Undo{});
      if (error && choice("Close", ButtonLook::outlined)) ui.want(intent::Dismiss{});
    }
  }
  ImGui::End();
}

}  // namespace clausemark::app
