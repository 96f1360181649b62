// An annotation: one tag on one or several spans of the source, and who said so. Whoever gives a clause two
// tags makes two annotations, so that each can be accepted, discussed and merged on its own. A suggestion is
// an annotation that nobody has accepted yet; accepting or rejecting it changes its status and signs it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/text/range.h"

namespace clausemark {

enum class Status {
  suggested,  // proposed by a rule, waiting for a reader
  accepted,   // made or accepted by a reader
  rejected,   // proposed by a rule, refused by a reader
};

// "deadline = 2031-06-30"
struct Attribute {
  std::string name;
  std::string value;
  friend bool operator==(const Attribute&, const Attribute&) = default;
  friend bool operator<(const Attribute& a, const Attribute& b) {
    return std::tie(a.name, a.value) < std::tie(b.name, b.value);
  }
};

// "reported by" another annotation of the project
struct Link {
  std::string role;
  std::string to;  // its id
  friend bool operator==(const Link&, const Link&) = default;
  friend bool operator<(const Link& a, const Link& b) {
    return std::tie(a.role, a.to) < std::tie(b.role, b.to);
  }
};

struct Annotation {
  std::string id;  // unique in its project; handed in from outside
  // Source ranges: not empty, neither end inside a code point, in ascending order, no two overlapping. At
  // least one, unless the annotation was made on another text and has no place in this one; then `quotes`
  // says what it marked there, span by span, and `places` which extents are possible here, if several are.
  std::vector<Range> spans;
  std::vector<std::string> quotes;
  std::vector<Range> places;
  std::string tag;                    // id in the project's tag set
  std::string note;                   // free text, may be empty
  std::vector<Attribute> attributes;  // in the order of their names, each name once
  std::vector<Link> links;            // in the order of roles and targets, each once
  std::string author;                 // may be empty
  std::vector<std::string>
      cosigners;         // others who hold the same, in order, each once; none without an author
  std::string created;   // RFC 3339 time handed in from outside; empty for suggestions
  std::string modified;  // the same; empty when never changed
  Status status = Status::accepted;
  std::string rule;  // the rule that proposed it; empty when a reader made it
  std::string path;  // clause path such as "op30.a.iii"; empty outside clauses
  friend bool operator==(const Annotation&, const Annotation&) = default;

  bool placed() const { return !spans.empty(); }
  // From the first byte of the first span to the last of the last; empty where it has no place.
  Range extent() const { return spans.empty() ? Range{} : Range{spans.front().start, spans.back().end}; }
};

// Puts a link in its place among those of an annotation; one that is there already is not put twice.
void add_link(Annotation& annotation, Link link);

const char* status_name(Status status);
std::optional<Status> status_of(std::string_view name);

}  // namespace clausemark
