// The line below the text: what happened last, and a way to undo it.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

constexpr float status_strip_height = 34;

void draw_status_strip(Ui& ui, const ViewModel& view_model, Rect area);

}  // namespace clausemark::app
