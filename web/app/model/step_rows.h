// What has been done and undone, as a list to go back and forward in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/app/model/document.h"

namespace clausemark::app {

struct StepRow {
  std::string name;   // "Tag as Demand"
  std::string quote;  // what it was done to, on one line, shortened; empty for what is about no words
  std::string place;  // "para. 30 (a)"
  int by = 0;  // so many steps lead to where this was the last: back where negative, forward where positive
};

// The last first; those with `wanted` in what they show, all where it is empty.
std::vector<StepRow> step_rows(const Document& document, std::string_view wanted);

}  // namespace clausemark::app
