#include "web/app/panes/dispute_list.h"

#include <algorithm>

namespace clausemark::app {
namespace {

constexpr float side_height = 84;
constexpr float gap = 8;
constexpr float closed_height = 2 * side_height + 20;
constexpr float open_extra = 40;  // the choices below the pair in hand

}  // namespace

void DisputeList::draw(Ui& ui, const ViewModel& view_model, Rect area) {
  const auto& rows = view_model.disputes;
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("pairs", ImVec2(area.w, area.h), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
  const float origin = ImGui::GetCursorScreenPos().y + 8;
  if (rows.empty())
    ui.text.paragraph(*ImGui::GetWindowDrawList(), ImVec2(area.x + 20, origin + 28),
                      "Every contradiction is settled.", Face::ui, ui_size, ui.theme.ink_soft, area.w - 40,
                      20, 4);
  const auto active = view_model.active_dispute;
  const auto top_of = [&](std::size_t k) {
    return static_cast<float>(k) * (closed_height + gap) + (k > active ? open_extra : 0);
  };
  if (active != none && shown_ != rows[active].dispute) {
    shown_ = rows[active].dispute;
    const float top = top_of(active);
    const float scroll = ImGui::GetScrollY();
    if (top < scroll || top + closed_height + open_extra > scroll + area.h)
      ImGui::SetScrollY(std::max(0.0f, top - 16));
  }
  const float scroll = ImGui::GetScrollY();
  const auto first = static_cast<std::size_t>(std::max(0.0f, (scroll - open_extra) / (closed_height + gap)));
  for (auto k = first; k < rows.size() && top_of(k) < scroll + area.h; ++k) {
    const float height = closed_height + (k == active ? open_extra : 0);
    ImGui::PushID(static_cast<int>(k));
    draw_pair(ui, view_model, rows[k], {area.x + 8, origin + top_of(k), area.w - 22, height}, k == active);
    ImGui::PopID();
  }
  ImGui::SetCursorScreenPos(ImVec2(area.x, origin));
  ImGui::Dummy(ImVec2(1, top_of(rows.size()) + open_extra + 24));
  ImGui::EndChild();
}

void DisputeList::draw_pair(Ui& ui, const ViewModel& view_model, const DisputeRow& row, Rect card,
                            bool active) {
  auto& list = *ImGui::GetWindowDrawList();
  bool hovered = false;
  if (press_area(ui, "pair", {card.x, card.y, card.w, closed_height}, hovered)) {
    ui.want(intent::ShowDispute{row.dispute});
  }
  if (active) {
    list.AddRectFilled(card.min(), card.max(), ui.theme.raised, 8);
    list.AddRect(card.min(), card.max(), ui.theme.hairline, 8);
  } else if (hovered) {
    list.AddRectFilled(card.min(), card.max(), ui.theme.hover, 8);
  }
  const float x = card.x + 12;
  const float width = card.w - 24;
  draw_side(ui, view_model, row.first, {x, card.y + 8, width, side_height}, "1");
  hairline(ui.theme, {x, card.y + 8 + side_height, width, 1});
  draw_side(ui, view_model, row.second, {x, card.y + 14 + side_height, width, side_height}, "2");
  if (!active) return;
  float left = x;
  const float y = card.y + closed_height;
  const auto choice = [&](const char* id, std::string_view label, Verdict verdict) {
    const Rect place{left, y, button_width(ui, label), 30};
    left += place.w + 6;
    if (button(ui, id, place, label, ButtonLook::outlined)) ui.want(intent::Settle{verdict, row.dispute});
  };
  choice("first", "Keep 1", Verdict::first);
  choice("second", "Keep 2", Verdict::second);
  choice("both", "Both (3)", Verdict::both);
}

void DisputeList::draw_side(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect area,
                            const char* key) {
  auto& list = *ImGui::GetWindowDrawList();
  const auto& tag = view_model.tags->tags[row.tag];
  key_cap(ui, ImVec2(area.x, area.y), key);
  const auto status = row.status == Status::rejected ? std::string(", rejected") : std::string{};
  tag_chip(ui, ImVec2(area.x + 26, area.y + 1), tag.name + status,
           tag_look(tag.colour, view_model.families[row.tag], ui.theme), true, area.w * 0.55f);
  const auto by = row.author.empty() ? row.place : row.author;
  const float width = std::min(ui.text.run_width(by, Face::ui, small_size), area.w * 0.36f);
  ui.text.run(list, ImVec2(area.x + area.w - width, baseline(area.y, 18, small_size)), by, Face::ui,
              small_size, ui.theme.ink_faint, width);
  const int lines = row.note.empty() ? 3 : 2;
  const int drawn = ui.text.paragraph(list, ImVec2(area.x, area.y + 36), row.quote, Face::serif, 14,
                                      ui.theme.ink_soft, area.w, 18, lines);
  if (!row.note.empty())
    ui.text.run(list, ImVec2(area.x, area.y + 38 + 18 * static_cast<float>(drawn)), row.note, Face::ui,
                small_size, ui.theme.ink, area.w);
}

}  // namespace clausemark::app
