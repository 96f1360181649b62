// How far several coders agree about one text: at the level of clauses (does this clause carry this tag?) and
// of spans (are the same words marked?).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/annotation/coefficients.h"
#include "core/annotation/project.h"
#include "core/resolution/model.h"

namespace clausemark {

// A coder and what he or she holds to be so.
struct Coder {
  std::string name;
  std::vector<const Annotation*> annotations;
};

// The accepted annotations of a project, each project being one coder.
Coder coder_of(const Project& project, std::string name);
// The accepted annotations of a project by author, in the order of their names; what several signed is what
// each of them says.
std::vector<Coder> coders_by_author(const Project& project);

// Precision and recall of two coders against each other: 2 × both / (first + second).
struct Overlap {
  std::size_t both = 0;
  std::size_t first = 0;
  std::size_t second = 0;
  Coefficient f1() const;
  Overlap& operator+=(const Overlap& other);
};

// Coefficients over the clauses (for one tag: whether they carry it; for all: which tags they carry), and
// over the words (unitized alpha).
struct Coefficients {
  Coefficient cohen;  // of two coders
  Coefficient fleiss;
  Coefficient alpha;
  Coefficient unitized;
};

struct TagAgreement {
  std::string tag;
  std::vector<std::size_t> counts;  // annotations of each coder
  Coefficients coefficients;
};

struct PairTag {
  std::string tag;  // empty: all tags together
  Overlap exact;    // the same tag on the same words
  Overlap near;     // each edge at most `tolerance` words apart
  Overlap clauses;  // the same tag in the same clause
};

// Which tag one coder gives where the other gives which. An empty tag stands for "nothing marked here".
struct Confusion {
  std::string first;
  std::string second;
  std::size_t count = 0;
};

struct PairAgreement {
  std::size_t first = 0;  // coders
  std::size_t second = 0;
  Coefficient cohen;          // over the clauses
  std::vector<PairTag> tags;  // all together first, then by tag
  std::vector<Confusion> confusion;
};

struct Agreement {
  std::vector<std::string> coders;
  std::size_t clauses = 0;
  Coefficients all;
  std::vector<TagAgreement> tags;  // in the order of the tag set; those that somebody used
  std::vector<PairAgreement> pairs;
};

struct AgreementOptions {
  std::uint32_t tolerance = 2;  // words by which an edge may differ to be near
};

// The coders speak of the clauses of `resolution` and of the text it was read in. Edges are compared in
// words, so that a comma more or less at the end is no difference.
Agreement agreement(const std::vector<Coder>& coders, const TagSet& tag_set, std::string_view text,
                    const Resolution& resolution, const AgreementOptions& options = {});

}  // namespace clausemark
