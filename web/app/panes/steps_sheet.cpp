#include "web/app/panes/steps_sheet.h"

namespace clausemark::app {

void StepsSheet::draw(Ui& ui, const ViewModel& view_model, Rect window) {
  if (view_model.view->sheet != Sheet::steps) return;
  const auto& rows = view_model.steps;
  const Picker::Look look{"steps", "Go back to a step, or forward again", "No step says this", 640, 34, 12};
  if (!picker_.begin(ui, look, window, view_model.view->sheet_count, rows.size())) return;
  auto& list = *ImGui::GetWindowDrawList();
  for (auto k = picker_.first(); k < picker_.last(); ++k) {
    const auto place = picker_.row(ui, k);
    const auto& row = rows[k];
    const bool now = row.by == 0;
    const auto ink = row.by > 0 ? ui.theme.ink_faint : ui.theme.ink;
    if (now) list.AddCircleFilled(ImVec2(place.x + 15, place.y + place.h * 0.5f), 3.5f, ui.theme.accent);
    const std::string told = std::string(now          ? "now"
                                         : row.by > 0 ? "undone"
                                                      : "") +
                             (row.by >= 0 && !row.place.empty() ? " · " : "") + row.place;
    const float width = ui.text.run_width(told, Face::ui, small_size);
    const float right = place.x + place.w - 12 - width;
    ui.text.run(list, ImVec2(right, baseline(place.y, place.h, small_size)), told, Face::ui, small_size,
                ui.theme.ink_faint);
    const auto face = now ? Face::ui_strong : Face::ui;
    const float left = place.x + 28;
    ui.text.run(list, ImVec2(left, baseline(place.y, place.h, ui_size)), row.name, face, ui_size, ink,
                right - left - 12);
    const float quote = left + ui.text.run_width(row.name, face, ui_size) + 12;
    if (quote < right - 60)
      ui.text.run(list, ImVec2(quote, baseline(place.y, place.h, ui_size)), row.quote, Face::serif, ui_size,
                  ui.theme.ink_faint, right - quote - 12);
  }
  if (picker_.changed()) ui.want(intent::FindCommand{picker_.text()});
  if (const auto taken = picker_.taken(); taken && *taken < rows.size())
    ui.want(intent::GoToStep{rows[*taken].by});
  picker_.end();
}

}  // namespace clausemark::app
