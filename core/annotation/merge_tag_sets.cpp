#include "core/annotation/merge_tag_sets.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace clausemark {
namespace {

// The attributes of both, each with the values of both; no list of values means any value.
std::vector<TagAttribute> attributes_of_both(std::vector<TagAttribute> ours,
                                             const std::vector<TagAttribute>& theirs) {
  for (const auto& attribute : theirs) {
    const auto mine = std::find_if(ours.begin(), ours.end(),
                                   [&](const TagAttribute& one) { return one.name == attribute.name; });
    if (mine == ours.end()) {
      ours.push_back(attribute);
    } else if (mine->values.empty() || attribute.values.empty()) {
      mine->values.clear();
    } else {
      for (const auto& value : attribute.values) {
        if (std::find(mine->values.begin(), mine->values.end(), value) == mine->values.end())
          mine->values.push_back(value);
      }
    }
  }
  return ours;
}

class TagMerger {
 public:
  TagMerger(const TagSet* base, const TagSet& ours, const TagSet& theirs,
            const std::vector<const Annotation*>& annotations, std::vector<Conflict>& conflicts)
      : base_(base), ours_(ours), theirs_(theirs), annotations_(annotations), conflicts_(conflicts) {
    for (const auto* annotation : annotations) used_.insert(annotation->tag);
  }

  TagSet run() {
    set_.name = ours_.name;
    if (base_ != nullptr && ours_.name == base_->name) set_.name = theirs_.name;
    for (const auto& tag : ours_.tags) merge_one(tag.id);
    for (const auto& tag : theirs_.tags)
      if (ours_.find(tag.id) == nullptr) merge_one(tag.id);
    free_keys();
    mend_parents();
    allow_values();
    return std::move(set_);
  }

 private:
  void merge_one(const std::string& id) {
    const auto* base = base_ == nullptr ? nullptr : base_->find(id);
    const auto* mine = ours_.find(id);
    const auto* other = theirs_.find(id);
    if (mine == nullptr || other == nullptr) {
      const auto* left = mine == nullptr ? other : mine;
      const bool deleted = base != nullptr && *left == *base;
      if (deleted && !used_.contains(id)) return;
      if (base != nullptr) conflicts_.push_back({ConflictKind::tag_in_use, id, {}});
      set_.tags.push_back(*left);
      return;
    }
    if (*mine == *other || (base != nullptr && *other == *base)) {
      set_.tags.push_back(*mine);
    } else if (base != nullptr && *mine == *base) {
      set_.tags.push_back(*other);
    } else {
      auto tag = *mine;
      tag.attributes = attributes_of_both(std::move(tag.attributes), other->attributes);
      set_.tags.push_back(std::move(tag));
      conflicts_.push_back({ConflictKind::tag_defined_twice, id, {}});
    }
  }

  void free_keys() {
    std::unordered_set<std::string> taken;
    for (auto& tag : set_.tags)
      if (!tag.key.empty() && !taken.insert(tag.key).second) tag.key.clear();
  }

  void mend_parents() {
    std::unordered_map<std::string, Tag*> tags;
    for (auto& tag : set_.tags) tags.emplace(tag.id, &tag);
    const auto above = [&](const Tag* tag) {
      const auto found = tags.find(tag->parent);
      return found == tags.end() ? nullptr : found->second;
    };
    for (auto& tag : set_.tags) {
      const Tag* up = above(&tag);
      if (up == nullptr) tag.parent.clear();
      for (std::size_t steps = 0; up != nullptr && up != &tag && steps < set_.tags.size(); ++steps)
        up = above(up);
      if (up == &tag) tag.parent.clear();
    }
  }

  void allow_values() {
    for (auto& tag : set_.tags) {
      for (auto& attribute : tag.attributes) {
        if (!attribute.values.empty()) restricted_[tag.id].push_back(&attribute);
      }
    }
    for (const auto* annotation : annotations_) {
      const auto found = restricted_.find(annotation->tag);
      if (found == restricted_.end()) continue;
      for (const auto& value : annotation->attributes) {
        for (auto* attribute : found->second) {
          auto& values = attribute->values;
          if (attribute->name == value.name &&
              std::find(values.begin(), values.end(), value.value) == values.end())
            values.push_back(value.value);
        }
      }
    }
  }

  const TagSet* base_;
  const TagSet& ours_;
  const TagSet& theirs_;
  const std::vector<const Annotation*>& annotations_;
  std::vector<Conflict>& conflicts_;
  std::set<std::string> used_;
  std::unordered_map<std::string, std::vector<TagAttribute*>> restricted_;
  TagSet set_;
};

}  // namespace

TagSet merge_tag_sets(const TagSet* base, const TagSet& ours, const TagSet& theirs,
                      const std::vector<const Annotation*>& annotations, std::vector<Conflict>& conflicts) {
  return TagMerger(base, ours, theirs, annotations, conflicts).run();
}

}  // namespace clausemark
