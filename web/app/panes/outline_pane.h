// The outline: preamble, headings and operative paragraphs, with a count of the annotations inside. Follows
// the reader.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

class OutlinePane {
 public:
  // `reading` is where the text in view begins.
  void draw(Ui& ui, const ViewModel& view_model, Rect area, std::uint32_t reading);
  // The same above the page, where the window has no room for it beside the text.
  void draw_sheet(Ui& ui, const ViewModel& view_model, Rect window, std::uint32_t reading);

 private:
  void draw_rows(Ui& ui, const ViewModel& view_model, Rect area, std::uint32_t reading);

  std::size_t current_ = 0;  // the row that was marked in the last frame
};

}  // namespace clausemark::app
