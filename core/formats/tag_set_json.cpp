#include "core/formats/tag_set_json.h"

#include "core/formats/tag_set_value.h"

namespace clausemark {
namespace {

using json::Node;
using json::Value;

constexpr unsigned tag_set_version = 1;

Value write_attribute(const TagAttribute& attribute) {
  Value row;
  row["name"] = attribute.name;
  if (!attribute.description.empty()) row["description"] = attribute.description;
  if (!attribute.values.empty()) row["values"] = attribute.values;
  return row;
}

Result<TagAttribute> read_attribute(const Node& node) {
  TagAttribute attribute;
  CLAUSEMARK_TRY(name, node.required_string("name"));
  CLAUSEMARK_TRY(description, node.optional_string("description"));
  attribute.name = name;
  attribute.description = description;
  if (!node.has("values")) return attribute;
  CLAUSEMARK_TRY(values, node.required_array("values"));
  for (std::size_t k = 0; k < values.size(); ++k) {
    CLAUSEMARK_TRY(value, values.element(k).string());
    attribute.values.push_back(value);
  }
  return attribute;
}

Result<Tag> read_tag(const Node& node) {
  Tag tag;
  CLAUSEMARK_TRY(id, node.required_string("id"));
  CLAUSEMARK_TRY(name, node.required_string("name"));
  CLAUSEMARK_TRY(group, node.optional_string("group"));
  CLAUSEMARK_TRY(colour, node.required_string("colour"));
  CLAUSEMARK_TRY(key, node.optional_string("key"));
  CLAUSEMARK_TRY(description, node.optional_string("description"));
  CLAUSEMARK_TRY(parent, node.optional_string("parent"));
  tag = {id, name, group, colour, key, description, parent, {}};
  if (!node.has("attributes")) return tag;
  CLAUSEMARK_TRY(attributes, node.required_array("attributes"));
  for (std::size_t k = 0; k < attributes.size(); ++k) {
    CLAUSEMARK_TRY(attribute, read_attribute(attributes.element(k)));
    tag.attributes.push_back(std::move(attribute));
  }
  return tag;
}

}  // namespace

void write_tag_set(const TagSet& set, Value& into) {
  Value tags = Value::array();
  for (const auto& tag : set.tags) {
    Value row;
    row["id"] = tag.id;
    row["name"] = tag.name;
    row["group"] = tag.group;
    row["colour"] = tag.colour;
    if (!tag.key.empty()) row["key"] = tag.key;
    if (!tag.description.empty()) row["description"] = tag.description;
    if (!tag.parent.empty()) row["parent"] = tag.parent;
    for (const auto& attribute : tag.attributes) row["attributes"].push_back(write_attribute(attribute));
    tags.push_back(std::move(row));
  }
  into["name"] = set.name;
  into["tags"] = std::move(tags);
}

Result<TagSet> read_tag_set(const Node& node) {
  TagSet set;
  CLAUSEMARK_TRY(name, node.required_string("name"));
  CLAUSEMARK_TRY(tags, node.required_array("tags"));
  set.name = name;
  for (std::size_t k = 0; k < tags.size(); ++k) {
    CLAUSEMARK_TRY(tag, read_tag(tags.element(k)));
    set.tags.push_back(std::move(tag));
  }
  if (auto checked = check_tag_set(set); !checked) {
    auto error = checked.error();
    error.where = node.pointer() + error.where;
    return tl::unexpected<Error>(error);
  }
  return set;
}

std::string save_tag_set(const TagSet& set) {
  Value root;
  root["clausemark"]["tagSetVersion"] = tag_set_version;
  write_tag_set(set, root);
  return json::write(root);
}

bool is_tag_set_json(std::string_view text) {
  if (text.find("tagSetVersion") == std::string_view::npos) return false;
  const auto value = json::parse(text);
  if (!value) return false;
  const auto own = Node(*value, "").member("clausemark");
  return own && own->has("tagSetVersion");
}

Result<TagSet> load_tag_set(std::string_view text) {
  CLAUSEMARK_TRY(value, json::parse(text));
  const Node root(value, "");
  CLAUSEMARK_TRY(own, root.member("clausemark"));
  if (auto known = json::known_version(own, "tagSetVersion", tag_set_version, "the tag set"); !known)
    return tl::unexpected<Error>(known.error());
  return read_tag_set(root);
}

}  // namespace clausemark
