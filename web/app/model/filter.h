// Which annotations the reader wants to see.
#pragma once

#include "web/app/model/document.h"
#include "web/app/model/view_state.h"

namespace clausemark::app {

// Whether a filter lets an annotation through; what was rejected it does only when asked for.
bool shows(const Filter& filter, const Annotation& annotation, const Document& document);

}  // namespace clausemark::app
