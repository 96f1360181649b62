// What the editor of the tag set shows.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation/edit_tag_set.h"

namespace clausemark::app {

struct TagEditor {
  std::span<const std::string_view> colours = tag_colours();  // on offer
  std::vector<TagUse> uses;                                   // of each tag of the set
  std::size_t chosen = 0;           // an index into its tags, their number where there is none
  std::string attributes;           // of the chosen tag, as attributes_from() reads them
  std::vector<std::string> groups;  // in their order
  // The names of tags of other groups that some readers can hardly tell from the chosen one by its colour.
  std::vector<std::string> alike;
};
TagEditor edit_tags(const Project& project, std::string_view chosen);

// For a new tag of a group: of the colours on offer the one that most readers can tell from those of other
// groups; among these the one that the set uses least.
std::string_view clearest_colour(const TagSet& set, std::string_view group);

// A line for each attribute: its name, and after a colon the values allowed, with commas between them. A
// backslash stands before a colon, comma or backslash that is part of one.
std::string text_of(const std::vector<TagAttribute>& attributes);
// The attributes that such a text names; one that `known` has keeps its description.
std::vector<TagAttribute> attributes_from(std::string_view text, const std::vector<TagAttribute>& known);

}  // namespace clausemark::app
