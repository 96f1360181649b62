// The summary as a picture to put into a report.
#pragma once

#include <string>
#include <string_view>

#include "core/annotation/tag_set.h"
#include "web/app/model/summary.h"

namespace clausemark::app {

// An SVG document: tags by count, sections by tag, and the dates on a line. Black on white, with every colour
// named beside it.
std::string draw_summary(const Summary& summary, const TagSet& tags, std::string_view title);

}  // namespace clausemark::app
