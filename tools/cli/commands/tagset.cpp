#include <iostream>
#include <memory>

#include "core/annotation/command.h"
#include "core/formats/project_json.h"
#include "core/formats/tag_set_json.h"
#include "tools/cli/commands.h"
#include "tools/cli/files.h"
#include "tools/cli/projects.h"
#include "tools/cli/terminal.h"

namespace clausemark::cli {
namespace {

struct Options {
  std::string tag_set;
  std::string file;
  std::string text;
  std::string output;
  bool force = false;
  bool json = false;
};

// The tag set of a file of either kind; the default one where no file is named.
std::optional<TagSet> read_tags(const std::string& file, const std::string& text) {
  if (file.empty()) return default_tag_set();
  const auto bytes = read_file_or_complain(file);
  if (!bytes) return std::nullopt;
  if (bytes->substr(0, 4096).find("\"AnnotationCollection\"") != std::string::npos) {
    const auto project = project_in(*bytes, {file, text});
    return project ? std::optional(project->tag_set) : std::nullopt;
  }
  auto tags = load_tag_set(*bytes);
  if (tags) return std::move(*tags);
  std::cerr << "clausemark: " << told(file, tags.error()) << '\n';
  return std::nullopt;
}

int show(const Options& options) {
  const auto tags = read_tags(options.file, options.text);
  if (!tags) return exit_wrong_file;
  if (options.json) {
    std::cout << save_tag_set(*tags);
    return exit_fine;
  }
  const Terminal terminal;
  std::cout << terminal.bold(on_one_line(tags->name)) << "  "
            << terminal.faint(counted(tags->tags.size(), "tag", "tags")) << '\n';
  for (const auto& tag : tags->tags) {
    std::string more = "  " + on_one_line(tag.id);
    if (!tag.group.empty()) more += ", " + on_one_line(tag.group);
    if (!tag.parent.empty()) more += ", below " + tag_name(*tags, tag.parent);
    if (!tag.key.empty()) more += ", key " + on_one_line(tag.key);
    std::cout << "  " << terminal.coloured("▎" + on_one_line(tag.name), tag.colour) << terminal.faint(more)
              << '\n';
    if (!tag.description.empty()) std::cout << terminal.wrapped("", on_one_line(tag.description), 4);
    for (const auto& attribute : tag.attributes) {
      std::string values;
      for (const auto& value : attribute.values)
        values += (values.empty() ? ": " : ", ") + on_one_line(value);
      std::cout << terminal.wrapped("    –", on_one_line(attribute.name) + values, 6);
    }
  }
  return exit_fine;
}

int export_tags(const Options& options) {
  const auto tags = read_tags(options.file, options.text);
  if (!tags) return exit_wrong_file;
  if (!write_or_complain(options.output, save_tag_set(*tags), options.force)) return exit_wrong_file;
  if (options.output != "-")
    std::cerr << counted(tags->tags.size(), "tag", "tags") << " written to " << options.output << '\n';
  return exit_fine;
}

int apply_tags(const Options& options) {
  const auto tags = read_tags(options.tag_set, options.text);
  if (!tags) return exit_wrong_file;
  auto project = read_project({options.file, options.text});
  if (!project) return exit_wrong_file;
  if (const auto applied = apply(*project, change_tag_set("Change the tag set", *tags)); !applied) {
    std::cerr << "clausemark: " << options.file << ": " << applied.error().message << '\n';
    return exit_wrong_file;
  }
  if (!write_or_complain(options.output, save_project(*project), options.force)) return exit_wrong_file;
  if (options.output != "-") std::cerr << "written to " << options.output << '\n';
  return exit_fine;
}

}  // namespace

void add_tagset(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("tagset", "Show, take out and exchange the tags of a team");
  command->require_subcommand(1);

  const auto with_text = [&](CLI::App* one) {
    one->add_option("--text", options->text, "the document, if the file leaves its text out");
  };
  const auto with_output = [&](CLI::App* one) {
    one->add_option("-o,--output", options->output, "where to write; \"-\" for standard output")->required();
    one->add_flag("--force", options->force, "replace the file if it exists");
  };
  auto* show_command = command->add_subcommand("show", "Print tags with their guidelines");
  show_command->add_option("file", options->file,
                           "a .clausemark.json or .tagset.json; default: the tags built in");
  show_command->add_flag("--json", options->json, "print a .tagset.json");
  with_text(show_command);
  show_command->callback([options, &result] { result = show(*options); });

  auto* export_command = command->add_subcommand("export", "Write the tags of a file as a .tagset.json");
  export_command->add_option("file", options->file, "a .clausemark.json")->required();
  with_output(export_command);
  with_text(export_command);
  export_command->callback([options, &result] { result = export_tags(*options); });

  auto* apply_command = command->add_subcommand(
      "apply", "Give a file another tag set; refused where an annotation would lose its tag or an attribute");
  apply_command->add_option("tags", options->tag_set, "a .tagset.json, or a .clausemark.json with the tags")
      ->required();
  apply_command->add_option("file", options->file, "a .clausemark.json")->required();
  with_output(apply_command);
  with_text(apply_command);
  apply_command->callback([options, &result] { result = apply_tags(*options); });
}

}  // namespace clausemark::cli
