// Two versions of the annotations side by side: how far they agree, and what differs.
#pragma once

#include <cstdint>
#include <string>

#include "web/app/model/view_model.h"
#include "web/app/ui/page_column.h"

namespace clausemark::app {

class ComparisonPane {
 public:
  void draw(Ui& ui, const ViewModel& view_model, Rect area);

 private:
  // Each part is drawn at `y` and gives back where the next one begins; what is out of view is not drawn.
  float draw_head(Ui& ui, const ComparisonView& comparison, float y);
  float draw_figures(Ui& ui, const ComparisonView& comparison, float y);
  float draw_rows(Ui& ui, const ComparisonView& comparison, float y);
  float draw_tags(Ui& ui, const ComparisonView& comparison, float y);
  void draw_row(Ui& ui, const ComparisonRow& row, std::size_t k, float y);
  void draw_side(Ui& ui, const Side& side, Rect area);

  PageColumn column_;
  // What was compared in the last frame.
  std::uint64_t document_revision_ = 0;
  std::string name_;
};

}  // namespace clausemark::app
