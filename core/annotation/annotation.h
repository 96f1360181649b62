// An annotation: a span of the source, its tag, and who said so. A suggestion is an annotation that nobody
// has accepted yet; accepting or rejecting it changes its status and nothing else.
#pragma once

#include <string>

#include "core/text/range.h"

namespace clausemark {

enum class Status {
  suggested,  // proposed by a rule, waiting for a reader
  accepted,   // made or accepted by a reader
  rejected,   // proposed by a rule, refused by a reader
};

struct Annotation {
  std::string id;        // unique in its project; handed in from outside
  Range target;          // source range, neither end inside a code point, not empty
  std::string tag;       // id in the project's tag set
  std::string note;      // free text, may be empty
  std::string author;    // may be empty
  std::string created;   // RFC 3339 time handed in from outside; empty for suggestions
  std::string modified;  // the same; empty when never changed
  Status status = Status::accepted;
  std::string rule;  // the rule that proposed it; empty when a reader made it
  std::string path;  // clause path such as "op30.a.iii"; empty outside clauses
  friend bool operator==(const Annotation&, const Annotation&) = default;
};

const char* status_name(Status status);

}  // namespace clausemark
