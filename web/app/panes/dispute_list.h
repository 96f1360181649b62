// Pairs of annotations that contradict each other, to be settled one by one.
#pragma once

#include <string>

#include "web/app/model/view_model.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

class DisputeList {
 public:
  void draw(Ui& ui, const ViewModel& view_model, Rect area);

 private:
  void draw_pair(Ui& ui, const ViewModel& view_model, const DisputeRow& row, Rect card, bool active);
  void draw_side(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect area, const char* key);

  Dispute shown_;  // the pair that was last scrolled into view
};

}  // namespace clausemark::app
