// A card above the page with a field and a list, from which one row is chosen with arrows and Enter or the
// pointer.
//
//   if (picker.begin(ui, ...)) {
//     for (auto k = picker.first(); k < picker.last(); ++k) draw(picker.row(k));
//     picker.end();
//   }
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/app/ui/text_field.h"

namespace clausemark::app {

class Picker {
 public:
  struct Look {
    const char* name = "";  // of its window
    std::string_view hint;
    std::string_view nothing;  // what stands there when no row is left
    float width = 620;
    float row_height = 36;
    std::size_t most_rows = 10;  // in view
  };

  // `opened` is raised by one with every opening; then the field is empty and has the keys. `rows` is how
  // many there are for text().
  bool begin(Ui& ui, const Look& look, Rect window, std::uint64_t opened, std::size_t rows);
  // The rows in view.
  std::size_t first() const { return first_; }
  std::size_t last() const { return last_; }
  // Where a row stands; its background is drawn. What lies in its last `reserved` pixels does not take it.
  Rect row(Ui& ui, std::size_t k, float reserved = 0);
  void end();

  // The row that Enter would take.
  std::size_t chosen() const { return chosen_; }

  const std::string& text() const { return text_; }
  bool changed() const { return changed_; }
  // The row that was chosen in this frame.
  std::optional<std::size_t> taken() const { return taken_; }

 private:
  std::uint64_t opened_ = 0;
  std::string text_;
  bool changed_ = false;
  std::size_t chosen_ = 0;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::optional<std::size_t> taken_;
  ImVec2 pointer_{};  // a row is chosen by a pointer that moves, not by one that lies there
  Rect list_;
  float row_height_ = 36;
};

}  // namespace clausemark::app
