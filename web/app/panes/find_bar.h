// Looking for words in the text: a small card at the upper edge of the reading column.
#pragma once

#include <string>

#include "web/app/model/view_model.h"
#include "web/app/ui/text_field.h"

namespace clausemark::app {

class FindBar {
 public:
  void draw(Ui& ui, const ViewModel& view_model, Rect area);

 private:
  std::string text_;         // what stands in the field
  std::uint32_t count_ = 0;  // of the wish to look for something that was answered last
};

}  // namespace clausemark::app
