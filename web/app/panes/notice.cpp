#include "web/app/panes/notice.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float inset = 12;

}  // namespace

void draw_notice(Ui& ui, const ViewModel& view_model, Rect area) {
  const auto& view = *view_model.view;
  const auto& question = view_model.question;
  std::string text = view.message.text;
  float buttons = 0;
  const bool opening = !view_model.opening.empty();
  if (opening) {
    text = view_model.opening;
    buttons = button_width(ui, "Cancel") + 6;
  } else if (!question.text.empty()) {
    text = question.text;
    for (const auto& label : {question.yes, question.no, std::string("Stay here")})
      buttons += button_width(ui, label) + 6;
  } else if (view.message.kind != MessageKind::info && !text.empty()) {
    buttons = button_width(ui, "Close") + 6;
  } else {
    return;
  }
  const float most = area.w - 32 - 2 * inset;
  const float wanted = ui.text.run_width(text, Face::ui, ui_size);
  const bool stacked = buttons > 0 && wanted + buttons + 16 > most;
  const float text_width = std::min(wanted + 2, stacked ? most : most - buttons);
  const int lines = static_cast<int>(std::min(4.0f, std::ceil(wanted * 1.08f / std::max(1.0f, text_width))));
  const float text_height = 20.0f * static_cast<float>(std::max(1, wanted <= text_width ? 1 : lines));
  const float width = 2 * inset + (stacked ? std::max(text_width, buttons) : text_width + buttons + 4);
  const float height =
      std::max(text_height, buttons > 0 && !stacked ? 30.0f : 0.0f) + 2 * 9 + (stacked ? 36 : 0);
  const Rect card{std::round(area.x + (area.w - width) * 0.5f), std::round(area.y + area.h - height - 16),
                  width, height};
  if (begin_floating_pane("notice", {card.x, card.y, card.w, card.h + 4})) {
    raised_card(ui.theme, card);
    auto& list = *ImGui::GetWindowDrawList();
    const float text_top = stacked ? card.y + 9 : card.y + (card.h - text_height) * 0.5f;
    ui.text.paragraph(
        list, ImVec2(card.x + inset, baseline(text_top, 20, ui_size)), text, Face::ui, ui_size,
        opening || view.pending || view.message.kind != MessageKind::error ? ui.theme.ink : ui.theme.danger,
        text_width, 20, std::max(1, lines));
    float x = stacked ? card.x + inset : card.x + inset + text_width + 6;
    const float y = stacked ? card.y + card.h - 9 - 30 : card.y + (card.h - 30) * 0.5f;
    const auto choice = [&](const char* label, ButtonLook look) {
      const bool pressed = button(ui, label, {x, y, 0, 30}, label, look);
      x += button_width(ui, label) + 6;
      return pressed;
    };
    if (opening) {
      if (choice("Cancel", ButtonLook::outlined)) ui.want(intent::Dismiss{});
      const float way = card.w - 2 * inset;
      list.AddRectFilled(ImVec2(card.x + inset, card.y + card.h - 4),
                         ImVec2(card.x + inset + way, card.y + card.h - 2), ui.theme.hairline, 1);
      list.AddRectFilled(ImVec2(card.x + inset, card.y + card.h - 4),
                         ImVec2(card.x + inset + way * view_model.opened, card.y + card.h - 2),
                         ui.theme.accent, 1);
    } else if (!question.text.empty()) {
      if (choice(question.yes.c_str(), ButtonLook::filled)) ui.want(intent::AnswerPending{true, true});
      if (choice(question.no.c_str(), ButtonLook::outlined)) ui.want(intent::AnswerPending{true, false});
      if (choice("Stay here", ButtonLook::quiet)) ui.want(intent::AnswerPending{});
    } else if (choice("Close", ButtonLook::outlined)) {
      ui.want(intent::Dismiss{});
    }
  }
  ImGui::End();
}

}  // namespace clausemark::app
