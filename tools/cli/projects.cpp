#include "tools/cli/projects.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include "core/formats/project_json.h"
#include "tools/cli/files.h"

namespace clausemark::cli {
namespace {

template <class Value>
std::optional<Value> or_complain(tl::expected<Value, FileError> value) {
  if (value) return std::move(*value);
  std::cerr << "clausemark: " << value.error().message << '\n';
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_file_or_complain(const std::string& file) {
  return or_complain(read_file(file));
}

std::optional<SourceText> read_text_or_complain(const std::string& file) {
  return or_complain(read_text(file));
}

std::optional<std::string> read_document(const std::string& path) {
  if (path.empty()) return std::string();
  const auto source = read_text_or_complain(path);
  if (!source) return std::nullopt;
  return std::string(source->text());
}

std::optional<Project> project_in(std::string_view bytes, const ProjectFile& from) {
  const auto text = read_document(from.text);
  if (!text) return std::nullopt;
  auto project = load_project(bytes, *text);
  if (project) return std::move(*project);
  auto error = project.error();
  if (error.code == ErrorCode::bad_json && !from.file.ends_with(".json"))
    error.message += "; a .clausemark.json file is needed here";
  std::cerr << "clausemark: " << told(from.file, error) << '\n';
  return std::nullopt;
}

std::optional<Project> read_project(const ProjectFile& from) {
  const auto bytes = read_file_or_complain(from.file);
  return bytes ? project_in(*bytes, from) : std::nullopt;
}

std::optional<std::vector<std::string>> project_files(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::set<std::string>
      known;  // a file that is named twice, or lies in a folder that is named as well, counts once
  const auto add = [&](const std::string& file) {
    std::error_code error;
    const auto whole = fs::weakly_canonical(file, error);
    if (known.insert(error ? file : whole.string()).second) files.push_back(file);
  };
  for (const auto& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      add(path);
      continue;
    }
    std::vector<std::string> inside;
    for (auto entry = fs::recursive_directory_iterator(path, error);
         !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      if (entry->is_regular_file(error) && entry->path().string().ends_with(".clausemark.json"))
        inside.push_back(entry->path().string());
    }
    if (error) {
      std::cerr << "clausemark: cannot read " << path << ": " << error.message() << '\n';
      return std::nullopt;
    }
    if (inside.empty()) {
      std::cerr << "clausemark: there is no .clausemark.json below " << path << '\n';
      return std::nullopt;
    }
    std::sort(inside.begin(), inside.end());
    for (const auto& file : inside) add(file);
  }
  return files;
}

bool write_or_complain(const std::string& path, std::string_view bytes, bool force) {
  const auto written = write_file(path, bytes, force);
  if (!written) std::cerr << "clausemark: " << written.error().message << '\n';
  return written.has_value();
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary(const Project& project) {
  std::map<Status, std::size_t> counts;
  for (const auto& annotation : project.annotations) ++counts[annotation.status];
  return counted(counts[Status::accepted], "annotation", "annotations") + ", " +
         counted(counts[Status::suggested], "open suggestion", "open suggestions") + ", " +
         std::to_string(counts[Status::rejected]) + " rejected";
}

std::string tag_name(const TagSet& tags, const std::string& id) {
  const auto* tag = tags.find(id);
  return on_one_line(tag == nullptr ? id : tag->name);
}

std::string tag_mark(const TagSet& tags, const std::string& id, const Terminal& terminal) {
  const auto* tag = tags.find(id);
  return terminal.coloured("▎" + tag_name(tags, id), tag == nullptr ? "" : tag->colour);
}

std::string quoted_words(const Project& project, const Annotation& annotation, const Terminal& terminal,
                         std::size_t indent) {
  return terminal.wrapped("", "“" + on_one_line(in_a_row(quotes_of(project, annotation))) + "”", indent);
}

std::string clause_name(const std::string& path) {
  return path.empty() ? "outside clauses" : on_one_line(path);
}

void print_notes(const Resolution& resolution) {
  for (const auto& diagnostic : resolution.diagnostics) std::cerr << "note: " << diagnostic.message << '\n';
}

std::string with_ending(const std::string& path, std::string_view ending) {
  const auto slash = path.find_last_of('/');
  const auto dot = path.find_last_of('.');
  const bool has_ending =
      dot != std::string::npos && dot > 0 && (slash == std::string::npos || dot > slash + 1);
  return (has_ending ? path.substr(0, dot) : path) + std::string(ending);
}

}  // namespace clausemark::cli
