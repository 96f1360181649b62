// The outline: preamble, headings and operative paragraphs, with a count of the annotations inside.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

void draw_outline_pane(Ui& ui, const ViewModel& view_model, Rect area);

}  // namespace clausemark::app
