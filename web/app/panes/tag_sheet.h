// The editor of the tag set: its tags by family on the left, one of them on the right.
#pragma once

#include <cstdint>
#include <string>

#include "web/app/model/view_model.h"
#include "web/app/ui/text_field.h"

namespace clausemark::app {

class TagSheet {
 public:
  void draw(Ui& ui, const ViewModel& view_model, Rect window);

 private:
  void draw_head(Ui& ui, const ViewModel& view_model, Rect area);
  void draw_list(Ui& ui, const ViewModel& view_model, Rect area);
  void draw_tag(Ui& ui, const ViewModel& view_model, Rect area);
  float draw_colours(Ui& ui, const TagEditor& editor, const Tag& tag, Rect area);
  void draw_foot(Ui& ui, const ViewModel& view_model, const Tag& tag, Rect area);
  // A field of the chosen tag with its label; returns where the next one begins.
  float draw_field(Ui& ui, ValueField& field, const char* label, Rect area, const Tag& tag,
                   const std::string& value, std::string_view hint, intent::TagField which,
                   bool one_line = true);

  std::uint64_t sheet_count_ = 0;  // tells one opening of the sheet from the next
  bool wrong_ = false;             // what was typed has been refused
  ValueField set_name_;
  ValueField name_;
  ValueField group_;
  ValueField key_;
  ValueField colour_;
  ValueField guideline_;
  ValueField attributes_;
  std::string added_;  // what stands in the field for another tag
  std::string shown_;  // the tag that was last scrolled into view
};

}  // namespace clausemark::app
