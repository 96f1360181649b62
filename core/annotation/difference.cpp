#include "core/annotation/difference.h"

#include <algorithm>
#include <tuple>

namespace clausemark {

const char* aspect_name(Aspect aspect) {
  switch (aspect) {
    case Aspect::place:
      return "place";
    case Aspect::tag:
      return "tag";
    case Aspect::status:
      return "status";
    case Aspect::note:
      return "note";
    case Aspect::attributes:
      return "attributes";
    case Aspect::links:
      return "links";
    case Aspect::signature:
      return "signature";
    case Aspect::rule:
      return "rule";
  }
  return "place";
}

std::vector<Aspect> differing(const Annotation& a, const Annotation& b) {
  std::vector<Aspect> aspects;
  const auto look = [&](bool same, Aspect aspect) {
    if (!same) aspects.push_back(aspect);
  };
  look(std::tie(a.spans, a.quotes, a.places, a.path) == std::tie(b.spans, b.quotes, b.places, b.path),
       Aspect::place);
  look(a.tag == b.tag, Aspect::tag);
  look(a.status == b.status, Aspect::status);
  look(a.note == b.note, Aspect::note);
  look(a.attributes == b.attributes, Aspect::attributes);
  look(a.links == b.links, Aspect::links);
  look(std::tie(a.author, a.cosigners, a.created, a.modified) ==
           std::tie(b.author, b.cosigners, b.created, b.modified),
       Aspect::signature);
  look(a.rule == b.rule, Aspect::rule);
  return aspects;
}

AnnotationsById by_id(const Project& project) {
  AnnotationsById index;
  index.reserve(project.annotations.size());
  for (const auto& annotation : project.annotations) index.emplace(annotation.id, &annotation);
  return index;
}

const Annotation* find(const AnnotationsById& index, std::string_view id) {
  const auto found = index.find(id);
  return found == index.end() ? nullptr : found->second;
}

namespace {

void compare_tag_sets(const TagSet& before, const TagSet& after, Difference& difference) {
  for (const auto& tag : after.tags) {
    const auto* old = before.find(tag.id);
    if (old == nullptr || !(*old == tag)) difference.tags.push_back({old, &tag});
  }
  for (const auto& tag : before.tags) {
    if (after.find(tag.id) == nullptr) difference.tags.push_back({&tag, nullptr});
  }
  const auto common = [](const TagSet& set, const TagSet& other) {
    std::vector<std::string_view> ids;
    for (const auto& tag : set.tags)
      if (other.find(tag.id) != nullptr) ids.push_back(tag.id);
    return ids;
  };
  difference.order_of_tags = before.name != after.name || common(before, after) != common(after, before);
}

}  // namespace

Difference compare(const Project& before, const Project& after) {
  Difference difference;
  difference.text = before.text != after.text;
  difference.document = !(before.facts == after.facts);
  compare_tag_sets(before.tag_set, after.tag_set, difference);
  const auto old = by_id(before);
  const auto now = by_id(after);
  auto& changes = difference.annotations;
  for (const auto& annotation : after.annotations) {
    const auto found = old.find(annotation.id);
    if (found == old.end()) {
      changes.push_back({nullptr, &annotation, {}});
      continue;
    }
    auto aspects = differing(*found->second, annotation);
    if (difference.text && quotes_of(before, *found->second) == quotes_of(after, annotation) &&
        found->second->path == annotation.path)
      std::erase(aspects, Aspect::place);
    if (!aspects.empty()) changes.push_back({found->second, &annotation, std::move(aspects)});
  }
  for (const auto& annotation : before.annotations) {
    if (!now.contains(annotation.id)) changes.push_back({&annotation, nullptr, {}});
  }
  std::stable_sort(changes.begin(), changes.end(), [](const AnnotationChange& a, const AnnotationChange& b) {
    return clausemark::before(a.either(), b.either());
  });
  return difference;
}

}  // namespace clausemark
