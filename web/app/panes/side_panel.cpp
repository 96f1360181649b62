#include "web/app/panes/side_panel.h"

#include <algorithm>
#include <cmath>

#include "web/app/ui/text_field.h"

namespace clausemark::app {
namespace {

constexpr float tab_height = 44;
constexpr float card_height = 88;
constexpr float suggestion_extra = 66;   // why, Accept and Reject below the suggestion in hand
constexpr float annotation_extra = 148;  // note, buttons and signature below the annotation in hand
constexpr float attribute_height = 50;
constexpr float line_height = 19;
constexpr float author_height = 46;
constexpr float low_panel = 200;
constexpr float pause_of_the_hand = 1;  // seconds

}  // namespace

void SidePanel::draw(Ui& ui, const ViewModel& view_model, Rect area) {
  back_to_top_ = document_revision_ != view_model.document_revision || tab_ != view_model.view->tab;
  document_revision_ = view_model.document_revision;
  tab_ = view_model.view->tab;
  pause_ = view_model.active_annotation == none ? 0 : pause_;
  if (begin_pane("panel", area, ui.theme.chrome)) {
    draw_tabs(ui, view_model, {area.x, area.y, area.w, tab_height});
    const bool suggestions = view_model.view->tab == PanelTab::suggestions;
    const float top = area.y + tab_height;
    const float foot = area.h < low_panel ? 0 : author_height;
    const Rect rows{area.x, top, area.w, area.h - tab_height - foot};
    if (view_model.view->tab == PanelTab::disputes) {
      disputes_.draw(ui, view_model, rows);
    } else {
      const float filter = filter_.draw(ui, view_model, rows);
      draw_rows(ui, view_model, suggestions ? view_model.suggestions : view_model.annotations,
                {rows.x, rows.y + filter, rows.w, rows.h - filter});
    }
    // Where there is little room, the name is set in a wider window.
    if (foot > 0) draw_author(ui, view_model, {area.x, area.y + area.h - foot, area.w, foot});
    hairline(ui.theme, {area.x, area.y, 1, area.h});
  }
  ImGui::End();
}

void SidePanel::draw_tabs(Ui& ui, const ViewModel& view_model, Rect area) {
  auto& list = *ImGui::GetWindowDrawList();
  float x = area.x + 12;
  // With three of them, only the contradictions say how many there are: beside the others is the funnel.
  const bool crowded = !view_model.disputes.empty();
  const auto tab = [&](const char* id, const std::string& label, std::size_t count, PanelTab which) {
    const bool chosen = view_model.view->tab == which;
    const bool counts = !crowded || (chosen && which == PanelTab::disputes);
    const auto number = counts ? std::to_string(count) : std::string{};
    const float name = ui.text.run_width(label, chosen ? Face::ui_strong : Face::ui, ui_size);
    const float width = ui.text.run_width(number, Face::ui, small_size) + (crowded ? 15.0f : 30.0f);
    const Rect place{x, area.y, name + width, area.h};
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
  if (crowded || view_model.view->tab == PanelTab::disputes)
    tab("disputes", "To settle", view_model.disputes.size(), PanelTab::disputes);
  hairline(ui.theme, {area.x, area.y + area.h - 1, area.w, 1});
  if (view_model.view->tab == PanelTab::disputes) return;
  // A funnel opens the filter.
  const Rect icon{area.x + area.w - 42, area.y + 7, 30, 30};
  bool hovered = false;
  if (press_area(ui, "filter", icon, hovered)) filter_.toggle();
  const bool filtered = !view_model.view->filter.empty();
  if (hovered || filter_.open()) list.AddRectFilled(icon.min(), icon.max(), ui.theme.hover, 6);
  const auto ink = filtered ? ui.theme.accent : ui.theme.ink_soft;
  for (int k = 0; k < 3; ++k) {
    const float half = 7.0f - 2.5f * static_cast<float>(k);
    const float y = icon.y + 10 + 5 * static_cast<float>(k);
    list.AddRectFilled(ImVec2(icon.x + 15 - half, y), ImVec2(icon.x + 15 + half, y + 1.6f), ink);
  }
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
    const bool filtered = !view_model.view->filter.empty();
    const char* text =
        filtered      ? "The filter shows none here."
        : suggestions ? (view_model.reviewed ? "Every suggestion has been reviewed."
                                             : "Nothing was found to suggest in this text.")
                      : "Nothing is annotated yet. Accept a suggestion, or select text and press a number.";
    ui.text.paragraph(list, ImVec2(area.x + 20, origin + 28), text, Face::ui, ui_size, ui.theme.ink_soft,
                      area.w - 40, 20, 4);
  }

  // Cards have one height, but for the one in hand: where each stands is a matter of counting.
  const auto row = view_model.view->tab == PanelTab::suggestions ? view_model.active_suggestion
                                                                 : view_model.active_annotation;
  const std::size_t active = row == none ? rows.size() : row;
  const float extra = active < rows.size() ? extra_of(view_model, rows[active]) : 0;
  const auto top_of = [&](std::size_t k) {
    return static_cast<float>(k) * card_height + (k > active ? extra : 0);
  };
  if (active < rows.size() && shown_ != active_id) {
    shown_ = active_id;
    const float top = top_of(active);
    const float scroll = ImGui::GetScrollY();
    const float below = top + card_height + extra + 8 - area.h;  // where its last row is the last in view
    if (top < scroll || below > scroll)
      ImGui::SetScrollY(std::max(0.0f, std::clamp(below, top - area.h * 0.3f, top)));
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
  const auto look = tag_look(tag.colour, view_model.families[row.tag], ui.theme);
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
  tag_chip(ui, ImVec2(x, card.y + 10), row.status == Status::rejected ? tag.name + ", rejected" : tag.name,
           look, true, most * 0.56f);
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
  const Rect below{x, card.y + card_height - 12, most, 0};
  if (row.status != Status::accepted)
    draw_suggestion(ui, view_model, row, below);
  else
    draw_annotation(ui, view_model, row, below);
}

float SidePanel::extra_of(const ViewModel& view_model, const AnnotationRow& row) const {
  if (row.status != Status::accepted) return suggestion_extra;
  const auto attributes = view_model.tags->tags[row.tag].attributes.size();
  return annotation_extra + static_cast<float>(attributes) * attribute_height;
}

void SidePanel::draw_suggestion(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect area) {
  auto& list = *ImGui::GetWindowDrawList();
  ui.text.run(list, ImVec2(area.x, baseline(area.y, 18, small_size)), row.why, Face::ui, small_size,
              ui.theme.ink_faint, area.w);
  float x = area.x;
  const float y = area.y + 26;
  const auto choice = [&](const char* id, std::string_view label, ButtonLook look) {
    const Rect place{x, y, button_width(ui, label), 30};
    x += place.w + 6;
    return place.x + place.w <= area.x + area.w + 4 && button(ui, id, place, label, look);
  };
  if (row.status == Status::rejected) {
    if (choice("reopen", "Open again", ButtonLook::outlined)) ui.want(intent::Reopen{row.id});
    return;
  }
  if (choice("accept", "Accept", ButtonLook::filled)) ui.want(intent::Accept{row.id});
  if (choice("reject", "Reject", ButtonLook::outlined)) ui.want(intent::Reject{row.id});
  if (choice("change", "Tag…", ButtonLook::outlined)) ui.want(intent::ChooseTag{});
  if (view_model.like_active > 1 &&
      choice("all", "All " + std::to_string(view_model.like_active), ButtonLook::quiet))
    ui.want(intent::AcceptAll{view_model.tags->tags[row.tag].id});
}

void SidePanel::draw_annotation(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect area) {
  auto& list = *ImGui::GetWindowDrawList();
  float y = area.y;
  const bool focus = note_count_ != view_model.view->note_count;
  note_count_ = view_model.view->note_count;
  draw_note(ui, view_model, row, {area.x, y, area.w, 68}, focus);
  y += 76;
  // What the tag set wants to know besides.
  const auto& wanted = view_model.tags->tags[row.tag].attributes;
  if (attributes_of_ != row.id || attributes_.size() != wanted.size()) {
    attributes_of_ = row.id;
    attributes_.assign(wanted.size(), {});
  }
  for (std::size_t k = 0; k < wanted.size(); ++k, y += attribute_height) {
    const auto& attribute = wanted[k];
    const auto known = std::find_if(row.attributes.begin(), row.attributes.end(),
                                    [&](const Attribute& one) { return one.name == attribute.name; });
    const auto value = known == row.attributes.end() ? std::string{} : known->value;
    ImGui::PushID(static_cast<int>(k));
    ui.text.run(list, ImVec2(area.x, baseline(y, 16, small_size)), attribute.name, Face::ui, small_size,
                ui.theme.ink_faint, area.w);
    const Rect place{area.x, y + 17, area.w, 28};
    if (attribute.values.empty()) {
      const auto field = text_field(ui, "##value", place, attributes_[k], attribute.description);
      if (field.left) ui.want(intent::SetAttribute{row.id, attribute.name, attributes_[k]});
      if (!field.editing && !field.just_left) attributes_[k] = value;
    } else {
      // One of a few: each press takes the next.
      const auto at = std::find(attribute.values.begin(), attribute.values.end(), value);
      if (button(ui, "next", place, value.empty() ? "–" : value, ButtonLook::outlined)) {
        const auto next = at == attribute.values.end() ? attribute.values.begin() : std::next(at);
        ui.want(intent::SetAttribute{row.id, attribute.name,
                                     next == attribute.values.end() ? std::string{} : *next});
      }
    }
    ImGui::PopID();
  }
  const float tag = button_width(ui, "Change tag");
  if (button(ui, "change", {area.x, y, tag, 30}, "Change tag", ButtonLook::outlined))
    ui.want(intent::ChooseTag{});
  if (button(ui, "delete", {area.x + tag + 6, y, 0, 30}, "Delete", ButtonLook::outlined))
    ui.want(intent::Erase{row.id});
  y += 36;
  auto signature = row.author.empty() ? row.date
                   : row.date.empty() ? row.author
                                      : row.author + ", " + row.date;
  if (!row.why.empty()) signature += (signature.empty() ? "" : " · ") + row.why;
  ui.text.run(list, ImVec2(area.x, baseline(y, 18, small_size)), signature, Face::ui, small_size,
              ui.theme.ink_faint, area.w);
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

void SidePanel::draw_note(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect area,
                          bool focus) {
  if (note_of_ != row.id) {
    note_of_ = row.id;
    note_ = row.note;
  }
  const auto field = text_area(ui, "##note", area, note_, "Add a note", focus);
  // A note is kept as it is written: whenever the hand pauses, and when the field is left.
  const bool open =
      field.editing && note_ != row.note && note_ != handed_over_ && !view_model.view->read_only;
  pause_ = !open ? 0 : field.changed ? 0.001f : pause_ + ImGui::GetIO().DeltaTime;
  if (field.left || pause_ >= pause_of_the_hand) {
    ui.want(intent::SetNote{row.id, note_});
    handed_over_ = note_;  // should it be refused, it is not handed over again
    pause_ = 0;
  }
  if (!field.editing && !field.just_left) note_ = row.note;
}

}  // namespace clausemark::app
