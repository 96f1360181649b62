// Fields for text, over those of Dear ImGui, in our look.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/app/ui/widgets.h"

namespace clausemark::app {

// What the hand did with a field in this frame.
struct FieldEvents {
  bool editing = false;  // the field has the keys
  bool changed = false;
  bool entered = false;  // Enter was pressed in a field of one line
  bool left = false;     // the field was left, with another text than it was entered with
  bool just_left = false;
};

enum class FieldLook { framed, bare, refused };

// A field of one line that edits `text`; `hint` stands in it while it is empty. `focus` takes the keys, with
// all of the text selected.
FieldEvents text_field(Ui& ui, const char* id, Rect area, std::string& text, std::string_view hint,
                       bool focus = false, FieldLook look = FieldLook::framed);

// A field of several lines.
FieldEvents text_area(Ui& ui, const char* id, Rect area, std::string& text, std::string_view hint,
                      bool focus = false, FieldLook look = FieldLook::framed);

// A field that shows a value of the model and, when it is left, hands over what was typed.
class ValueField {
 public:
  // `owner` is whose value it is; with another one what stands in the field is replaced, unless it is being
  // edited. Returns what was typed, once the field is left. Where that was refused, which an `error` says, it
  // stays to be mended; left once more as it is, the field shows the value again.
  std::optional<std::string> draw(Ui& ui, const char* id, Rect area, std::string_view owner,
                                  const std::string& value, std::string_view hint, bool error,
                                  bool one_line = true);
  // Whose value was typed last.
  const std::string& owner() const { return owner_; }

 private:
  std::string owner_;
  std::string text_;
  std::string value_;         // when the field was left
  bool handed_over_ = false;  // in the last frame
  bool refused_ = false;
};

}  // namespace clausemark::app
