#include "web/app/panes/command_palette.h"

namespace clausemark::app {

void CommandPalette::draw(Ui& ui, const ViewModel& view_model, Rect window) {
  if (view_model.view->sheet != Sheet::commands) return;
  const auto& rows = view_model.commands;
  const Picker::Look look{
      "commands", "What do you want to do?", "Nothing of this name can be done now", 620, 34, 11};
  if (!picker_.begin(ui, look, window, view_model.view->sheet_count, rows.size())) return;
  auto& list = *ImGui::GetWindowDrawList();
  for (auto k = picker_.first(); k < picker_.last(); ++k) {
    const auto place = picker_.row(ui, k);
    const auto& row = rows[k];
    const float base = baseline(place.y, place.h, ui_size);
    float right = place.x + place.w - 10;
    if (!row.key.empty()) right = key_caps(ui, right, place.y + 7, row.key) - 8;
    const float group = ui.text.run_width(row.group, Face::ui, small_size);
    ui.text.run(list, ImVec2(right - group, base), row.group, Face::ui, small_size, ui.theme.ink_faint);
    ui.text.run(list, ImVec2(place.x + 10, base), row.name, Face::ui, ui_size, ui.theme.ink,
                right - group - 16 - place.x - 10);
  }
  if (picker_.changed()) ui.want(intent::FindCommand{picker_.text()});
  if (const auto taken = picker_.taken(); taken && *taken < rows.size()) {
    ui.want(intent::ShowSheet{});
    ui.want(rows[*taken].intent);
  }
  picker_.end();
}

}  // namespace clausemark::app
