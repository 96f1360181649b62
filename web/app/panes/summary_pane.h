// The whole document at a glance: tags by count and by section, tables of tasks, demands and condemnations,
// who reports when, and the dates on a line.
#pragma once

#include "web/app/model/view_model.h"
#include "web/app/ui/page_column.h"

namespace clausemark::app {

class SummaryPane {
 public:
  void draw(Ui& ui, const ViewModel& view_model, Rect area);

 private:
  // Each part is drawn at `y` and gives back where the next one begins; what is out of view is not drawn.
  float draw_head(Ui& ui, const ViewModel& view_model, float y);
  float draw_tags(Ui& ui, const ViewModel& view_model, float y);
  float draw_sections(Ui& ui, const ViewModel& view_model, float y);
  float draw_dates(Ui& ui, const ViewModel& view_model, float y);
  float draw_table(Ui& ui, const ViewModel& view_model, std::size_t index, float y);
  void draw_columns(Ui& ui, const ViewModel& view_model, float y);
  void draw_row(Ui& ui, const ViewModel& view_model, const SummaryTable& table, std::size_t k, float y);

  PageColumn column_;
  std::uint64_t document_revision_ = 0;
};

}  // namespace clausemark::app
