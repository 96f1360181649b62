// How wide text is. The page measures with the browser's own fonts; tests use a fixed width.
#pragma once

#include <string_view>

namespace clausemark::app {

// The faces that the interface uses; sizes are given beside them, in CSS pixels.
enum class Face { serif, serif_strong, ui, ui_strong };

class TextMeasurer {
 public:
  virtual ~TextMeasurer() = default;
  // The advance of a piece of text without line ends, in CSS pixels.
  virtual float width(std::string_view text, Face face, float size) = 0;
};

}  // namespace clausemark::app
