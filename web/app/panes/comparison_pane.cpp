#include "web/app/panes/comparison_pane.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float widest = 980;
constexpr float place_width = 124;
constexpr float row_height = 100;
constexpr float tag_row = 28;

}  // namespace

void ComparisonPane::draw(Ui& ui, const ViewModel& view_model, Rect area) {
  if (!view_model.comparison) return;
  const auto& comparison = *view_model.comparison;
  const bool another = document_revision_ != view_model.document_revision || name_ != comparison.name;
  document_revision_ = view_model.document_revision;
  name_ = comparison.name;
  if (!column_.begin("comparison", area, ui.theme.paper, widest, another)) return;
  float y = draw_head(ui, comparison, column_.top());
  y = draw_figures(ui, comparison, y);
  y = draw_rows(ui, comparison, y);
  y = draw_tags(ui, comparison, y);
  column_.end(y);
}

float ComparisonPane::draw_head(Ui& ui, const ComparisonView& comparison, float y) {
  auto& list = *ImGui::GetWindowDrawList();
  ui.text.run(list, ImVec2(column_.x(), baseline(y, 32, 24)), "Compared with " + comparison.name,
              Face::serif_strong, 24, ui.theme.ink, column_.width());
  y += 36;
  ui.text.run(list, ImVec2(column_.x(), baseline(y, 22, ui_size)), comparison.told, Face::ui, ui_size,
              ui.theme.ink_soft, column_.width());
  y += 34;
  const float merge = button_width(ui, "Merge");
  if (button(ui, "merge", {column_.x(), y, merge, 30}, "Merge", ButtonLook::filled))
    ui.want(intent::MergeOther{});
  const float back = button_width(ui, "Back to the text");
  if (button(ui, "back", {column_.x() + merge + 8, y, back, 30}, "Back to the text", ButtonLook::outlined))
    ui.want(intent::ShowMain{MainView::reading});
  const float close = button_width(ui, "Stop comparing");
  if (button(ui, "close", {column_.x() + merge + back + 16, y, close, 30}, "Stop comparing",
             ButtonLook::quiet))
    ui.want(intent::CloseOther{});
  const float left = column_.x() + merge + back + close + 32;
  ui.text.paragraph(list, ImVec2(left, y + 18), "Nothing is lost; what differs stays until you choose.",
                    Face::ui, small_size, ui.theme.ink_faint, column_.x() + column_.width() - left, 16, 2);
  return y + 52;
}

float ComparisonPane::draw_figures(Ui& ui, const ComparisonView& comparison, float y) {
  auto& list = *ImGui::GetWindowDrawList();
  const auto count = static_cast<float>(std::max<std::size_t>(1, comparison.figures.size()));
  const float step = column_.width() / count;
  hairline(ui.theme, {column_.x(), y, column_.width(), 1});
  for (std::size_t k = 0; k < comparison.figures.size(); ++k) {
    const auto& figure = comparison.figures[k];
    const float x = column_.x() + step * static_cast<float>(k);
    ui.text.run(list, ImVec2(x, baseline(y + 14, 32, 26)), figure.value, Face::serif_strong, 26, ui.theme.ink,
                step - 16);
    ui.text.run(list, ImVec2(x, baseline(y + 50, 18, 13)), figure.name, Face::ui_strong, 13, ui.theme.ink,
                step - 16);
    ui.text.paragraph(list, ImVec2(x, y + 82), figure.meaning, Face::ui, small_size, ui.theme.ink_faint,
                      step - 16, 16, 2);
  }
  hairline(ui.theme, {column_.x(), y + 112, column_.width(), 1});
  return y + 132;
}

float ComparisonPane::draw_rows(Ui& ui, const ComparisonView& comparison, float y) {
  auto& list = *ImGui::GetWindowDrawList();
  y = column_.heading(ui, comparison.rows.empty() ? "Nothing differs" : "What differs", y);
  if (comparison.rows.empty()) return y + 12;
  const float side = (column_.width() - place_width) * 0.5f;
  if (column_.in_view(y, 26)) {
    const float base = baseline(y, 24, small_size);
    ui.text.run(list, ImVec2(column_.x() + place_width, base), "Here", Face::ui_strong, small_size,
                ui.theme.ink_faint);
    ui.text.run(list, ImVec2(column_.x() + place_width + side, base), comparison.name, Face::ui_strong,
                small_size, ui.theme.ink_faint, side);
  }
  y += 26;
  hairline(ui.theme, {column_.x(), y, column_.width(), 1});
  const auto first = static_cast<std::size_t>(std::max(0.0f, (column_.area().y - y) / row_height));
  for (auto k = first; k < comparison.rows.size(); ++k) {
    const float top = y + static_cast<float>(k) * row_height;
    if (top >= column_.area().y + column_.area().h) break;
    draw_row(ui, comparison.rows[k], k, top);
  }
  return y + static_cast<float>(comparison.rows.size()) * row_height + 28;
}

void ComparisonPane::draw_row(Ui& ui, const ComparisonRow& row, std::size_t k, float y) {
  auto& list = *ImGui::GetWindowDrawList();
  if (column_.press_row(ui, "row", k, y, row_height)) {
    ui.want(intent::GoTo{row.reading});
    if (!row.id.empty()) ui.want(intent::Activate{row.id});
  }
  ui.text.run(list, ImVec2(column_.x(), baseline(y + 12, 18, small_size)), row.place, Face::ui, small_size,
              ui.theme.ink_soft, place_width - 14);
  const auto told = row.differs.empty() ? std::string(row.ours.says ? "only here" : "only there")
                                        : row.differs + (row.differs.back() == 's' ||
                                                                 row.differs.find(' ') != std::string::npos
                                                             ? " differ"
                                                             : " differs");
  ui.text.paragraph(list, ImVec2(column_.x(), y + 44), told, Face::ui, small_size, ui.theme.ink_faint,
                    place_width - 14, 16, 3);
  const float side = (column_.width() - place_width) * 0.5f;
  draw_side(ui, row.ours, {column_.x() + place_width, y + 10, side - 20, row_height - 18});
  draw_side(ui, row.theirs, {column_.x() + place_width + side, y + 10, side - 8, row_height - 18});
  hairline(ui.theme, {column_.x(), y + row_height - 1, column_.width(), 1});
}

void ComparisonPane::draw_side(Ui& ui, const Side& side, Rect area) {
  auto& list = *ImGui::GetWindowDrawList();
  if (!side.says) {
    ui.text.run(list, ImVec2(area.x, baseline(area.y, 20, 13)), "–", Face::ui, 13, ui.theme.ink_faint);
    return;
  }
  tag_chip(ui, ImVec2(area.x, area.y + 2), side.status.empty() ? side.tag : side.tag + ", " + side.status,
           tag_look(side.colour, side.family, ui.theme), true, area.w * 0.6f);
  const float by = std::min(ui.text.run_width(side.author, Face::ui, small_size), area.w * 0.36f);
  if (!side.author.empty())
    ui.text.run(list, ImVec2(area.x + area.w - by, baseline(area.y, 20, small_size)), side.author, Face::ui,
                small_size, ui.theme.ink_faint, by);
  const int lines = side.note.empty() ? 3 : 2;
  const int drawn = ui.text.paragraph(list, ImVec2(area.x, area.y + 37), side.quote, Face::serif, 15,
                                      ui.theme.ink_soft, area.w, 19, lines);
  if (!side.note.empty())
    ui.text.run(list, ImVec2(area.x, area.y + 39 + 19 * static_cast<float>(drawn)), side.note, Face::ui,
                small_size, ui.theme.ink, area.w);
}

float ComparisonPane::draw_tags(Ui& ui, const ComparisonView& comparison, float y) {
  if (comparison.tags.empty()) return y;
  auto& list = *ImGui::GetWindowDrawList();
  y = column_.heading(ui, "Tag by tag", y);
  static constexpr float columns[] = {0.0f, 0.40f, 0.55f, 0.70f};
  const auto cell = [&](std::size_t column, std::string_view text, ImU32 ink) {
    ui.text.run(list, ImVec2(column_.x() + column_.width() * columns[column], baseline(y, tag_row, 13)), text,
                Face::ui, 13, ink, column_.width() * 0.14f);
  };
  cell(0, "Tag", ui.theme.ink_faint);
  cell(1, "Here", ui.theme.ink_faint);
  cell(2, "There", ui.theme.ink_faint);
  ui.text.run(list, ImVec2(column_.x() + column_.width() * columns[3], baseline(y, tag_row, 13)),
              "In the same clauses (F1)", Face::ui, 13, ui.theme.ink_faint, column_.width() * 0.3f);
  y += tag_row;
  hairline(ui.theme, {column_.x(), y, column_.width(), 1});
  for (const auto& row : comparison.tags) {
    if (column_.in_view(y, tag_row)) {
      tag_chip(ui, ImVec2(column_.x(), y + 6), row.name, tag_look(row.colour, row.family, ui.theme), false,
               column_.width() * 0.38f);
      cell(1, std::to_string(row.ours), ui.theme.ink);
      cell(2, std::to_string(row.theirs), ui.theme.ink);
      cell(3, row.agreement, ui.theme.ink);
    }
    y += tag_row;
  }
  return y + 20;
}

}  // namespace clausemark::app
