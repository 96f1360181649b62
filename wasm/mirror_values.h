// What the accessible mirror shows, as plain JavaScript values; their shapes are declared in
// web/page/types.d.ts.
#pragma once

#include <emscripten/val.h>

#include "web/app/app.h"

namespace clausemark {

// What changes with every step.
emscripten::val state_value(app::App& app);
emscripten::val outline_value(const app::ViewModel& view_model);
// The text, paragraph by paragraph, and the names of the tags in each.
emscripten::val paragraphs_value(const app::ViewModel& view_model);
emscripten::val paragraph_tags_value(const app::ViewModel& view_model);
// Null while no summary is shown.
emscripten::val summary_value(const app::ViewModel& view_model);
// Suggestions, annotations and contradicting pairs.
emscripten::val lists_value(const app::ViewModel& view_model);
// Null while they are not shown.
emscripten::val comparison_value(const app::ViewModel& view_model);
emscripten::val tag_editor_value(const app::ViewModel& view_model);

}  // namespace clausemark
