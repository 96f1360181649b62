// Two people's decisions about one text side by side, and how one comes from two versions to one: what they
// agree about is joined, what they disagree about stays twice, linked by conflict_role, until somebody
// settles it.
//
//   ours, theirs ──▶ compare_decisions     what differs, to be looked at
//                └─▶ merge_to_adjudicate ──▶ disputes_of ──▶ settle
#pragma once

#include <string>
#include <vector>

#include "core/annotation/difference.h"
#include "core/annotation/merge.h"

namespace clausemark {

// What one side says of some words and the other does not, or says differently. One of the two is nullptr
// where a side says nothing.
struct Disagreement {
  const Annotation* ours = nullptr;
  const Annotation* theirs = nullptr;
  std::vector<Aspect> aspects;  // where both say something
  // One of the two is always there.
  const Annotation& either() const { return ours == nullptr ? *theirs : *ours; }
};

struct Comparison {
  std::size_t same = 0;            // accepted by both
  std::vector<Disagreement> rows;  // in canonical order
  std::size_t differing = 0;       // rows in which both say something
  std::size_t only_ours = 0;
  std::size_t only_theirs = 0;
};

// What has been decided: accepted annotations, and suggestions that one accepted and the other rejected. Two
// annotations are about the same if they have the same id; else if they have the same tag and overlap, or
// share half of the longer one's words. Those most alike are paired first. Who signed, and when, is no
// difference. Both must be about the same text and outlive the result. Takes n log n of both together: of
// those that overlap one, 16 that begin before it and 16 that begin inside are looked at.
Comparison compare_decisions(const Project& ours, const Project& theirs);

// merge() without a base, and beyond it: where both made the same annotation, theirs signs ours; where they
// differ about the same words, theirs is linked to ours by conflict_role. Doing it again changes nothing
// (the command has no edits then), but what was settled by deleting theirs comes back with theirs, for no
// base says that it was there. Refuses what merge() and apply() refuse.
Result<Merge> merge_to_adjudicate(const Project& ours, const Project& theirs);

// Two annotations of which one says that it contradicts the other: `second` is linked to `first`.
struct Dispute {
  std::string first;
  std::string second;
  friend bool operator==(const Dispute&, const Dispute&) = default;
};

// Those of a project, each pair once, in canonical order of the second. Takes one pass.
std::vector<Dispute> disputes_of(const Project& project);

bool is_dispute(const Project& project, const Dispute& dispute);

enum class Verdict { first, second, both };

// Keeps one and deletes the other, or keeps both and takes the link away. What contradicted the one that is
// deleted contradicts the other from then on, where it does. Refuses `no_such_id` for what is no dispute.
Result<Command> settle(const Project& project, const Dispute& dispute, Verdict verdict, const Signature& by);

}  // namespace clausemark
