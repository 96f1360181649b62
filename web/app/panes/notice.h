// A card above the text for what needs the reader's answer: an error, or unsaved changes before another
// document opens.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

void draw_notice(Ui& ui, const ViewModel& view_model, Rect area);

}  // namespace clausemark::app
