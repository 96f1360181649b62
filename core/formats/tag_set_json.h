// Tag sets as JSON: a part of the native file, and a file of their own, *.tagset.json, that teams hand
// around.
#pragma once

#include <string>
#include <string_view>

#include "core/annotation/tag_set.h"
#include "core/result.h"

namespace clausemark {

// {"clausemark": {"tagSetVersion": 1}, "name": …, "tags": […]}; the same set always gives the same bytes.
std::string save_tag_set(const TagSet& set);

// Refuses with the JSON pointer of the first thing that is wrong: `bad_json`, `bad_value`, `future_version`.
Result<TagSet> load_tag_set(std::string_view json);

// Whether this is JSON that calls itself a tag set, of whatever version; load_tag_set() may still refuse it.
bool is_tag_set_json(std::string_view json);

}  // namespace clausemark
