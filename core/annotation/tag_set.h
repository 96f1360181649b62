// Tags and the set that a team works with, defined by the team itself. The default set follows the acts of
// the Security Council: hue is the family, depth the force of the wording.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace clausemark {

// What may be said about an annotation with this tag, besides the tag.
struct TagAttribute {
  std::string name;
  std::string description;
  std::vector<std::string> values;  // the values allowed; empty: any
  friend bool operator==(const TagAttribute&, const TagAttribute&) = default;
};

struct Tag {
  std::string id;           // stable: "demand"
  std::string name;         // "Demand"
  std::string group;        // family shown together: "Directives"
  std::string colour;       // "#RRGGBB" on a light page
  std::string key;          // the key that applies it, one character, or empty
  std::string description;  // the guideline
  std::string parent = {};  // id of the tag that this one is a kind of, or empty
  std::vector<TagAttribute> attributes = {};
  friend bool operator==(const Tag&, const Tag&) = default;
};

struct TagSet {
  std::string name;
  std::vector<Tag> tags;

  // The tag with this id, or nullptr.
  const Tag* find(std::string_view id) const;
  friend bool operator==(const TagSet&, const TagSet&) = default;
};

constexpr std::size_t most_tags = 1000;
constexpr std::size_t most_tag_attributes = 64;

// Refuses `too_large` above these limits, and `bad_value` where a tag set contradicts itself: a tag without
// id or name or with text that is not UTF-8, an id or key given twice, a colour that is none, a parent that
// is not there or a circle of parents, an attribute given twice. `where` is the JSON pointer from the tag set
// on ("/tags/3/parent").
Result<void> check_tag_set(const TagSet& set);

const TagSet& default_tag_set();

}  // namespace clausemark
