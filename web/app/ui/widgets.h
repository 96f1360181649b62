// The few controls of the interface, drawn our way. Each takes the place it is drawn at and says what the
// hand did.
#pragma once

#include <imgui.h>
#include <string_view>
#include <vector>

#include "web/app/model/intent.h"
#include "web/app/ui/tag_look.h"
#include "web/app/ui/text_painter.h"
#include "web/app/ui/theme.h"

namespace clausemark::app {

// What a pane draws with. It reads a view model, and what the reader wants goes into `intents`.
struct Ui {
  TextPainter& text;
  const Theme& theme;
  std::vector<Intent>& intents;
  const char* cursor = "default";  // CSS cursor wished for by what lies under the pointer

  void want(Intent intent) { intents.push_back(std::move(intent)); }
};

constexpr float ui_size = 14;
constexpr float small_size = 12;

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;
  ImVec2 min() const { return {x, y}; }
  ImVec2 max() const { return {x + w, y + h}; }
  bool contains(ImVec2 p) const { return p.x >= x && p.y >= y && p.x < x + w && p.y < y + h; }
};

// The baseline that centres text of this size in a line of this height.
float baseline(float top, float height, float size);

enum class ButtonLook { quiet, filled, outlined };

// A button; its width is that of its label unless `area.w` is given. Returns whether it was pressed.
bool button(Ui& ui, const char* id, Rect area, std::string_view label, ButtonLook look = ButtonLook::quiet,
            bool enabled = true);
float button_width(Ui& ui, std::string_view label);

// An invisible area that can be pressed.
bool press_area(Ui& ui, const char* id, Rect area, bool& hovered);

// A tag as its shape and name; returns the width.
float tag_chip(Ui& ui, ImVec2 at, std::string_view name, const TagLook& look, bool strong, float most = 0);

// A key cap with one letter.
void key_cap(Ui& ui, ImVec2 at, std::string_view key);

// The caps of "Ctrl+Shift+Z", ending at `right`; returns where they begin.
float key_caps(Ui& ui, float right, float top, std::string_view keys);

// A line one pixel thin: `area` has a width or a height of 1.
void hairline(const Theme& theme, Rect area);

// A card that lies above the page.
void raised_card(const Theme& theme, Rect area);

// A card above a shaded page that has mouse and keys to itself; a press beside it closes it. End with
// ImGui::End().
bool begin_sheet(Ui& ui, const char* name, Rect window, Rect card);

// Covers the window with nothing but what is drawn next, which has the mouse to itself; end with
// ImGui::End().
bool begin_overlay(const char* name, Rect window);

// A window without any decoration that fills `area`; end with ImGui::End().
bool begin_pane(const char* name, Rect area, ImU32 background);
// The same, but above all others and without a background of its own.
bool begin_floating_pane(const char* name, Rect area);

}  // namespace clausemark::app
