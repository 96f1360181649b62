// Which tags belong together: those of a group are a family, numbered in the order in which groups come
// first.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "core/annotation/tag_set.h"

namespace clausemark::app {

// Of one tag set, which must outlive it.
class TagFamilies {
 public:
  explicit TagFamilies(const TagSet& set) {
    for (const auto& tag : set.tags) numbers_.emplace(tag.group, static_cast<std::uint32_t>(numbers_.size()));
  }
  // The number of a tag's family; one more than there are for a group that the set does not have.
  std::uint32_t of(const Tag& tag) const {
    const auto known = numbers_.find(tag.group);
    return known == numbers_.end() ? static_cast<std::uint32_t>(numbers_.size()) : known->second;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace clausemark::app
