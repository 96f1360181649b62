// A Project: one document with its text, the tag set in use and all annotations. A value; changed by Commands
// only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/annotation/annotation.h"
#include "core/annotation/tag_set.h"
#include "core/resolution/model.h"
#include "core/result.h"
#include "core/text/source_text.h"

namespace clausemark {

struct Project {
  DocumentFacts facts;
  std::string text;  // valid UTF-8, as SourceText gives it
  TagSet tag_set;
  std::vector<Annotation> annotations;  // in canonical order, see before()

  const Annotation* find(std::string_view id) const;
  friend bool operator==(const Project& a, const Project& b) {
    return a.facts == b.facts && a.text == b.text && a.tag_set == b.tag_set && a.annotations == b.annotations;
  }
};

// Far more than any text of people has; all that can be done with a project stays quick up to here.
constexpr std::size_t most_annotations = 500'000;

// Refuses `too_large` for more annotations than that; `where` is empty.
Result<void> check_count(std::size_t annotations);

// The canonical order of annotations: by start, longer ones first, then by tag and id.
bool before(const Annotation& a, const Annotation& b);

// What each span of an annotation marks, as it stands in the source; what it marked elsewhere, if it has no
// place.
std::vector<std::string> quotes_of(const Project& project, const Annotation& annotation);
// Quotes in a row, " … " between them.
std::string in_a_row(const std::vector<std::string>& quotes);

// The words that an annotation marks, without what belongs to the page; " … " stands between its spans. The
// resolution is that of the project's text.
std::string quote_of(const Project& project, const Resolution& resolution, const Annotation& annotation);

// A project for a parsed text, with the default tag set and every suggestion of the rules, however many; see
// check_count().
Project make_project(const SourceText& source, const Resolution& resolution);

}  // namespace clausemark
