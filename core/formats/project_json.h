// The native file, *.clausemark.json: W3C Web Annotation JSON-LD (https://www.w3.org/TR/annotation-model/).
//
//   AnnotationCollection
//   ├─ clausemark   what the standard has no words for: version, document, tag set
//   └─ first        AnnotationPage with the annotations in canonical order
//       └─ items[]  creator: the author, or a list with those who hold the same; body: tag and note; target,
//       one or several: TextPositionSelector (code points) and
//                   TextQuoteSelector, whose prefix and suffix make the quote unique; clausemark: status,
//                   rule, clause path, attributes, links
//
// The same project always gives the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "core/annotation/project.h"
#include "core/result.h"

namespace clausemark {

// The version that this build writes; older ones are read, later ones refused.
constexpr unsigned project_version = 2;

struct SaveOptions {
  bool include_text = true;  // without it the file can only be opened together with its text
};

std::string save_project(const Project& project, SaveOptions options = {});

// Reads a native file. `text` is the document handed in beside it, or empty; it is needed when the file
// leaves the text out, and must have the hash that the file names. Checks the version, the hash, every range,
// every quote and every tag, and refuses with the JSON pointer of the first thing that is wrong: `bad_json`,
// `bad_value`, `future_version`, `no_such_id`, `text_missing`, `text_mismatch`, `bad_range`, `unknown_tag`,
// `too_large`.
Result<Project> load_project(std::string_view json, std::string_view text = {});

}  // namespace clausemark
