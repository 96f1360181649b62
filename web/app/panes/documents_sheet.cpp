#include "web/app/panes/documents_sheet.h"

namespace clausemark::app {
namespace {

constexpr float button_room = 92;  // at the end of a row

}  // namespace

void DocumentsSheet::draw(Ui& ui, const ViewModel& view_model, Rect window) {
  if (view_model.view->sheet != Sheet::documents) return;
  const auto& rows = view_model.documents;
  const auto& all = view_model.view->documents;
  // Below the documents: from a file, and the sample.
  static constexpr const char* others[] = {"Open a file…", "Open the sample"};
  const Picker::Look look{"documents", "Documents in this browser", "", 560, 52, 8};
  const auto count = rows.size() + std::size(others);
  if (!picker_.begin(ui, look, window, view_model.view->sheet_count, count)) return;
  auto& list = *ImGui::GetWindowDrawList();
  for (auto k = picker_.first(); k < picker_.last(); ++k) {
    const bool has_button = k < rows.size() && all[rows[k]].may_be_removed();
    const auto place = picker_.row(ui, k, has_button ? button_room : 0);
    if (k < rows.size()) {
      draw_row(ui, all[rows[k]], place);
    } else {
      ui.text.run(list, ImVec2(place.x + 12, baseline(place.y, place.h, ui_size)), others[k - rows.size()],
                  Face::ui, ui_size, ui.theme.accent);
    }
  }
  if (picker_.text().empty() && picker_.chosen() < rows.size() &&
      ImGui::IsKeyPressed(ImGuiKey_Delete, false)) {
    const auto& document = all[rows[picker_.chosen()]];
    ui.want(intent::RemoveKept{document.id, !document.removed});
  }
  if (picker_.changed()) ui.want(intent::FindCommand{picker_.text()});
  if (const auto taken = picker_.taken()) {
    if (*taken < rows.size()) {
      const auto& document = all[rows[*taken]];
      if (document.open)
        ui.want(intent::ShowSheet{});
      else if (document.removed)
        ui.want(intent::RemoveKept{document.id, false});
      else
        ui.want(intent::OpenKept{document.id});
    } else if (*taken == rows.size()) {
      ui.want(intent::ChooseFile{});
    } else {
      ui.want(intent::OpenSample{});
    }
  }
  picker_.end();
}

void DocumentsSheet::draw_row(Ui& ui, const KeptDocument& document, Rect place) {
  auto& list = *ImGui::GetWindowDrawList();
  float right = place.x + place.w - 8;
  if (document.may_be_removed()) {
    const char* label = document.removed ? "Keep" : "Remove";
    const float width = button_width(ui, label);
    right -= width;
    if (button(ui, document.id.c_str(), {right, place.y + 11, width, 30}, label, ButtonLook::quiet))
      ui.want(intent::RemoveKept{document.id, !document.removed});
    right -= 8;
  }
  const auto ink = document.removed ? ui.theme.ink_faint : ui.theme.ink;
  ui.text.run(list, ImVec2(place.x + 12, baseline(place.y + 6, 20, ui_size)), document.title,
              document.open ? Face::ui_strong : Face::ui, ui_size, ink, right - place.x - 12);
  std::string below = document.open        ? "Open now"
                      : document.elsewhere ? "Open in another tab"
                      : document.removed   ? "Goes when the page opens next"
                                           : document.when;
  if (document.name != document.title) below = document.name + " · " + below;
  if (document.unsaved && !document.removed) below += " · not saved to a file";
  ui.text.run(list, ImVec2(place.x + 12, baseline(place.y + 27, 18, small_size)), below, Face::ui, small_size,
              ui.theme.ink_faint, right - place.x - 12);
}

}  // namespace clausemark::app
