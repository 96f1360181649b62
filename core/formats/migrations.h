// Files of earlier versions, brought to the present one before they are read.
#pragma once

#include "core/formats/json_text.h"

namespace clausemark {

// Changes a native file of version `version` (1 up to the one before the present) in place into one of the
// present version. What it does not understand it leaves for the reader to refuse.
void migrate_project(json::Value& root, unsigned version);

}  // namespace clausemark
