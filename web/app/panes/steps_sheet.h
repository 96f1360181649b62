// What has been done, step by step, to go back to; and what was undone, to go forward to.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/picker.h"

namespace clausemark::app {

class StepsSheet {
 public:
  void draw(Ui& ui, const ViewModel& view_model, Rect window);

 private:
  Picker picker_;
};

}  // namespace clausemark::app
