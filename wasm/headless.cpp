// The headless core as an ES module, for Node and for pages: text in, JSON out. Nothing throws across the
// border; what is refused comes back as an error with code, message and place.
//
//   const core = await createClausemark();
//   const { ok, value, error } = core.parse(bytes);
#include <emscripten/bind.h>
#include <string>

#include "core/formats/project_json.h"
#include "core/formats/resolution_json.h"
#include "core/resolution/parse.h"

namespace {

using namespace clausemark;

// What every function returns: `value` counts when `ok`, `error` when not.
struct Answer {
  bool ok = true;
  std::string value;
  std::string code;
  std::string message;
  std::string where;
};

Answer failed(const Error& error) {
  return {false, {}, error_code_name(error.code), error.message, error.where};
}

// The structure of a text (a string, or bytes in UTF-8 or UTF-16) as JSON.
Answer parse_text(const std::string& bytes) {
  const auto source = SourceText::decode(bytes);
  if (!source) return failed(source.error());
  return {true, write_resolution_json(source->text(), parse(*source)), {}, {}, {}};
}

// A native file with a suggestion for every act and task of a text.
Answer suggest_text(const std::string& bytes) {
  const auto source = SourceText::decode(bytes);
  if (!source) return failed(source.error());
  return {true, save_project(make_project(*source, parse(*source))), {}, {}, {}};
}

// Reads a native file, checks all of it, and writes it again in canonical form. `text` is the document where
// the file leaves it out, else empty.
Answer load_file(const std::string& json, const std::string& text) {
  const auto project = load_project(json, text);
  if (!project) return failed(project.error());
  return {true, save_project(*project), {}, {}, {}};
}

// The same file without the text of the document.
Answer save_without_text(const std::string& json, const std::string& text) {
  const auto project = load_project(json, text);
  if (!project) return failed(project.error());
  SaveOptions options;
  options.include_text = false;
  return {true, save_project(*project, options), {}, {}, {}};
}

}  // namespace

EMSCRIPTEN_BINDINGS(clausemark) {
  emscripten::value_object<Answer>("Answer")
      .field("ok", &Answer::ok)
      .field("value", &Answer::value)
      .field("code", &Answer::code)
      .field("message", &Answer::message)
      .field("where", &Answer::where);
  emscripten::function("parse", &parse_text);
  emscripten::function("suggest", &suggest_text);
  emscripten::function("load", &load_file);
  emscripten::function("saveWithoutText", &save_without_text);
}
