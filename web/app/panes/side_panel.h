// The panel at the side: open suggestions to accept or reject, and the annotations made, with their notes.
#pragma once

#include <string>

#include "web/app/model/view_model.h"
#include "web/app/panes/dispute_list.h"
#include "web/app/panes/filter_row.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

class SidePanel {
 public:
  void draw(Ui& ui, const ViewModel& view_model, Rect area);

  // Whether a note is being typed that is handed over once the hand pauses.
  bool waiting() const { return pause_ > 0; }

 private:
  void draw_tabs(Ui& ui, const ViewModel& view_model, Rect area);
  void draw_rows(Ui& ui, const ViewModel& view_model, const std::vector<AnnotationRow>& rows, Rect area);
  void draw_card(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect card, bool active);
  void draw_author(Ui& ui, const ViewModel& view_model, Rect area);
  void draw_note(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect area, bool focus);
  void draw_suggestion(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect area);
  void draw_annotation(Ui& ui, const ViewModel& view_model, const AnnotationRow& row, Rect area);
  float extra_of(const ViewModel& view_model, const AnnotationRow& row) const;

  std::uint64_t document_revision_ = 0;
  PanelTab tab_ = PanelTab::suggestions;
  bool back_to_top_ = false;  // another document or another list is shown
  std::string shown_;         // the annotation whose card was last scrolled into view
  std::string author_;        // what stands in the field for the reader's name
  float pause_ = 0;           // seconds since the last letter of a note, while it is not handed over yet
  std::string handed_over_;   // the note as it was handed over last
  FilterRow filter_;
  DisputeList disputes_;
  std::uint32_t note_count_ = 0;  // of the wish to write a note that was answered last
  std::string attributes_of_;     // the annotation whose attributes stand in the fields
  std::vector<std::string> attributes_;
  std::string note_of_;  // the annotation whose note is being edited
  std::string note_;     // what the reader has typed, handed over when the field is left
};

}  // namespace clausemark::app
