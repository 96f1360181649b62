// Follows the numbers and letters of a text while it is being cut into paragraphs, so that a label at the
// start of a line can be told from one that is cited there: "… as set out in subparagraphs (c),⏎(d) and (e)
// of …".
#pragma once

#include <string_view>

#include "core/resolution/labels.h"
#include "core/resolution/list_tracker.h"

namespace clausemark {

class Numbering {
 public:
  // Takes in a paragraph that begins with `label`; `announced` says that the text before it ended with a
  // colon.
  void begin(const Label& label, std::string_view content, bool announced, bool acts);

  // Whether a numbered paragraph may follow here: the next number, one after a small gap, or a new beginning.
  bool may_number(int number) const;

  // Whether an item label is the next of an open list, or the first of a new one.
  bool continues_list(const Label& label) const { return lists_.continues(label); }
  static bool opens_list(const Label& label);

  int last() const { return main_; }

 private:
  int main_ = 0;  // the last numbered paragraph
  int sub_ = 0;   // the last number of a numbered list inside it; 0 without one
  ListTracker lists_;
};

}  // namespace clausemark
