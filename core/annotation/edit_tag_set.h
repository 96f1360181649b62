// What readers do to the tags they work with, as Commands on the project that uses them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/annotation/command.h"

namespace clausemark {

// Adds a tag, or replaces the one with the same id. apply() refuses one that contradicts the set, or that
// leaves an annotation impossible.
Command put_tag(const Project& project, Tag tag);

// A tag with this name that the set does not have yet: an id made from the name, and the first of its letters
// that no tag has as its key and that is not in `reserved`. `group` may be empty; `colour` is "#RRGGBB".
Tag new_tag(const TagSet& set, std::string name, std::string group, std::string colour,
            std::string_view reserved = {});

// How many annotations have a tag.
struct TagUse {
  std::size_t accepted = 0;
  std::size_t suggested = 0;
  std::size_t rejected = 0;
  void count(Status status) {
    ++(status == Status::accepted ? accepted : status == Status::suggested ? suggested : rejected);
  }
};
TagUse use_of_tag(const Project& project, std::string_view id);

// Takes a tag away with the suggestions, open and rejected, that have it; tags that were a kind of it become
// a kind of what it was. Refuses `no_such_id`, and `bad_value` where accepted annotations have it.
Result<Command> remove_tag(const Project& project, std::string_view id);

// Takes over another tag set. A tag of the present one that annotations have stays, behind those that are
// new.
Command adopt_tag_set(const Project& project, const TagSet& set);

// The colours that are offered for tags, "#RRGGBB": hues after Okabe and Ito ("Color universal design",
// 2008), each in three depths. As tints behind words they leave these a contrast of 7:1 or more.
std::span<const std::string_view> tag_colours();

}  // namespace clausemark
