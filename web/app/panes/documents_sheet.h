// The documents that this browser has kept: opened by name, taken out, or another one opened from a file.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/picker.h"

namespace clausemark::app {

class DocumentsSheet {
 public:
  void draw(Ui& ui, const ViewModel& view_model, Rect window);

 private:
  void draw_row(Ui& ui, const KeptDocument& document, Rect place);

  Picker picker_;
};

}  // namespace clausemark::app
