// Finds what a resolution cites, "resolution 2374 (2017)", "S/PRST/2018/10", and the deadlines it sets.
#pragma once

#include "core/resolution/model.h"

namespace clausemark {

// Fills `resolution.references` and `resolution.deadlines` and their slices in the blocks.
void find_citations(Resolution& resolution);

}  // namespace clausemark
