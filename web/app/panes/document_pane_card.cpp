// What a highlight or a reference says when the pointer rests on it.
#include <algorithm>
#include <cmath>

#include "web/app/panes/document_pane.h"

namespace clausemark::app {
namespace {

constexpr float rest_needed = 0.45f;  // seconds
constexpr float width = 320;
constexpr float inset = 12;
constexpr float line = 18;

}  // namespace

void DocumentPane::draw_hover_card(Ui& ui, const ViewModel& view_model) {
  const auto pointer = ImGui::GetIO().MousePos;
  // What is in hand is told in the panel.
  const bool on_something = (hovered_ != none && hovered_ != view_model.active) || hovered_link_ != nullptr;
  const bool still = std::abs(pointer.x - rest_at_.x) + std::abs(pointer.y - rest_at_.y) < 3;
  // The pointer asks by moving: what scrolls or changes below it while it rests is not asked about.
  if (!still) {
    rest_at_ = pointer;
    rest_revision_ = view_model.view_revision;
  }
  const auto& view = *view_model.view;
  const bool busy = ImGui::IsMouseDown(ImGuiMouseButton_Left) || view.menu || !view.selection.empty();
  if (!on_something || !still || busy) {
    rest_ = 0;
    moving_ = moving_ || (on_something && !still);
    return;
  }
  // Once the work goes on without it, the pointer has to move before it is asked again.
  if (rest_revision_ != view_model.view_revision) return;
  rest_ += ImGui::GetIO().DeltaTime;
  if (rest_ < rest_needed) {
    moving_ = true;
    return;
  }
  const auto index = hovered_ == none ? none : view_model.row_of_mark(hovered_);
  const AnnotationRow* row = index == none
                                 ? nullptr
                                 : &(index < view_model.suggestions.size()
                                         ? view_model.suggestions[index]
                                         : view_model.annotations[index - view_model.suggestions.size()]);
  // Lines below the tag: where it stands, why or who, the note.
  std::vector<std::string> lines;
  if (row != nullptr) {
    lines.push_back(row->place);
    if (row->status == Status::suggested)
      lines.push_back(row->why);
    else if (!row->author.empty())
      lines.push_back(row->date.empty() ? row->author : row->author + ", " + row->date);
    for (const auto& [name, value] : row->attributes) lines.push_back(name + ": " + value);
  }
  if (hovered_link_ != nullptr) lines.push_back("Ctrl and a click lead to " + hovered_link_->place);
  std::erase_if(lines, [](const std::string& text) { return text.empty(); });
  const int note_lines =
      row == nullptr || row->note.empty()
          ? 0
          : static_cast<int>(std::min(
                4.0f, std::ceil(ui.text.run_width(row->note, Face::serif, 14) * 1.1f / (width - 2 * inset))));
  const float height = 2 * inset + (row != nullptr ? 22.0f : 0.0f) + static_cast<float>(lines.size()) * line +
                       static_cast<float>(note_lines) * 19 + (note_lines > 0 ? 6.0f : 0.0f);
  const float below = pointer.y + 22;
  const Rect card{std::round(std::clamp(pointer.x - 40, area_.x + 8,
                                        std::max(area_.x + 8, area_.x + area_.w - width - 8))),
                  std::round(below + height > area_.y + area_.h ? pointer.y - height - 14 : below), width,
                  height};
  if (begin_floating_pane("hover card", {card.x, card.y, card.w, card.h + 4})) {
    raised_card(ui.theme, card);
    auto& list = *ImGui::GetWindowDrawList();
    float y = card.y + inset;
    if (row != nullptr) {
      const auto& tag = view_model.tags->tags[row->tag];
      tag_chip(ui, ImVec2(card.x + inset, y), tag.name,
               tag_look(tag.colour, view_model.families[row->tag], ui.theme), true);
      if (row->status != Status::accepted) {
        const char* status = row->status == Status::suggested ? "suggested" : "rejected";
        const float told = ui.text.run_width(status, Face::ui, small_size);
        ui.text.run(list, ImVec2(card.x + card.w - inset - told, baseline(y, 16, small_size)), status,
                    Face::ui, small_size, ui.theme.ink_faint);
      }
      y += 22;
    }
    for (const auto& text : lines) {
      ui.text.run(list, ImVec2(card.x + inset, baseline(y, line, small_size)), text, Face::ui, small_size,
                  ui.theme.ink_soft, width - 2 * inset);
      y += line;
    }
    if (note_lines > 0)
      ui.text.paragraph(list, ImVec2(card.x + inset, baseline(y + 6, 19, 14)), row->note, Face::serif, 14,
                        ui.theme.ink, width - 2 * inset, 19, note_lines);
  }
  ImGui::End();
}

}  // namespace clausemark::app
