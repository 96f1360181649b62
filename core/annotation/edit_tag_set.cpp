#include "core/annotation/edit_tag_set.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>

#include "core/annotation/merge_tag_sets.h"

namespace clausemark {
namespace {

constexpr std::array<std::string_view, 21> colours{
    "#00476E", "#0067A0", "#4799C8",  // blue
    "#843A00", "#C05500", "#E18B47",  // vermilion
    "#006247", "#007D5A", "#47B99A",  // green
    "#632E59", "#904382", "#BB7DAF",  // purple
    "#1A597B", "#2681B3", "#66AFD7",  // sky
    "#8F6300", "#B88000", "#EDBA47",  // orange
    "#454A4F", "#646C73", "#979EA4",  // grey
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// "Grave concern" is "grave-concern"; letters of other scripts stay as they are. Without any it is "tag".
std::string id_from(std::string_view name) {
  std::string id;
  for (char c : name) {
    c = lower(c);
    if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80)
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "tag" : id;
}

}  // namespace

std::span<const std::string_view> tag_colours() { return colours; }

Command put_tag(const Project& project, Tag tag) {
  auto set = project.tag_set;
  const auto there =
      std::find_if(set.tags.begin(), set.tags.end(), [&](const Tag& one) { return one.id == tag.id; });
  auto name = (there == set.tags.end() ? "Add tag " : "Edit tag ") + tag.name;
  if (there == set.tags.end())
    set.tags.push_back(std::move(tag));
  else
    *there = std::move(tag);
  return change_tag_set(std::move(name), std::move(set));
}

Tag new_tag(const TagSet& set, std::string name, std::string group, std::string colour,
            std::string_view reserved) {
  Tag tag;
  const auto id = id_from(name);
  tag.id = id;
  for (int number = 2; set.find(tag.id) != nullptr; ++number) tag.id = id + "-" + std::to_string(number);
  const auto is_taken = [&](const std::string& key) {
    return std::any_of(set.tags.begin(), set.tags.end(), [&](const Tag& one) { return one.key == key; });
  };
  for (const char c : name) {
    const std::string key(1, lower(c));
    if (!is_letter(key[0]) || is_taken(key) || reserved.find(key) != std::string_view::npos) continue;
    tag.key = key;
    break;
  }
  tag.colour = std::move(colour);
  tag.name = std::move(name);
  tag.group = std::move(group);
  return tag;
}

TagUse use_of_tag(const Project& project, std::string_view id) {
  TagUse use;
  for (const auto& annotation : project.annotations) {
    if (annotation.tag == id) use.count(annotation.status);
  }
  return use;
}

Result<Command> remove_tag(const Project& project, std::string_view id) {
  const auto* tag = project.tag_set.find(id);
  if (tag == nullptr) return refuse(ErrorCode::no_such_id, "there is no tag \"" + std::string(id) + "\"");
  const auto use = use_of_tag(project, id);
  if (use.accepted > 0)
    return refuse(ErrorCode::bad_value, tag->name + " is the tag of " + std::to_string(use.accepted) +
                                            (use.accepted == 1 ? " annotation" : " annotations") + "; give " +
                                            (use.accepted == 1 ? "it" : "them") + " another tag first");
  Command command{"Remove tag " + tag->name, {}};
  std::unordered_set<std::string_view> gone;
  for (const auto& annotation : project.annotations) {
    if (annotation.tag != id) continue;
    gone.insert(annotation.id);
    command.edits.emplace_back(EraseAnnotation{annotation.id});
  }
  auto freed = free_of_links(project, gone);
  std::move(freed.begin(), freed.end(), std::back_inserter(command.edits));
  auto set = project.tag_set;
  const auto parent = tag->parent;
  std::erase_if(set.tags, [&](const Tag& one) { return one.id == id; });
  for (auto& other : set.tags) {
    if (other.parent == id) other.parent = parent;
  }
  command.edits.emplace_back(SetTagSet{std::move(set)});
  return command;
}

Command adopt_tag_set(const Project& project, const TagSet& set) {
  std::vector<const Annotation*> all;
  all.reserve(project.annotations.size());
  for (const auto& annotation : project.annotations) all.push_back(&annotation);
  // What this project had is the base of both: the other set counts where it differs, and where it has
  // nothing, what is in use stays.
  std::vector<Conflict> kept;
  auto adopted = merge_tag_sets(&project.tag_set, set, project.tag_set, all, kept);
  return change_tag_set("Use the tags of " + (set.name.empty() ? "another set" : set.name),
                        std::move(adopted));
}

}  // namespace clausemark
