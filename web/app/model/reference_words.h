// What a reader would click on to follow a reference.
#pragma once

#include "core/resolution/model.h"

namespace clausemark::app {

// The reading range of a reference with the noun before it: "paragraph 3" where the reference is "3".
Range words_of_reference(const Resolution& resolution, const Reference& reference);

}  // namespace clausemark::app
