// One tag set out of two, such that every annotation of both sides stays possible.
#pragma once

#include <vector>

#include "core/annotation/annotation.h"
#include "core/annotation/merge.h"
#include "core/annotation/tag_set.h"

namespace clausemark {

// Tags in our order, then those that only they have. `base` may be nullptr. A tag that annotations use stays;
// a key that is taken is given up by the later tag, as is a parent that would lead in a circle; a value that
// an annotation has is allowed. What both changed is told in `conflicts`.
TagSet merge_tag_sets(const TagSet* base, const TagSet& ours, const TagSet& theirs,
                      const std::vector<const Annotation*>& annotations, std::vector<Conflict>& conflicts);

}  // namespace clausemark
