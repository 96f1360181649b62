// What an annotation must be like to stand in a project: the one place that says so, for commands and for
// files.
#pragma once

#include <string_view>

#include "core/annotation/annotation.h"
#include "core/annotation/tag_set.h"
#include "core/result.h"

namespace clausemark {

// Limits that nobody meets who works with the text; they keep files of others from costing more than their
// size.
constexpr std::size_t most_attributes = 64;
constexpr std::size_t most_links = 1000;
constexpr std::size_t most_cosigners = 1000;

// Refuses `bad_value`, `bad_range`, `too_large` or `unknown_tag`; `where` is empty. Says nothing of other
// annotations: whether the id is free and whether links lead somewhere is for the project.
Result<void> check_annotation(const Annotation& annotation, std::string_view text, const TagSet& tag_set);

}  // namespace clausemark
