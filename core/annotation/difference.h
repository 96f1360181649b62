// What is different between two states of the annotations of one text, in the terms of readers: annotations
// that were added, taken away or changed, and in which respect.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/annotation/project.h"

namespace clausemark {

// In what respect an annotation differs.
enum class Aspect : std::uint8_t {
  place,  // spans, clause, or what is known of an annotation without a place
  tag,
  status,
  note,
  attributes,
  links,
  signature,  // authors and times
  rule,
};
const char* aspect_name(Aspect aspect);

// In the order of the enumeration; empty if the two are the same. Ids are not looked at.
std::vector<Aspect> differing(const Annotation& before, const Annotation& after);

// One of the two is nullptr where an annotation was added or taken away. Points into the projects compared.
struct AnnotationChange {
  const Annotation* before;
  const Annotation* after;
  std::vector<Aspect> aspects;  // of one that is in both
  // One of the two is always there.
  // NOLINTNEXTLINE(clang-analyzer-core.uninitialized.UndefReturn)
  const Annotation& either() const { return after == nullptr ? *before : *after; }
};

struct TagChange {
  const Tag* before;
  const Tag* after;
  // NOLINTNEXTLINE(clang-analyzer-core.uninitialized.UndefReturn): as above
  const Tag& either() const { return after == nullptr ? *before : *after; }
};

struct Difference {
  bool text = false;            // the two are about different texts; places are then not compared
  bool document = false;        // symbol, date or language
  bool order_of_tags = false;   // the name of the tag set, or the order of its tags
  std::vector<TagChange> tags;  // in the order of the later set, then what was taken away
  std::vector<AnnotationChange> annotations;  // in canonical order
  bool empty() const { return !text && !document && !order_of_tags && tags.empty() && annotations.empty(); }
};

// Linear in the two. They must outlive the result.
Difference compare(const Project& before, const Project& after);

// The annotations of a project by id, valid as long as the project is not touched.
using AnnotationsById = std::unordered_map<std::string_view, const Annotation*>;
AnnotationsById by_id(const Project& project);
// The one with an id, or nullptr.
const Annotation* find(const AnnotationsById& index, std::string_view id);

}  // namespace clausemark
