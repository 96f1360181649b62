#include "web/app/panes/side_panel.h"

#include <algorithm>
#include <cmath>

#include "web/app/ui/text_field.h"

namespace clausemark::app {
namespace {

constexpr float tab_height = 44;
constexpr float card_height = 88;
constexpr float suggestion_extra = 44;   // Accept and Reject below the suggestion in hand
constexpr float annotation_extra = 122;  // note and Delete below the annotation in hand
constexpr float line_height = 19;
constexpr float author_height = 46;

float extra_of(const AnnotationRow& row) {
  return row.status == Status::suggested ? suggestion_extra : annotation_extra;
}

}  // namespace

void SidePanel::draw(Ui& ui, const ViewModel& view_model, Rect area) {
  back_to_top_ = document_revision_ != view_model.document_revision || tab_ != view_model.view->tab;
  document_revision_ = view_model.document_revision;
  tab_ = view_model.view->tab;
  if (begin_pane("panel", area, ui.theme.chrome)) {
    draw_tabs(ui, view_model, {area.x, area.y, area.w, tab_height});
    const bool suggestions = view_model.view->tab == PanelTab::suggestions;
    draw_rows(ui, view_model, suggestions ? view_model.suggestions : view_model.annotations,
              {area.x, area.y + tab_height, area.w, area.h - tab_height - author_height});
    draw_author(ui, view_model, {area.x, area.y + area.h - author_height, area.w, author_height});
    hairline(ui.theme, {area.x, area.y, 1, area.h});
  }
  ImGui::End();
}

void SidePanel::draw_tabs(Ui& ui, const ViewModel& view_model, Rect area) {
  auto& list = *ImGui::GetWindowDrawList();
  float x = area.x + 12;
  const auto tab = [&](const char* id, const std::string& label, std::size_t count, PanelTab which) {
    const bool chosen = view_model.view->tab == which;
    const auto number = std::to_string(count);
    const float name = ui.text.run_width(label, chosen ? Face::ui_strong : Face::ui, ui_size);
    const Rect place{x, area.y, name + ui.text.run_width(number, Face::ui, small_size) + 30, area.h};
    bool hovered = false;
    if (press_area(ui, id, place, hovered)) ui.want(intent::SetTab{which});
    const auto ink = chosen || hovered ? ui.theme.ink : ui.theme.ink_soft;
    const float base = baseline(area.y, area.h, ui_size);
    ui.text.run(list, ImVec2(x + 8, base), label, chosen ? Face::ui_strong : Face::ui, ui_size, ink);
    ui.text.run(list, ImVec2(x + 15 + name, base), number, Face::ui, small_size, ui.theme.ink_faint);
    if (chosen)
      list.AddRectFilled(ImVec2(x + 8, area.y + area.h - 2), ImVec2(x + 8 + name, area.y + area.h),
                         ui.theme.accent);
    x += place.w;
  };
  tab("suggestions", "Suggestions", view_model.suggestions.size(), PanelTab::suggestions);
  tab("annotations", "Annotations", view_model.annotations.size(), PanelTab::annotations);
  hairline(ui.theme, {area.x, area.y + area.h - 1, area.w, 1});
}

void SidePanel::draw_rows(Ui& ui, const ViewModel& view_model, const std::vector<AnnotationRow>& rows,
                          Rect area) {
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("cards", ImVec2(area.w, area.h), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
  if (back_to_top_) {
    ImGui::SetScrollY(0);
    shown_.clear();
  }
  auto& list = *ImGui::GetWindowDrawList();
  const auto& active_id = view_model.view->active;
  const float origin = ImGui::GetCursorScreenPos().y + 8;

  if (rows.empty()) {
    const bool suggestions = view_model.view->tab == PanelTab::suggestions;
    const char* text =
        suggestions ? (view_model.reviewed ? "Every suggestion has been reviewed."
                                           : "Nothing was found to suggest in this text.")
                    : "Nothing is annotated yet. Accept a suggestion, or select text and press a number.";
    ui.text.paragraph(list, ImVec2(area.x + 20, origin + 28), text, Face::ui, ui_size, ui.theme.ink_soft,
                      area.w - 40, 20, 4);
  }

  // Cards have one height, but for the one in hand: where each stands is a matter of counting.
  const auto row = view_model.view->tab == PanelTab::suggestions ? view_model.active_suggestion
                                                                 : view_model.active_annotation;
  const std::size_t active = row == none ? rows.size() : row;
  const float extra = active < rows.size() ? extra_of(rows[active]) : 0;
  const auto top_of = [&](std::size_t k) {
    return static_cast<float>(k) * card_height + (k > active ? extra : 0);
  };
  if (active < rows.size() && shown_ != active_id) {
    shown_ = active_id;
    const float top = top_of(active);
    const float scroll = ImGui::GetScrollY();
    if (top < scroll || top + card_height + extra > scroll + area.h)
      ImGui::SetScrollY(std::max(0.0f, top - area.h * 0.3f));
  }
  const float scroll = back_to_top_ ? 0 : ImGui::GetScrollY();
  auto k = static_cast<std::size_t>(std::max(0.0f, (scroll - extra) / card_height));
  for (; k < rows.size() && top_of(k) < scroll + area.h; ++k) {
    const bool in_hand = k == active;
    const Rect card{area.x + 8, origin + top_of(k), area.w - 22, card_height - 8 + (in_hand ? extra : 0)};
    ImGui::PushID(static_cast<int>(k));
    draw_card(ui, view_model, rows[k], card, in_hand);
    ImGui::PopID();
  }
  ImGui::SetCursorScreenPos(ImVec2(area.x, origin));
  ImGui::Dummy(ImVec2(1, static_cast<float>(rows.size()) * card_height + extra + 24));
  ImGui::EndChild();
}

void SidePanel::draw_card(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect card,
                          bool active) {
  auto& list = *ImGui::GetWindowDrawList();
  const auto& tag = view_model.tags->tags[row.tag];
  const auto colour = tag_colour(tag.colour, ui.theme);
  const Rect head{card.x, card.y, card.w, card_height - 8};
  bool hovered = false;
  if (press_area(ui, "card", head, hovered)) ui.want(intent::Activate{row.id});
  if (active) {
    list.AddRectFilled(card.min(), card.max(), ui.theme.raised, 8);
    list.AddRect(card.min(), card.max(), ui.theme.hairline, 8);
  } else if (hovered) {
    list.AddRectFilled(card.min(), card.max(), ui.theme.hover, 8);
  }
  const float x = card.x + 12;
  const float most = card.w - 24;
  tag_chip(ui, ImVec2(x, card.y + 10), tag.name, colour, true);
  const float place = ui.text.run_width(row.place, Face::ui, small_size);
  ui.text.run(
      list,
      ImVec2(card.x + card.w - 12 - std::min(place, most * 0.5f), baseline(card.y + 10, 16, small_size)),
      row.place, Face::ui, small_size, ui.theme.ink_faint, most * 0.5f);
  ui.text.paragraph(list, ImVec2(x, card.y + 45), row.quote, Face::serif, 14, ui.theme.ink_soft, most,
                    line_height, 2);

  if (!active) {
    if (!row.note.empty()) list.AddCircleFilled(ImVec2(card.x + 4, card.y + 18), 3, ui.theme.accent);
    return;
  }
  const float below = card.y + card_height - 8;
  if (row.status == Status::suggested) {
    const Rect accept{x, below, 0, 30};
    if (button(ui, "accept", accept, "Accept", ButtonLook::filled)) ui.want(intent::Accept{row.id});
    const float reject_x = x + button_width(ui, "Accept") + 8;
    if (button(ui, "reject", {reject_x, below, 0, 30}, "Reject", ButtonLook::outlined))
      ui.want(intent::Reject{row.id});
    const float hint_x = reject_x + button_width(ui, "Reject") + 12;
    ui.text.run(list, ImVec2(hint_x, baseline(below, 30, small_size)), row.rule, Face::ui, small_size,
                ui.theme.ink_faint, card.x + card.w - 10 - hint_x);
    return;
  }
  draw_note(ui, row, {x, below, most, 68});
  if (button(ui, "delete", {x, below + 76, 0, 30}, "Delete", ButtonLook::outlined))
    ui.want(intent::Erase{row.id});
  if (!row.author.empty()) {
    ui.text.run(list, ImVec2(x + 90, baseline(below + 76, 30, small_size)), row.author, Face::ui, small_size,
                ui.theme.ink_faint, most - 90);
  }
}

// The name that signs annotations.
void SidePanel::draw_author(Ui& ui, const ViewModel& view_model, Rect area) {
  hairline(ui.theme, {area.x, area.y, area.w, 1});
  const auto field = text_field(ui, "##author", {area.x + 12, area.y + 8, area.w - 24, area.h - 16}, author_,
                                "Your name, to sign annotations");
  if (field.left)
    ui.want(intent::SetAuthor{author_});
  else if (!field.editing && !field.just_left)
    author_ = view_model.view->author;
}

void SidePanel::draw_note(Ui& ui, const AnnotationRow& row, Rect area) {
  if (note_of_ != row.id) {
    note_of_ = row.id;
    note_ = row.note;
  }
  const auto field = text_area(ui, "##note", area, note_, "Add a note");
  if (field.left) ui.want(intent::SetNote{row.id, note_});
  if (!field.editing && !field.just_left) note_ = row.note;
}

}  // namespace clausemark::app
