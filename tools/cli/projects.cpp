#include "tools/cli/projects.h"

#include <iostream>

#include "core/formats/project_json.h"
#include "tools/cli/files.h"

namespace clausemark::cli {

std::optional<SourceText> read_text_or_complain(const std::string& file) {
  auto source = read_text(file);
  if (source) return std::move(*source);
  std::cerr << "clausemark: " << source.error().message << '\n';
  return std::nullopt;
}

std::optional<Project> read_project(const ProjectOptions& options) {
  const auto bytes = read_file(options.file);
  if (!bytes) {
    std::cerr << "clausemark: " << bytes.error().message << '\n';
    return std::nullopt;
  }
  std::string text;
  if (!options.text.empty()) {
    const auto source = read_text_or_complain(options.text);
    if (!source) return std::nullopt;
    text = std::string(source->text());
  }
  auto project = load_project(*bytes, text);
  if (!project) {
    auto error = project.error();
    if (error.code == ErrorCode::bad_json && !options.file.ends_with(".json"))
      error.message += "; a .clausemark.json file is needed here";
    std::cerr << "clausemark: " << told(options.file, error) << '\n';
    return std::nullopt;
  }
  return std::move(*project);
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

void print_notes(const Resolution& resolution) {
  for (const auto& diagnostic : resolution.diagnostics) std::cerr << "note: " << diagnostic.message << '\n';
}

}  // namespace clausemark::cli
