// A pane that scrolls a page of its own, set in one column: headings, and rows that can be pressed. What is
// out of view is not drawn.
#pragma once

#include <string_view>

#include "web/app/ui/widgets.h"

namespace clausemark::app {

class PageColumn {
 public:
  // Where the content begins, 28 pixels below the top; end() with where it ends. Nothing between them if it
  // is not open.
  bool begin(const char* name, Rect area, ImU32 background, float widest, bool back_to_top = false);
  void end(float y);

  float top() const { return top_; }
  float x() const { return x_; }
  float width() const { return width_; }
  const Rect& area() const { return area_; }
  bool in_view(float y, float height) const { return y + height > area_.y && y < area_.y + area_.h; }

  // Returns where what it heads begins.
  float heading(Ui& ui, std::string_view text, float y) const;
  // A row that can be pressed; its background is drawn.
  bool press_row(Ui& ui, const char* id, std::size_t k, float y, float height) const;

 private:
  Rect area_;
  ImVec2 origin_{};
  float top_ = 0;
  float x_ = 0;
  float width_ = 0;
};

}  // namespace clausemark::app
