// How colours look to readers whose eyes lack one kind of cone.
#pragma once

#include <string_view>

namespace clausemark::app {

// Whether some readers can hardly tell two colours "#RRGGBB" apart: at full colour vision, or without the
// cones for long or for middle waves, the common forms of colour blindness. What such eyes see after Viénot,
// Brettel and Mollon ("Digital video colourmaps for checking the legibility of displays by dichromats", Color
// Research and Application 24, 1999); differences in OKLab (B. Ottosson, "A perceptual color space for image
// processing", 2020).
bool hard_to_tell_apart(std::string_view one, std::string_view other);

}  // namespace clausemark::app
