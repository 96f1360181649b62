// The tags to choose from, shown while text is selected or an annotation is in hand; and the line that says what
// happened.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

// Both float above the reading column `area`.
void draw_palette(Ui& ui, const ViewModel& view_model, Rect area);
void draw_message(Ui& ui, const ViewModel& view_model, Rect area);

}  // namespace clausemark::app
