// Which annotations the lists of the side panel show: by words, decision, tag and author.
#pragma once

#include <string>

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

class FilterRow {
 public:
  // Draws at the top of `area` and returns its height; nothing while it is closed and lets all through.
  float draw(Ui& ui, const ViewModel& view_model, Rect area);
  void toggle() { open_ = !open_; }
  bool open() const { return open_; }

 private:
  // From the top of `area` on; returns how high they are.
  float draw_conditions(Ui& ui, const ViewModel& view_model, Rect area);

  bool open_ = false;
  float height_ = 0;  // of the conditions in the last frame
  std::string text_;  // what stands in its field
};

}  // namespace clausemark::app
