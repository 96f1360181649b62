// What is open: the text, what the parser found in it, and the project that readers change.
#pragma once

#include <string>
#include <string_view>

#include "core/annotation/history.h"
#include "core/annotation/project.h"
#include "core/resolution/model.h"
#include "core/result.h"

namespace clausemark::app {

struct Document {
  std::string name;  // of the file it came from, or a title
  Resolution resolution;
  Project project;
  History history;
  std::uint32_t origin = 0;  // what the world outside calls the file it came from; 1 for the
                             // first, 0 for none
};

// The symbol of a document, or the name of its file.
const std::string& title_of(const Document& document);

// Opens a text, or a native file: what begins with "{" is read as JSON. Refuses what SourceText::decode and
// load_project refuse.
Result<Document> open_document(std::string name, std::string_view bytes);

// The fictional resolution that is there when the page opens.
std::string_view sample_text();
constexpr std::string_view sample_name = "Sample resolution";

}  // namespace clausemark::app
