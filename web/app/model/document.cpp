#include "web/app/model/document.h"

#include "core/formats/project_json.h"
#include "core/formats/tag_set_json.h"
#include "core/resolution/parse.h"

namespace clausemark::app {
namespace {

bool looks_like_json(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '{' && !bytes.substr(first).starts_with("{\\rtf");
}

}  // namespace

bool is_tag_set(std::string_view bytes) { return looks_like_json(bytes) && is_tag_set_json(bytes); }

const std::string& title_of(const Document& document) {
  return document.project.facts.symbol.empty() ? document.name : document.project.facts.symbol;
}

DocumentOpener::DocumentOpener(std::string name, std::string bytes)
    : native_(looks_like_json(bytes)), bytes_(std::move(bytes)) {
  document_.name = std::move(name);
}

std::string_view DocumentOpener::next() const {
  switch (steps_done_) {
    case 0:
      return "reading it";
    case 1:
      return "finding its clauses";
    default:
      return native_ ? "bringing back its annotations" : "looking for suggestions";
  }
}

Result<void> DocumentOpener::step() {
  if (steps_done_ == 0) {
    if (native_) {
      CLAUSEMARK_TRY(project, load_project(bytes_));
      document_.project = std::move(project);
    }
    auto source = native_ ? SourceText::from_utf8(document_.project.text) : SourceText::decode(bytes_);
    if (!source) return tl::unexpected<Error>(source.error());
    source_ = std::move(*source);
    bytes_.clear();
  } else if (steps_done_ == 1) {
    document_.resolution = parse(*source_);
  } else if (!native_) {
    document_.project = make_project(*source_, document_.resolution);
    if (auto checked = check_count(document_.project.annotations.size()); !checked) return checked;
  }
  ++steps_done_;
  return {};
}

Result<Document> open_document(std::string name, std::string_view bytes) {
  DocumentOpener opener(std::move(name), std::string(bytes));
  while (!opener.done()) {
    if (auto done = opener.step(); !done) return tl::unexpected<Error>(done.error());
  }
  return opener.take();
}

}  // namespace clausemark::app
