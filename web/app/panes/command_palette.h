// All that can be done, found by name.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/picker.h"

namespace clausemark::app {

class CommandPalette {
 public:
  void draw(Ui& ui, const ViewModel& view_model, Rect window);

 private:
  Picker picker_;
};

}  // namespace clausemark::app
