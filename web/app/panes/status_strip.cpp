#include "web/app/panes/status_strip.h"

#include <algorithm>

namespace clausemark::app {

void draw_status_strip(Ui& ui, const ViewModel& view_model, Rect area) {
  if (begin_pane("status", area, ui.theme.paper)) {
    auto& list = *ImGui::GetWindowDrawList();
    hairline(ui.theme, {area.x, area.y, area.w, 1});
    const auto& message = view_model.view->message;
    if (message.kind == MessageKind::info && !message.text.empty()) {
      const float button_room = message.offers_undo ? button_width(ui, "Undo") + 12 : 0;
      const float most = area.w - 32 - button_room;
      const float width = std::min(most, ui.text.run_width(message.text, Face::ui, 13));
      const float x = area.x + (area.w - width - button_room) * 0.5f;
      ui.text.run(list, ImVec2(x, baseline(area.y, area.h, 13)), message.text, Face::ui, 13,
                  ui.theme.ink_soft, most);
      if (message.offers_undo &&
          button(ui, "undo", {x + width + 12, area.y + 4, 0, area.h - 7}, "Undo", ButtonLook::quiet))
        ui.want(intent::Undo{});
    }
  }
  ImGui::End();
}

}  // namespace clausemark::app
