#include <iostream>
#include <map>
#include <memory>

#include "core/formats/json_text.h"
#include "core/formats/project_json.h"
#include "tools/cli/commands.h"
#include "tools/cli/files.h"
#include "tools/cli/projects.h"

namespace clausemark::cli {
namespace {

struct Options {
  ProjectFile from;
  bool json = false;
};

// One object that says whether the file is valid, and if not, what is wrong and where.
int print_json(const Options& options) {
  const auto bytes = read_file_or_complain(options.from.file);
  if (!bytes) return exit_wrong_file;
  const auto text = read_document(options.from.text);
  if (!text) return exit_wrong_file;
  const auto project = load_project(*bytes, *text);
  json::Value row;
  row["file"] = options.from.file;
  row["valid"] = project.has_value();
  if (project) {
    row["accepted"] = 0;
    row["suggested"] = 0;
    row["rejected"] = 0;
    for (const auto& annotation : project->annotations) {
      auto& count = row[status_name(annotation.status)];
      count = count.get<int>() + 1;
    }
  } else {
    row["code"] = error_code_name(project.error().code);
    row["message"] = project.error().message;
    row["where"] = project.error().where;
  }
  std::cout << json::write_compact(row) << '\n';
  return project ? exit_fine : exit_wrong_file;
}

int run(const Options& options) {
  if (options.json) return print_json(options);
  const auto project = read_project(options.from);
  if (!project) return exit_wrong_file;
  std::cout << options.from.file << ": valid; " << summary(*project) << "; every quote found\n";
  return exit_fine;
}

}  // namespace

void add_validate(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("validate", "Check version, hash, ranges, tags and every quote of a file");
  command->add_option("file", options->from.file, "a .clausemark.json")->required();
  command->add_option("--text", options->from.text, "the document, if the file leaves its text out");
  command->add_flag("--json", options->json, "print one JSON object: valid or not, and what is wrong where");
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
