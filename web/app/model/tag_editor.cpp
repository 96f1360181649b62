#include "web/app/model/tag_editor.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "web/app/model/colour_vision.h"
#include "web/app/model/tag_families.h"

namespace clausemark::app {
namespace {

constexpr std::string_view marks = ":,\\";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

// A line as its parts: what stands before the first colon, then what stands between commas.
std::vector<std::string> parts_of(std::string_view line) {
  std::vector<std::string> parts(1);
  for (std::size_t k = 0; k < line.size(); ++k) {
    if (line[k] == '\\' && k + 1 < line.size())
      parts.back() += line[++k];
    else if (line[k] == (parts.size() == 1 ? ':' : ','))
      parts.emplace_back();
    else
      parts.back() += line[k];
  }
  for (auto& part : parts) part = trimmed(part);
  return parts;
}

// The tags of other groups that some readers can hardly tell from a colour.
std::vector<const Tag*> alike(const TagSet& set, std::string_view group, std::string_view colour) {
  std::vector<const Tag*> found;
  for (const auto& other : set.tags) {
    if (other.group != group && hard_to_tell_apart(other.colour, colour)) found.push_back(&other);
  }
  return found;
}

}  // namespace

std::string_view clearest_colour(const TagSet& set, std::string_view group) {
  const auto confusion = [&](std::string_view colour) {
    const auto uses =
        std::count_if(set.tags.begin(), set.tags.end(), [&](const Tag& one) { return one.colour == colour; });
    return std::pair{alike(set, group, colour).size(), uses};
  };
  const auto colours = tag_colours();
  return *std::min_element(colours.begin(), colours.end(), [&](std::string_view a, std::string_view b) {
    return confusion(a) < confusion(b);
  });
}

TagEditor edit_tags(const Project& project, std::string_view chosen) {
  TagEditor editor;
  const auto& tags = project.tag_set.tags;
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t k = 0; k < tags.size(); ++k) index.emplace(tags[k].id, k);
  editor.uses.resize(tags.size());
  for (const auto& annotation : project.annotations) {
    const auto tag = index.find(annotation.tag);
    if (tag == index.end()) continue;
    editor.uses[tag->second].count(annotation.status);
  }
  const TagFamilies families(project.tag_set);
  for (const auto& tag : tags) {
    if (families.of(tag) == editor.groups.size()) editor.groups.push_back(tag.group);
  }
  const auto found = index.find(chosen);
  editor.chosen = found == index.end() ? tags.size() : found->second;
  if (editor.chosen == tags.size()) return editor;
  const auto& tag = tags[editor.chosen];
  editor.attributes = text_of(tag.attributes);
  for (const auto* other : alike(project.tag_set, tag.group, tag.colour)) editor.alike.push_back(other->name);
  return editor;
}

std::string text_of(const std::vector<TagAttribute>& attributes) {
  std::string text;
  for (const auto& attribute : attributes) {
    if (!text.empty()) text += '\n';
    text += escaped(attribute.name);
    for (std::size_t k = 0; k < attribute.values.size(); ++k) {
      text += k == 0 ? ": " : ", ";
      text += escaped(attribute.values[k]);
    }
  }
  return text;
}

std::vector<TagAttribute> attributes_from(std::string_view text, const std::vector<TagAttribute>& known) {
  std::vector<TagAttribute> attributes;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto parts = parts_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (parts.size() == 1 && parts.front().empty()) continue;
    TagAttribute attribute;
    attribute.name = parts.front();
    const auto before = std::find_if(known.begin(), known.end(),
                                     [&](const TagAttribute& one) { return one.name == attribute.name; });
    if (before != known.end()) attribute.description = before->description;
    for (std::size_t k = 1; k < parts.size(); ++k) {
      if (!parts[k].empty()) attribute.values.push_back(std::move(parts[k]));
    }
    attributes.push_back(std::move(attribute));
  }
  return attributes;
}

}  // namespace clausemark::app
