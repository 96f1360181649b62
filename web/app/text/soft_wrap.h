// Lines of a field that are broken where they are too long, and nowhere in the text itself: some of its
// spaces are shown as line breaks, so that a place in the one is the same place in the other.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace clausemark::app {

// The text as it is shown in lines of at most `width`; wider only where one word is. `measure` gives the
// width of a piece of text.
std::string soft_wrapped(std::string_view text, float width,
                         const std::function<float(std::string_view)>& measure);

// Does to a text what was done to how it was shown: what is the same before and after what changed stays as
// it is in the text. `shown` is as long as the text.
std::string edited(std::string_view text, std::string_view shown, std::string_view shown_after);

}  // namespace clausemark::app
