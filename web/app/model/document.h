// What is open: the text, what the parser found in it, and the project that readers change.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/annotation/history.h"
#include "core/annotation/project.h"
#include "core/resolution/model.h"
#include "core/result.h"
#include "core/text/source_text.h"

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

// Opens a document step by step, so that a long one can show how far it is and be given up.
class DocumentOpener {
 public:
  // A text, or a native file: what begins with "{" is read as JSON.
  DocumentOpener(std::string name, std::string bytes);

  // Takes the next step. Refuses what SourceText::decode and load_project refuse.
  Result<void> step();
  bool done() const { return steps_done_ == steps; }
  // What the next step does, in a word for readers, and how far it is: 0 to 1.
  std::string_view next() const;
  float share() const { return static_cast<float>(steps_done_) / static_cast<float>(steps); }
  // Once it is done.
  Document take() { return std::move(document_); }

 private:
  static constexpr int steps = 3;

  bool native_ = false;
  std::string bytes_;
  int steps_done_ = 0;
  std::optional<SourceText> source_;
  Document document_;
};

// All steps at once.
Result<Document> open_document(std::string name, std::string_view bytes);

// Whether a file holds a tag set, of whatever version.
bool is_tag_set(std::string_view bytes);

// The fictional resolution that is there when the page opens.
std::string_view sample_text();
constexpr std::string_view sample_name = "Sample resolution";

}  // namespace clausemark::app
