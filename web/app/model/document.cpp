#include "web/app/model/document.h"

#include "core/formats/project_json.h"
#include "core/resolution/parse.h"

namespace clausemark::app {
namespace {

bool looks_like_json(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '{' && !bytes.substr(first).starts_with("{\\rtf");
}

}  // namespace

const std::string& title_of(const Document& document) {
  return document.project.facts.symbol.empty() ? document.name : document.project.facts.symbol;
}

Result<Document> open_document(std::string name, std::string_view bytes) {
  Document document;
  document.name = std::move(name);
  if (looks_like_json(bytes)) {
    auto project = load_project(bytes);
    if (!project) return tl::unexpected<Error>(project.error());
    auto source = SourceText::from_utf8(project->text);
    if (!source) return tl::unexpected<Error>(source.error());
    document.resolution = parse(*source);
    document.project = std::move(*project);
    return document;
  }
  auto source = SourceText::decode(bytes);
  if (!source) return tl::unexpected<Error>(source.error());
  document.resolution = parse(*source);
  document.project = make_project(*source, document.resolution);
  if (auto checked = check_count(document.project.annotations.size()); !checked)
    return tl::unexpected<Error>(checked.error());
  return document;
}

}  // namespace clausemark::app
