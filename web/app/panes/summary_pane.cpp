#include "web/app/panes/summary_pane.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float row_height = 26;
constexpr float table_row = 50;
constexpr float label_width = 190;
constexpr float bar_height = 14;
constexpr float widest = 880;

// A stretch of a bar; what is only suggested is hatched, so that it is told apart without colour.
void bar(ImDrawList& list, float x, float y, float w, ImU32 colour, bool suggested) {
  list.AddRectFilled(ImVec2(x, y), ImVec2(x + w, y + bar_height),
                     with_alpha(colour, suggested ? 0.28f : 0.9f), 2);
  if (!suggested) return;
  list.PushClipRect(ImVec2(x, y), ImVec2(x + w, y + bar_height), true);
  for (float at = x - bar_height; at < x + w; at += 6)
    list.AddLine(ImVec2(at, y + bar_height), ImVec2(at + bar_height, y), with_alpha(colour, 0.6f), 1);
  list.PopClipRect();
}

struct TableColumn {
  SummaryColumn column;
  const char* name;
  float from;  // of the table's width
  float to;
};
constexpr TableColumn columns[] = {{SummaryColumn::place, "Place", 0, 0.14f},
                                   {SummaryColumn::who, "Who", 0.14f, 0.36f},
                                   {SummaryColumn::what, "What", 0.36f, 0.80f},
                                   {SummaryColumn::when, "When", 0.80f, 1}};

}  // namespace

void SummaryPane::draw(Ui& ui, const ViewModel& view_model, Rect area) {
  if (!view_model.summary) return;
  const bool another = document_revision_ != view_model.document_revision;
  document_revision_ = view_model.document_revision;
  if (!column_.begin("summary", area, ui.theme.paper, widest, another)) return;
  float y = draw_head(ui, view_model, column_.top());
  y = draw_tags(ui, view_model, y);
  y = draw_sections(ui, view_model, y);
  y = draw_dates(ui, view_model, y);
  for (std::size_t k = 0; k < view_model.summary->tables.size(); ++k) y = draw_table(ui, view_model, k, y);
  column_.end(y);
}

float SummaryPane::draw_head(Ui& ui, const ViewModel& view_model, float y) {
  auto& list = *ImGui::GetWindowDrawList();
  ui.text.run(list, ImVec2(column_.x(), baseline(y, 32, 24)), view_model.title, Face::serif_strong, 24,
              ui.theme.ink, column_.width());
  y += 44;
  float x = column_.x();
  const auto options = view_model.view->summary;
  const auto choice = [&](const char* id, const char* label, ButtonLook look) {
    const Rect place{x, y, button_width(ui, label), 30};
    x += place.w + 8;
    return button(ui, id, place, label, look);
  };
  if (choice("suggestions", options.suggestions ? "Leave out open suggestions" : "Include open suggestions",
             ButtonLook::outlined)) {
    auto other = options;
    other.suggestions = !other.suggestions;
    ui.want(intent::SummariseAs{other});
  }
  if (choice("png", "Save picture", ButtonLook::outlined)) ui.want(intent::SaveExtra{intent::Extra::png});
  if (choice("ics", "Save calendar", ButtonLook::outlined))
    ui.want(intent::SaveExtra{intent::Extra::calendar});
  if (choice("back", "Back to the text", ButtonLook::quiet)) ui.want(intent::ShowMain{MainView::reading});
  y += 46;
  if (view_model.summary->tags.empty()) {
    ui.text.run(list, ImVec2(column_.x(), baseline(y, 24, ui_size)),
                "Nothing is accepted yet. Press R to review suggestions.", Face::ui, ui_size,
                ui.theme.ink_soft, column_.width());
    y += 40;
  }
  return y;
}

float SummaryPane::draw_tags(Ui& ui, const ViewModel& view_model, float y) {
  const auto& counts = view_model.summary->tags;
  if (counts.empty()) return y;
  auto& list = *ImGui::GetWindowDrawList();
  y = column_.heading(ui, "Tags", y);
  const float room = std::max(60.0f, column_.width() - label_width - 150);
  const auto most = static_cast<float>(counts.front().all());
  for (std::size_t k = 0; k < counts.size(); ++k, y += row_height) {
    if (!column_.in_view(y, row_height)) continue;
    const auto& one = counts[k];
    const auto& tag = view_model.tags->tags[one.tag];
    if (column_.press_row(ui, "count", k, y, row_height)) {  // those annotations, in the panel
      ui.want(intent::SetFilter{{{tag.id}, {}, {}, {}}});
      ui.want(intent::SetTab{one.accepted > 0 ? PanelTab::annotations : PanelTab::suggestions});
    }
    const auto colour = tag_colour(tag.colour, ui.theme);
    tag_chip(ui, ImVec2(column_.x(), y + 5), tag.name, {colour, view_model.families[one.tag]}, false);
    const float accepted = room * static_cast<float>(one.accepted) / most;
    const float suggested = room * static_cast<float>(one.suggested) / most;
    const float x = column_.x() + label_width;
    if (one.accepted > 0) bar(list, x, y + 6, std::max(2.0f, accepted), colour, false);
    if (one.suggested > 0)
      bar(list, x + accepted + (one.accepted > 0 ? 1.0f : 0.0f), y + 6, std::max(2.0f, suggested), colour,
          true);
    ui.text.run(list, ImVec2(x + accepted + suggested + 10, baseline(y, row_height, small_size)),
                one.in_words(), Face::ui, small_size, ui.theme.ink_faint);
  }
  return y + 24;
}

float SummaryPane::draw_sections(Ui& ui, const ViewModel& view_model, float y) {
  const auto& sections = view_model.summary->sections;
  if (sections.size() < 2) return y;
  auto& list = *ImGui::GetWindowDrawList();
  y = column_.heading(ui, "Sections", y);
  const float room = std::max(60.0f, column_.width() - label_width - 60);
  std::uint32_t most = 1;
  for (const auto& section : sections) most = std::max(most, section.all);
  for (std::size_t k = 0; k < sections.size(); ++k, y += row_height) {
    if (!column_.in_view(y, row_height)) continue;
    const auto& section = sections[k];
    if (column_.press_row(ui, "section", k, y, row_height)) ui.want(intent::GoTo{section.reading});
    ui.text.run(list, ImVec2(column_.x(), baseline(y, row_height, 13)), section.title, Face::ui, 13,
                ui.theme.ink, label_width - 14);
    float x = column_.x() + label_width;
    for (const auto& one : section.tags) {
      const auto colour = tag_colour(view_model.tags->tags[one.tag].colour, ui.theme);
      for (const bool suggested : {false, true}) {
        const auto count = suggested ? one.suggested : one.accepted;
        if (count == 0) continue;
        const float w = std::max(2.0f, room * static_cast<float>(count) / static_cast<float>(most));
        bar(list, x, y + 6, w - 1, colour, suggested);
        x += w;
      }
    }
    ui.text.run(list, ImVec2(x + 9, baseline(y, row_height, small_size)), std::to_string(section.all),
                Face::ui, small_size, ui.theme.ink_faint);
  }
  return y + 24;
}

float SummaryPane::draw_dates(Ui& ui, const ViewModel& view_model, float y) {
  const auto& dates = view_model.summary->dates;
  if (dates.size() < 2) return y;
  auto& list = *ImGui::GetWindowDrawList();
  y = column_.heading(ui, "Dates", y);
  const float axis = y + 10;
  list.AddRectFilled(ImVec2(column_.x(), axis), ImVec2(column_.x() + column_.width(), axis + 1),
                     ui.theme.ink_faint);
  // A dot for each day that is a pixel away from the one before.
  float last = -1;
  for (const auto& one : dates) {
    const float x = column_.x() + 5 + (column_.width() - 10) * one.at;
    if (x - last < 1 || !column_.in_view(y, 20)) continue;
    last = x;
    list.AddCircleFilled(ImVec2(x, axis), 5, ui.theme.paper);
    list.AddCircleFilled(ImVec2(x, axis), 4, ui.theme.accent);
  }
  y += 26;
  for (std::size_t k = 0; k < dates.size(); ++k, y += row_height) {
    if (!column_.in_view(y, row_height)) continue;
    if (column_.press_row(ui, "date", k, y, row_height)) ui.want(intent::GoTo{dates[k].reading});
    const float base = baseline(y, row_height, 13);
    ui.text.run(list, ImVec2(column_.x(), base), dates[k].date, Face::ui, 13, ui.theme.ink);
    ui.text.run(list, ImVec2(column_.x() + 110, base), dates[k].place, Face::ui, small_size,
                ui.theme.ink_faint, label_width - 30);
    ui.text.run(list, ImVec2(column_.x() + label_width + 90, base), dates[k].words, Face::serif, 15,
                ui.theme.ink_soft, column_.width() - label_width - 90);
  }
  return y + 24;
}

void SummaryPane::draw_columns(Ui& ui, const ViewModel& view_model, float y) {
  auto& list = *ImGui::GetWindowDrawList();
  const auto options = view_model.view->summary;
  for (const auto& column : columns) {
    const Rect place{column_.x() + column_.width() * column.from - 6, y,
                     column_.width() * (column.to - column.from), 28};
    bool hovered = false;
    const bool chosen = options.sort == column.column;
    if (press_area(ui, column.name, place, hovered)) {
      auto other = options;
      other.descending = chosen && !options.descending;
      other.sort = column.column;
      ui.want(intent::SummariseAs{other});
    }
    const auto ink = chosen || hovered ? ui.theme.ink : ui.theme.ink_faint;
    const float width = ui.text.run(list, ImVec2(place.x + 6, baseline(y, 28, small_size)), column.name,
                                    chosen ? Face::ui_strong : Face::ui, small_size, ink);
    if (!chosen) continue;
    const float x = place.x + 6 + width + 9;
    const float s = options.descending ? 1.0f : -1.0f;
    list.AddTriangleFilled(ImVec2(x - 4, y + 14 - s * 2), ImVec2(x + 4, y + 14 - s * 2),
                           ImVec2(x, y + 14 + s * 3), ink);
  }
  hairline(ui.theme, {column_.x(), y + 28, column_.width(), 1});
}

float SummaryPane::draw_table(Ui& ui, const ViewModel& view_model, std::size_t index, float y) {
  const auto& table = view_model.summary->tables[index];
  ImGui::PushID(static_cast<int>(index));
  const float top = y;
  y = column_.heading(ui, table.title + " (" + std::to_string(table.rows.size()) + ")", y);
  const float copy = button_width(ui, "Copy table");
  if (column_.in_view(top, 32) &&
      button(ui, "copy", {column_.x() + column_.width() - copy, top + 1, copy, 30}, "Copy table",
             ButtonLook::outlined))
    ui.want(intent::CopyTable{index});
  if (column_.in_view(y, 30)) draw_columns(ui, view_model, y);
  y += 32;
  const auto first = static_cast<std::size_t>(std::max(0.0f, (column_.area().y - y) / table_row));
  const auto rows = table.rows.size();
  for (auto k = first; k < rows; ++k) {
    const float at = y + static_cast<float>(k) * table_row;
    if (at >= column_.area().y + column_.area().h) break;
    draw_row(ui, view_model, table, k, at);
  }
  ImGui::PopID();
  return y + static_cast<float>(rows) * table_row + 28;
}

void SummaryPane::draw_row(Ui& ui, const ViewModel& view_model, const SummaryTable& table, std::size_t k,
                           float y) {
  auto& list = *ImGui::GetWindowDrawList();
  const auto& row = table.rows[k];
  if (column_.press_row(ui, "row", k, y, table_row)) {
    ui.want(intent::GoTo{row.reading});
    if (!row.id.empty()) ui.want(intent::Activate{row.id});
  }
  if (table.tag < view_model.tags->tags.size()) {
    const auto colour = tag_colour(view_model.tags->tags[table.tag].colour, ui.theme);
    list.AddRectFilled(ImVec2(column_.x() - 8, y + 6), ImVec2(column_.x() - 5, y + table_row - 6),
                       with_alpha(colour, row.suggested ? 0.35f : 1.0f), 1);
  }
  const auto cell = [&](const TableColumn& column, std::string_view text, Face face, float size, ImU32 ink) {
    ui.text.paragraph(list, ImVec2(column_.x() + column_.width() * column.from, y + 20), text, face, size,
                      ink, column_.width() * (column.to - column.from) - 14, 18, 2);
  };
  const auto ink = row.suggested ? ui.theme.ink_soft : ui.theme.ink;
  cell(columns[0], row.place, Face::ui, small_size, ui.theme.ink_faint);
  cell(columns[1], row.who, Face::ui, 13, ink);
  cell(columns[2], row.what, Face::serif, 15, ink);
  cell(columns[3], row.when, Face::ui, 13, ink);
  hairline(ui.theme, {column_.x(), y + table_row - 1, column_.width(), 1});
}

}  // namespace clausemark::app
