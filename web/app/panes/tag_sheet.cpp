#include "web/app/panes/tag_sheet.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float inset = 20;
constexpr float head_height = 62;
constexpr float list_width = 290;
constexpr float row_height = 30;
constexpr float family_height = 28;
constexpr float label_height = 20;
constexpr float field_height = 32;
constexpr float swatch = 26;
constexpr float foot_height = 50;

}  // namespace

void TagSheet::draw(Ui& ui, const ViewModel& view_model, Rect window) {
  if (!view_model.tag_editor) return;
  wrong_ = view_model.view->message.kind == MessageKind::error;
  if (sheet_count_ != view_model.view->sheet_count) {
    sheet_count_ = view_model.view->sheet_count;
    set_name_ = name_ = group_ = key_ = colour_ = guideline_ = attributes_ = {};
  }
  const float width = std::min(900.0f, window.w - 24);
  const float height = std::min(690.0f, window.h - 32);
  const Rect card{std::round(window.x + (window.w - width) * 0.5f),
                  std::round(window.y + (window.h - height) * 0.5f), width, height};
  if (!begin_sheet(ui, "tags", window, card)) return;
  draw_head(ui, view_model, {card.x, card.y, card.w, head_height});
  hairline(ui.theme, {card.x, card.y + head_height, card.w, 1});
  const float list = std::min(list_width, card.w * 0.42f);
  const float top = card.y + head_height + 1;
  const float below = card.h - head_height - 1;
  draw_list(ui, view_model, {card.x, top, list, below});
  hairline(ui.theme, {card.x + list, top, 1, below});
  draw_tag(ui, view_model, {card.x + list + 1, top, card.w - list - 1, below});
  ImGui::End();
}

void TagSheet::draw_head(Ui& ui, const ViewModel& view_model, Rect area) {
  float right = area.x + area.w - inset;
  const float y = area.y + 16;
  const auto choice = [&](const char* id, std::string_view label, ButtonLook look) {
    const float width = button_width(ui, label);
    right -= width;
    const bool pressed = button(ui, id, {right, y, width, 30}, label, look);
    right -= 8;
    return pressed;
  };
  if (choice("done", "Done", ButtonLook::filled)) ui.want(intent::ShowSheet{});
  if (choice("save", "Save tags", ButtonLook::outlined)) ui.want(intent::SaveTagSet{});
  if (choice("open", "Open tags…", ButtonLook::outlined)) ui.want(intent::ChooseFile{});
  const float x = area.x + inset - 8;
  if (const auto name = set_name_.draw(ui, "##set", {x, y - 1, std::min(360.0f, right - x - 8), field_height},
                                       "set", view_model.tags->name, "Name of the tag set", wrong_))
    ui.want(intent::NameTagSet{*name});
}

void TagSheet::draw_list(Ui& ui, const ViewModel& view_model, Rect area) {
  const auto& tags = view_model.tags->tags;
  const auto& editor = *view_model.tag_editor;
  const float foot = field_height + 24;
  ImGui::SetCursorScreenPos(area.min());
  ImGui::BeginChild("list", ImVec2(area.w, area.h - foot), ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
  auto& list = *ImGui::GetWindowDrawList();
  const auto origin = ImGui::GetCursorScreenPos();
  float y = origin.y + 10;
  for (std::uint32_t family = 0; family < editor.groups.size(); ++family) {
    const auto& group = editor.groups[family];
    ui.text.run(list, ImVec2(area.x + inset, baseline(y, family_height, small_size)),
                group.empty() ? "Without a family" : group, Face::ui_strong, small_size, ui.theme.ink_faint,
                area.w - 2 * inset);
    y += family_height;
    for (std::size_t k = 0; k < tags.size(); ++k) {
      if (view_model.families[k] != family) continue;
      const Rect place{area.x + inset - 10, y, area.w - 2 * inset + 16, row_height};
      y += row_height;
      const bool chosen = k == editor.chosen;
      if (chosen && shown_ != tags[k].id) {
        shown_ = tags[k].id;
        if (place.y < area.y || place.y + row_height > area.y + area.h - foot)
          ImGui::SetScrollY(std::max(0.0f, place.y - origin.y - 60));
      }
      bool hovered = false;
      ImGui::PushID(static_cast<int>(k));
      if (press_area(ui, "tag", place, hovered)) ui.want(intent::EditTag{tags[k].id});
      ImGui::PopID();
      if (chosen || hovered)
        list.AddRectFilled(place.min(), place.max(), chosen ? ui.theme.selection : ui.theme.hover, 6);
      tag_chip(ui, ImVec2(place.x + 10, place.y + 7), tags[k].name,
               tag_look(tags[k].colour, family, ui.theme), false, place.w - 90);
      if (!tags[k].key.empty()) key_cap(ui, ImVec2(place.x + place.w - 26, place.y + 6), tags[k].key);
      const auto& use = editor.uses[k];
      if (use.accepted + use.suggested > 0) {
        const auto count = std::to_string(use.accepted + use.suggested);
        const float width = ui.text.run_width(count, Face::ui, small_size);
        ui.text.run(list, ImVec2(place.x + place.w - 38 - width, baseline(place.y, row_height, small_size)),
                    count, Face::ui, small_size, ui.theme.ink_faint);
      }
    }
    y += 6;
  }
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy(ImVec2(1, y - origin.y + 10));
  ImGui::EndChild();
  hairline(ui.theme, {area.x, area.y + area.h - foot, area.w, 1});
  const auto field = text_field(
      ui, "##add", {area.x + inset - 8, area.y + area.h - foot + 12, area.w - 2 * inset + 16, field_height},
      added_, "Another tag: its name, then Enter");
  if (field.entered && !added_.empty()) {
    ui.want(intent::AddTag{added_});
    added_.clear();
  }
}

float TagSheet::draw_field(Ui& ui, ValueField& field, const char* label, Rect area, const Tag& tag,
                           const std::string& value, std::string_view hint, intent::TagField which,
                           bool one_line) {
  ui.text.run(*ImGui::GetWindowDrawList(), ImVec2(area.x, baseline(area.y, label_height, small_size)), label,
              Face::ui, small_size, ui.theme.ink_soft, area.w);
  ImGui::PushID(label);
  const auto typed = field.draw(ui, "##field", {area.x, area.y + label_height, area.w, area.h}, tag.id, value,
                                hint, wrong_, one_line);
  ImGui::PopID();
  if (typed) ui.want(intent::SetTagField{field.owner(), which, *typed});
  return area.y + label_height + area.h + 12;
}

void TagSheet::draw_tag(Ui& ui, const ViewModel& view_model, Rect area) {
  using intent::TagField;
  const auto& editor = *view_model.tag_editor;
  const auto& tags = view_model.tags->tags;
  if (editor.chosen >= tags.size()) return;
  const auto& tag = tags[editor.chosen];
  // Where the sheet is low, the fields scroll.
  ImGui::SetCursorScreenPos(area.min());
  // Tab leads from one field to the next.
  ImGui::BeginChild("tag", ImVec2(area.w, area.h));
  auto& list = *ImGui::GetWindowDrawList();
  const auto origin = ImGui::GetCursorScreenPos();
  const float x = area.x + inset;
  const float width = area.w - 2 * inset;
  float y = origin.y + 14;
  const float key = 64;
  draw_field(ui, name_, "Name", {x, y, width - key - 12, field_height}, tag, tag.name, "Name",
             TagField::name);
  y = draw_field(ui, key_, "Key", {x + width - key, y, key, field_height}, tag, tag.key, "none",
                 TagField::key);
  y = draw_field(ui, group_, "Family: tags that are shown together", {x, y, width, field_height}, tag,
                 tag.group, "None", TagField::group);
  y = draw_colours(ui, editor, tag, {x, y, width, 0});
  // How it looks on words, and beside others for readers who see colours otherwise.
  const auto look = tag_look(tag.colour, view_model.families[editor.chosen], ui.theme);
  const std::string_view words = "the words that carry this tag";
  const float sample = ui.text.run_width(words, Face::serif, 17);
  list.AddRectFilled(ImVec2(x - 1, y), ImVec2(x + sample + 1, y + 26),
                     with_alpha(look.colour, ui.theme.dark ? 0.28f : 0.20f), 2);
  const float base = baseline(y, 26, 17);
  ui.text.run(list, ImVec2(x, base), words, Face::serif, 17, ui.theme.ink, width);
  draw_underline(list, x, x + sample, base + 5, look);
  if (!editor.alike.empty()) {
    auto told = "Some readers can hardly tell it from " + editor.alike.front();
    if (editor.alike.size() > 1) told += " and " + std::to_string(editor.alike.size() - 1) + " more";
    const bool beside = width - sample > 220;
    if (!beside) y += 34;
    const float left = beside ? x + sample + 16 : x;
    ui.text.paragraph(list, ImVec2(left, y + 11), told, Face::ui, small_size, ui.theme.ink_soft,
                      x + width - left, 16, 2);
  }
  y += 38;
  const float room = origin.y + area.h - y - 64 - 2 * (label_height + 12);
  const float lines = std::clamp(room * 0.5f, 44.0f, 84.0f);
  y = draw_field(ui, guideline_, "Guideline, shown while tagging", {x, y, width, lines}, tag, tag.description,
                 "When is this tag right?", TagField::guideline, false);
  y = draw_field(ui, attributes_, "Attributes, one a line; after a colon the values allowed",
                 {x, y, width, lines}, tag, editor.attributes, "strength: low, medium, high",
                 TagField::attributes, false);
  y = std::max(y, origin.y + area.h - foot_height);
  draw_foot(ui, view_model, tag, {x, y, width, foot_height});
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy(ImVec2(1, y + foot_height - origin.y));
  ImGui::EndChild();
}

float TagSheet::draw_colours(Ui& ui, const TagEditor& editor, const Tag& tag, Rect area) {
  auto& list = *ImGui::GetWindowDrawList();
  ui.text.run(list, ImVec2(area.x, baseline(area.y, label_height, small_size)), "Colour", Face::ui,
              small_size, ui.theme.ink_soft, area.w);
  const float top = area.y + label_height + 2;
  const auto colours = editor.colours;
  // Hues stand side by side, their depths below each other.
  constexpr std::size_t depths = 3;
  for (std::size_t k = 0; k < colours.size(); ++k) {
    const float x = area.x + static_cast<float>(k / depths) * (swatch + 6);
    const Rect place{x, top + static_cast<float>(k % depths) * (swatch + 4), swatch, swatch};
    bool hovered = false;
    ImGui::PushID(static_cast<int>(k));
    if (press_area(ui, "colour", place, hovered))
      ui.want(intent::SetTagField{tag.id, intent::TagField::colour, std::string(colours[k])});
    ImGui::PopID();
    const bool chosen = colours[k] == tag.colour;
    if (chosen || hovered)
      list.AddRect(ImVec2(place.x - 2, place.y - 2), ImVec2(place.x + swatch + 2, place.y + swatch + 2),
                   chosen ? ui.theme.ink : ui.theme.ink_faint, 7, 0, chosen ? 2.0f : 1.0f);
    list.AddRectFilled(place.min(), place.max(), tag_colour(colours[k], ui.theme), 5);
  }
  const float left = area.x + static_cast<float>(colours.size() / depths) * (swatch + 6) + 14;
  const float width = std::min(130.0f, area.x + area.w - left);
  if (width > 70) {
    ui.text.run(list, ImVec2(left, baseline(top, 18, small_size)), "or as #RRGGBB", Face::ui, small_size,
                ui.theme.ink_faint, width);
    if (const auto typed = colour_.draw(ui, "##colour", {left, top + 22, width, field_height}, tag.id,
                                        tag.colour, "#RRGGBB", wrong_))
      ui.want(intent::SetTagField{colour_.owner(), intent::TagField::colour, *typed});
  }
  return top + depths * (swatch + 4) + 10;
}

void TagSheet::draw_foot(Ui& ui, const ViewModel& view_model, const Tag& tag, Rect area) {
  auto& list = *ImGui::GetWindowDrawList();
  const auto& use = view_model.tag_editor->uses[view_model.tag_editor->chosen];
  const float remove = button_width(ui, "Remove tag");
  const float y = area.y + 6;
  if (button(ui, "remove", {area.x + area.w - remove, y, remove, 30}, "Remove tag", ButtonLook::outlined))
    ui.want(intent::RemoveTag{tag.id});
  std::string told;
  if (wrong_) {
    told = view_model.view->message.text;
  } else if (use.accepted + use.suggested > 0) {
    told = std::to_string(use.accepted) + (use.accepted == 1 ? " annotation" : " annotations");
    if (use.suggested > 0) told += ", " + std::to_string(use.suggested) + " suggested";
  } else {
    told = "No annotation has this tag yet";
  }
  const float room = area.w - remove - 16;
  const bool fits = ui.text.run_width(told, Face::ui, small_size) <= room;
  ui.text.paragraph(list, ImVec2(area.x, y + (fits ? 20.0f : 12.0f)), told, Face::ui, small_size,
                    wrong_ ? ui.theme.danger : ui.theme.ink_faint, room, 17, 2);
}

}  // namespace clausemark::app
