// All keys, group by group.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

void draw_key_sheet(Ui& ui, const ViewModel& view_model, Rect window);

}  // namespace clausemark::app
