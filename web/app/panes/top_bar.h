// The bar at the top: what is open, undo and redo, what is left to review, save, theme.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

// `outlined` says whether the outline stands beside the text; where it does not, a button opens it.
void draw_top_bar(Ui& ui, const ViewModel& view_model, Rect area, bool outlined);

}  // namespace clausemark::app
