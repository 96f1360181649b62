// What can be done with what was pointed at, where it was asked for.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

void draw_context_menu(Ui& ui, const ViewModel& view_model, Rect window);

}  // namespace clausemark::app
