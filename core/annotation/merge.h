// The work of several people on one text, brought together annotation by annotation. Nothing is lost: where
// two people contradict each other, both annotations stay, side by side, and the contradiction is listed.
//
//   base ──▶ ours          three-way: what one side left alone, the other may change
//     └────▶ theirs        two-way (no base): what only one side has is added
#pragma once

#include <string>
#include <vector>

#include "core/annotation/command.h"
#include "core/annotation/project.h"
#include "core/result.h"

namespace clausemark {

enum class ConflictKind {
  changed_differently,  // both changed the same aspect: theirs stands beside ours
  deleted_and_changed,  // one side took away what the other changed or linked to: it stays
  tag_defined_twice,    // both changed a tag: ours stands, with the attributes of both
  tag_in_use,           // one side took away a tag that the other uses or changed: it stays
};
const char* conflict_kind_name(ConflictKind kind);

struct Conflict {
  ConflictKind kind = ConflictKind::changed_differently;
  std::string id;      // of the annotation or tag
  std::string beside;  // the id under which theirs stands, if both stay
};

// The role of the link that leads from theirs to ours where both stay.
constexpr const char* conflict_role = "conflicts-with";

struct Merge {
  Command command;  // leads from ours to the merged project
  std::vector<Conflict> conflicts;
};

// `base` may be nullptr. Without it, an open suggestion that nobody signed counts as the base of what the
// other side made of it, and annotations that differ in their signature alone are one: who signed
// first is its author, the other signs with them. Merging the same again adds nothing. Refuses
// `text_mismatch` where the projects are not about the same text: annotations must be moved onto one text
// first. Facts about the document stay ours. The command is
// refused by apply() only where the two tag sets together are `too_large`.
Result<Merge> merge(const Project* base, const Project& ours, const Project& theirs);

}  // namespace clausemark
