#include "core/annotation/project.h"

#include <algorithm>
#include <tuple>

#include "core/annotation/suggest.h"

namespace clausemark {

void add_link(Annotation& annotation, Link link) {
  auto& links = annotation.links;
  const auto place = std::lower_bound(links.begin(), links.end(), link);
  if (place == links.end() || *place != link) links.insert(place, std::move(link));
}

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

std::optional<Status> status_of(std::string_view name) {
  for (const auto status : {Status::suggested, Status::accepted, Status::rejected}) {
    if (name == status_name(status)) return status;
  }
  return std::nullopt;
}

const Annotation* Project::find(std::string_view id) const {
  const auto found =
      std::find_if(annotations.begin(), annotations.end(), [&](const Annotation& a) { return a.id == id; });
  return found == annotations.end() ? nullptr : &*found;
}

bool before(const Annotation& a, const Annotation& b) {
  const auto one = a.extent();
  const auto other = b.extent();
  return std::tie(one.start, other.end, a.tag, a.id) < std::tie(other.start, one.end, b.tag, b.id);
}

std::vector<std::string> quotes_of(const Project& project, const Annotation& annotation) {
  if (!annotation.placed()) return annotation.quotes;
  std::vector<std::string> quotes;
  for (const auto& span : annotation.spans) quotes.emplace_back(slice(project.text, span));
  return quotes;
}

std::string in_a_row(const std::vector<std::string>& quotes) {
  std::string row;
  for (const auto& quote : quotes) row += (row.empty() ? "" : " \xE2\x80\xA6 ") + quote;
  return row;
}

std::string quote_of(const Project& project, const Resolution& resolution, const Annotation& annotation) {
  auto quotes = quotes_of(project, annotation);
  for (std::size_t k = 0; k < annotation.spans.size(); ++k) {
    const auto reading = resolution.reading.from_source(annotation.spans[k]);
    if (!reading.empty()) quotes[k] = resolution.text(reading);
  }
  return in_a_row(quotes);
}

Result<void> check_count(std::size_t annotations) {
  if (annotations <= most_annotations) return {};
  return refuse(ErrorCode::too_large, "there are " + std::to_string(annotations) + " annotations; at most " +
                                          std::to_string(most_annotations) + " can stand in a project");
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
