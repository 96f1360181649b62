// Tags and the set that a team works with. The default set follows the acts of the Security Council: hue is
// the family, depth the force of the wording.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clausemark {

struct Tag {
  std::string id;           // stable, lower case: "demand"
  std::string name;         // "Demand"
  std::string group;        // family shown together: "Directives"
  std::string colour;       // "#RRGGBB" on a light page
  std::string key;          // the key that applies it, one character, or empty
  std::string description;  // guideline in one sentence
  friend bool operator==(const Tag&, const Tag&) = default;
};

struct TagSet {
  std::string name;
  std::vector<Tag> tags;

  // The tag with this id, or nullptr.
  const Tag* find(std::string_view id) const;
  friend bool operator==(const TagSet&, const TagSet&) = default;
};

const TagSet& default_tag_set();

}  // namespace clausemark
