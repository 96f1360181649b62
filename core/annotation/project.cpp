#include "core/annotation/project.h"

#include <algorithm>
#include <tuple>

#include "core/annotation/suggest.h"

namespace clausemark {

const char* status_name(Status status) {
  switch (status) {
    case Status::suggested:
      return "suggested";
    case Status::accepted:
      return "accepted";
    case Status::rejected:
      return "rejected";
  }
  return "accepted";
}

const Annotation* Project::find(std::string_view id) const {
  const auto found =
      std::find_if(annotations.begin(), annotations.end(), [&](const Annotation& a) { return a.id == id; });
  return found == annotations.end() ? nullptr : &*found;
}

bool before(const Annotation& a, const Annotation& b) {
  return std::tie(a.target.start, b.target.end, a.tag, a.id) <
         std::tie(b.target.start, a.target.end, b.tag, b.id);
}

Project make_project(const SourceText& source, const Resolution& resolution) {
  Project project;
  project.facts = resolution.facts;
  project.text = std::string(source.text());
  project.tag_set = default_tag_set();
  project.annotations = suggest(resolution);
  std::sort(project.annotations.begin(), project.annotations.end(), before);
  return project;
}

}  // namespace clausemark
