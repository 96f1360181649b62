#include "web/app/ui/text_field.h"

#include <algorithm>
#include <utility>

#include "web/app/text/soft_wrap.h"

namespace clausemark::app {
namespace {

constexpr int field_colours = 5;

// Dear ImGui edits into a buffer that may have to grow.
int grow(ImGuiInputTextCallbackData* data) {
  auto& text = *static_cast<std::string*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text.data();
  }
  return 0;
}

// A text, and its lines as they are shown and edited.
struct Wrapped {
  std::string& text;
  float width;
  std::string shown;
  std::string buffer;  // what Dear ImGui writes to; only its own wish to resize it may move it

  void show() {
    shown = soft_wrapped(text, width, [](std::string_view piece) {
      return ImGui::CalcTextSize(piece.data(), piece.data() + piece.size()).x;
    });
  }
};

int wrap(ImGuiInputTextCallbackData* data) {
  auto& wrapped = *static_cast<Wrapped*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    wrapped.buffer.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = wrapped.buffer.data();
    return 0;
  }
  const auto length = static_cast<std::size_t>(data->BufTextLen);
  wrapped.text = edited(wrapped.text, wrapped.shown, {data->Buf, length});
  wrapped.show();
  // Both have the same length: only spaces and line breaks have changed. As this is nothing that the hand
  // did, it is not told as a change, and is no step to undo.
  std::copy(wrapped.shown.begin(), wrapped.shown.end(), data->Buf);
  return 0;
}

void push_style(const Theme& theme, FieldLook look) {
  const bool framed = look != FieldLook::bare;
  ImGui::PushStyleColor(ImGuiCol_FrameBg, framed ? theme.paper : 0);
  ImGui::PushStyleColor(ImGuiCol_Border, look == FieldLook::refused ? theme.danger
                                         : framed                   ? theme.hairline
                                                                    : 0);
  ImGui::PushStyleColor(ImGuiCol_Text, theme.ink);
  ImGui::PushStyleColor(ImGuiCol_TextDisabled, theme.ink_faint);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, theme.selection);
}

FieldEvents finish(Ui& ui, bool entered) {
  ImGui::PopStyleColor(field_colours);
  if (ImGui::IsItemHovered()) ui.cursor = "text";
  FieldEvents events;
  events.entered = entered;
  events.editing = ImGui::IsItemActive();
  events.changed = ImGui::IsItemEdited();
  events.left = ImGui::IsItemDeactivatedAfterEdit();
  events.just_left = ImGui::IsItemDeactivated();
  return events;
}

void draw_hint(Ui& ui, Rect line, std::string_view hint) {
  ui.text.run(*ImGui::GetWindowDrawList(), ImVec2(line.x + 8, baseline(line.y, line.h, 13)), hint, Face::ui,
              13, ui.theme.ink_faint, line.w - 16);
}

}  // namespace

FieldEvents text_field(Ui& ui, const char* id, Rect area, std::string& text, std::string_view hint,
                       bool focus, FieldLook look) {
  push_style(ui.theme, look);
  ImGui::PushStyleVarY(ImGuiStyleVar_FramePadding, (area.h - ImGui::GetFontSize()) * 0.5f);
  ImGui::SetCursorScreenPos(area.min());
  ImGui::SetNextItemWidth(area.w);
  if (focus) ImGui::SetKeyboardFocusHere();
  const bool entered =
      ImGui::InputText(id, text.data(), text.capacity() + 1,
                       ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_EnterReturnsTrue |
                           ImGuiInputTextFlags_AutoSelectAll,
                       grow, &text);
  ImGui::PopStyleVar();
  const auto events = finish(ui, entered);
  if (text.empty()) draw_hint(ui, area, hint);
  return events;
}

std::optional<std::string> ValueField::draw(Ui& ui, const char* id, Rect area, std::string_view owner,
                                            const std::string& value, std::string_view hint, bool error,
                                            bool one_line) {
  const auto look = refused_ ? FieldLook::refused : FieldLook::framed;
  const auto field = one_line ? text_field(ui, id, area, text_, hint, false, look)
                              : text_area(ui, id, area, text_, hint, false, look);
  if (field.left) {
    value_ = value;
    handed_over_ = true;
    return text_;
  }
  if (field.just_left) refused_ = false;
  if (field.editing || field.just_left) return std::nullopt;
  if (std::exchange(handed_over_, false)) refused_ = error;
  if (owner_ != owner || value_ != value) refused_ = false;
  if (!refused_) {
    owner_ = owner;
    text_ = value;
  }
  return std::nullopt;
}

FieldEvents text_area(Ui& ui, const char* id, Rect area, std::string& text, std::string_view hint, bool focus,
                      FieldLook look) {
  push_style(ui.theme, look);
  ImGui::SetCursorScreenPos(area.min());
  if (focus) ImGui::SetKeyboardFocusHere();
  const auto& style = ImGui::GetStyle();
  Wrapped wrapped{text, area.w - 2 * style.FramePadding.x - style.ScrollbarSize - 4, {}, {}};
  wrapped.show();
  wrapped.buffer = wrapped.shown;
  ImGui::InputTextMultiline(id, wrapped.buffer.data(), wrapped.buffer.capacity() + 1, ImVec2(area.w, area.h),
                            ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackEdit |
                                ImGuiInputTextFlags_NoHorizontalScroll,
                            wrap, &wrapped);
  const auto events = finish(ui, false);
  if (text.empty() && !events.editing) draw_hint(ui, {area.x, area.y + 6, area.w, 18}, hint);
  return events;
}

}  // namespace clausemark::app
