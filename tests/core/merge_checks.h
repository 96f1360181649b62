// What a merge must not lose, for unit tests and fuzzing alike.
#pragma once

#include <algorithm>
#include <string>

#include "core/annotation/difference.h"
#include "core/annotation/merge.h"

namespace clausemark::test {

// Whether `one` says in this respect what `wanted` says.
inline bool says(const Annotation& one, const Annotation& wanted, Aspect aspect) {
  const auto has = [](const auto& list, const auto& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  };
  switch (aspect) {
    case Aspect::place:
      return one.spans == wanted.spans;
    case Aspect::tag:
      return one.tag == wanted.tag;
    case Aspect::status:
      return one.status == wanted.status;
    case Aspect::note:
      return one.note == wanted.note;
    case Aspect::attributes:
      return std::all_of(wanted.attributes.begin(), wanted.attributes.end(),
                         [&](const Attribute& value) { return has(one.attributes, value); });
    case Aspect::signature:
      return wanted.author.empty() || one.author == wanted.author || has(one.cosigners, wanted.author);
    default:
      return true;  // links may follow an annotation that was renamed
  }
}

// Whether all that one side changed, compared with the base, stands in the merged project: under the same id,
// or in an annotation that stands beside it. `base` may be nullptr: then all that the side says, but for open
// suggestions.
inline bool keeps_work(const Project* base, const Project& side, const Project& merged) {
  for (const auto& annotation : side.annotations) {
    const auto* old = base == nullptr ? nullptr : base->find(annotation.id);
    if (old == nullptr && annotation.status == Status::suggested && annotation.author.empty()) continue;
    for (const auto aspect :
         {Aspect::place, Aspect::tag, Aspect::status, Aspect::note, Aspect::attributes, Aspect::signature}) {
      const auto changed = old == nullptr ? std::vector<Aspect>() : differing(*old, annotation);
      if (old != nullptr && std::find(changed.begin(), changed.end(), aspect) == changed.end()) continue;
      const bool kept =
          std::any_of(merged.annotations.begin(), merged.annotations.end(), [&](const Annotation& one) {
            return (one.id == annotation.id || one.id.starts_with(annotation.id + "#")) &&
                   says(one, annotation, aspect);
          });
      if (!kept) return false;
    }
  }
  return true;
}

}  // namespace clausemark::test
