// Tag sets as JSON values, for the formats that hold one.
#pragma once

#include "core/annotation/tag_set.h"
#include "core/formats/json_text.h"

namespace clausemark {

// Puts "name" and "tags" into an object.
void write_tag_set(const TagSet& set, json::Value& into);
Result<TagSet> read_tag_set(const json::Node& node);

}  // namespace clausemark
