// The tags to choose from, shown above the reading column while text is selected.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

// Floats at the lower edge of `area`; returns how much of it is covered.
float draw_palette(Ui& ui, const ViewModel& view_model, Rect area);

}  // namespace clausemark::app
