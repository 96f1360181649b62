#include <iostream>
#include <memory>

#include "core/formats/project_json.h"
#include "core/resolution/parse.h"
#include "tools/cli/commands.h"
#include "tools/cli/projects.h"

namespace clausemark::cli {
namespace {

struct Options {
  std::string file;
  std::string output;  // empty: beside the input
  bool force = false;
  bool without_text = false;
};

int run(const Options& options) {
  const auto source = read_text_or_complain(options.file);
  if (!source) return exit_wrong_file;
  const auto resolution = clausemark::parse(*source);
  const auto project = make_project(*source, resolution);
  if (const auto checked = check_count(project.annotations.size()); !checked) {
    std::cerr << "clausemark: " << options.file << ": " << checked.error().message << '\n';
    return exit_wrong_file;
  }
  print_notes(resolution);
  auto output = options.output;
  if (output.empty()) output = options.file == "-" ? "-" : with_ending(options.file, ".clausemark.json");
  SaveOptions save;
  save.include_text = !options.without_text;
  if (!write_or_complain(output, save_project(project, save), options.force)) return exit_wrong_file;
  if (output != "-")
    std::cerr << counted(project.annotations.size(), "suggestion", "suggestions") << " written to " << output
              << '\n';
  return exit_fine;
}

}  // namespace

void add_suggest(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("suggest", "Write a .clausemark.json with a suggestion for every act and task");
  command->add_option("file", options->file, "a text file")->required();
  command->add_option("-o,--output", options->output,
                      "where to write; default: beside the input, \"-\" for standard output");
  command->add_flag("--force", options->force, "replace the file if it exists");
  command->add_flag("--without-text", options->without_text,
                    "leave the text of the document out of the file");
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
