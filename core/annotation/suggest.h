// From what a resolution does to what a reader may want to tag: one suggestion for each act, each mandated
// task and each duty to report.
#pragma once

#include <vector>

#include "core/annotation/annotation.h"
#include "core/resolution/model.h"

namespace clausemark {

// Suggestions in source order. Their ids are made of path, tag and a count ("suggestion:op7:demand:1"), so
// that the same text always gets the same ones.
std::vector<Annotation> suggest(const Resolution& resolution);

}  // namespace clausemark
