#include "core/annotation/merge.h"

#include <iostream>
#include <memory>

#include "core/annotation/difference.h"
#include "core/formats/json_text.h"
#include "core/formats/project_json.h"
#include "tools/cli/commands.h"
#include "tools/cli/projects.h"
#include "tools/cli/terminal.h"

namespace clausemark::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string base;
  std::string text;
  std::string output;
  bool force = false;
  bool json = false;
  bool git = false;
};

// git takes a code above 128 from a driver for a failure, and 1 for contradictions in the file it wrote.
constexpr int exit_driver_failed = 129;

struct Found {
  Conflict conflict;
  std::string file;  // whose side is theirs
};

void print_json(const std::vector<Found>& conflicts) {
  for (const auto& [conflict, file] : conflicts) {
    json::Value row;
    row["kind"] = conflict_kind_name(conflict.kind);
    row["id"] = conflict.id;
    if (!conflict.beside.empty()) row["beside"] = conflict.beside;
    row["file"] = file;
    std::cout << json::write_compact(row) << '\n';
  }
}

void print_annotation(const Project& project, const std::string& id, const Terminal& terminal) {
  const auto* annotation = project.find(id);
  if (annotation == nullptr) return;
  auto by = annotation->author.empty() ? std::string() : "  " + on_one_line(annotation->author);
  if (annotation->status != Status::accepted) by += std::string("  ") + status_name(annotation->status);
  std::cout << "  " << tag_mark(project.tag_set, annotation->tag, terminal) << terminal.faint(by) << '\n'
            << quoted_words(project, *annotation, terminal, 4);
  if (!annotation->note.empty())
    std::cout << terminal.faint(terminal.wrapped("    Note:", on_one_line(annotation->note), 10));
}

void print(const std::vector<Found>& conflicts, const Project& project) {
  const Terminal terminal;
  for (const auto& [conflict, file] : conflicts) {
    const auto* annotation = project.find(conflict.id);
    const auto* other = project.find(conflict.beside);
    std::string difference = "changed differently";
    bool first = true;
    if (annotation != nullptr && other != nullptr) {
      for (const auto aspect : differing(*annotation, *other))
        if (aspect != Aspect::links && aspect != Aspect::signature) {
          (difference += first ? ": " : ", ") += aspect_name(aspect);
          first = false;
        }
    }
    const auto place = annotation == nullptr ? std::string() : clause_name(annotation->path) + ": ";
    switch (conflict.kind) {
      case ConflictKind::changed_differently:
        std::cout << terminal.bold(place + difference) << "; both kept" << terminal.faint("  " + file)
                  << '\n';
        print_annotation(project, conflict.id, terminal);
        print_annotation(project, conflict.beside, terminal);
        break;
      case ConflictKind::deleted_and_changed:
        std::cout << terminal.bold(place + "deleted on one side, changed or linked to on the other; kept")
                  << terminal.faint("  " + file) << '\n';
        print_annotation(project, conflict.id, terminal);
        break;
      case ConflictKind::tag_defined_twice:
        std::cout << terminal.bold(
                         "the tag \"" + tag_name(project.tag_set, conflict.id) +
                         "\" was defined differently; the first stands, with the attributes of both")
                  << terminal.faint("  " + file) << '\n';
        break;
      case ConflictKind::tag_in_use:
        std::cout << terminal.bold("the tag \"" + tag_name(project.tag_set, conflict.id) +
                                   "\" was deleted on one side and is in use; kept")
                  << terminal.faint("  " + file) << '\n';
        break;
    }
  }
}

// The common ancestor; an empty file, as git hands over where both sides are new, is none.
bool read_base(const Options& options, std::optional<Project>& base) {
  if (options.base.empty()) return true;
  const auto bytes = read_file_or_complain(options.base);
  if (!bytes) return false;
  if (bytes->empty()) return true;
  base = project_in(*bytes, {options.base, options.text});
  return base.has_value();
}

// `written` says whether the merged file stands, with contradictions or without.
int run(const Options& options, bool& written) {
  if (options.files.size() < 2) {
    std::cerr << "clausemark: merge needs two files or more\n";
    return exit_wrong_use;
  }
  std::optional<Project> base;
  if (!read_base(options, base)) return exit_wrong_file;
  auto merged = read_project({options.files.front(), options.text});
  if (!merged) return exit_wrong_file;
  std::vector<Found> conflicts;
  for (std::size_t k = 1; k < options.files.size(); ++k) {
    const auto theirs = read_project({options.files[k], options.text});
    if (!theirs) return exit_wrong_file;
    const auto merge = clausemark::merge(base ? &*base : nullptr, *merged, *theirs);
    const auto applied = merge ? apply(*merged, merge->command) : tl::unexpected<Error>(merge.error());
    if (!applied) {
      const auto hint =
          applied.error().code == ErrorCode::text_mismatch ? " (clausemark reanchor does that)" : "";
      std::cerr << "clausemark: " << options.files[k] << ": " << applied.error().message << hint << '\n';
      return exit_wrong_file;
    }
    for (const auto& conflict : merge->conflicts) conflicts.push_back({conflict, options.files[k]});
  }
  if (!write_or_complain(options.output, save_project(*merged), options.force)) return exit_wrong_file;
  written = true;
  if (options.output != "-") {
    if (options.json)
      print_json(conflicts);
    else
      print(conflicts, *merged);
  }
  std::cerr << summary(*merged) << "; " << counted(conflicts.size(), "contradiction", "contradictions");
  if (options.output != "-") std::cerr << "; written to " << options.output;
  std::cerr << '\n';
  return conflicts.empty() ? exit_fine : exit_wrong_file;
}

}  // namespace

void add_merge(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("merge",
                         "Bring the annotations of several people together; where they contradict each "
                         "other, both stay and are listed, and the exit code is 1");
  command->add_option("files", options->files, "two or more .clausemark.json about one text")->required();
  command->add_option("--base", options->base, "the file from which all of them started: a three-way merge");
  command->add_option("-o,--output", options->output, "where to write; \"-\" for standard output")
      ->required();
  command->add_flag("--force", options->force, "replace the file if it exists");
  command->add_flag("--json", options->json, "print one JSON object a line for each contradiction");
  command->add_option("--text", options->text, "the document, if the files leave its text out");
  command->add_flag("--git", options->git,
                    "exit as git expects of a merge driver: 129 if nothing could be merged");
  command->callback([options, &result] {
    bool written = false;
    result = run(*options, written);
    if (options->git && !written) result = exit_driver_failed;
  });
}

}  // namespace clausemark::cli
