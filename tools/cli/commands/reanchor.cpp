#include <iostream>
#include <map>
#include <memory>

#include "core/annotation/anchor.h"
#include "core/formats/json_text.h"
#include "core/formats/project_json.h"
#include "core/resolution/parse.h"
#include "core/text/offset_map.h"
#include "tools/cli/commands.h"
#include "tools/cli/projects.h"
#include "tools/cli/terminal.h"

namespace clausemark::cli {
namespace {

struct Options {
  ProjectFile from;
  std::string onto;    // the other text
  std::string output;  // "-": standard output
  bool force = false;
  bool json = false;
};

// One row for each annotation: where it stands now, in code points of the new text.
void print_json(const Project& old, const MovedProject& moved) {
  const OffsetMap offsets(moved.project.text);
  const auto ranges = [&](const std::vector<Range>& list) {
    auto rows = json::Value::array();
    for (const auto& range : list) {
      rows.push_back(json::Value::array(
          {offsets.byte_to_code_point(range.start), offsets.byte_to_code_point(range.end)}));
    }
    return rows;
  };
  for (std::size_t k = 0; k < old.annotations.size(); ++k) {
    const auto& anchor = moved.anchors[k];
    json::Value row;
    row["id"] = old.annotations[k].id;
    row["state"] = anchor_state_name(anchor.state);
    row["spans"] = ranges(anchor.spans);
    if (!anchor.places.empty()) row["places"] = ranges(anchor.places);
    if (!anchor.path.empty()) row["path"] = anchor.path;
    std::cout << json::write_compact(row) << '\n';
  }
}

// What has no place in the new text, for a reader to look after.
void print_lost(const Project& old, const MovedProject& moved, const Terminal& terminal) {
  for (std::size_t k = 0; k < old.annotations.size(); ++k) {
    const auto& anchor = moved.anchors[k];
    const auto& annotation = old.annotations[k];
    if (!anchor.spans.empty()) continue;
    std::cout << terminal.bold(anchor_state_name(anchor.state)) << "  " << clause_name(annotation.path)
              << "  " << on_one_line(annotation.tag) << '\n'
              << quoted_words(old, annotation, terminal, 4);
    for (const auto& place : anchor.places) {
      std::cout << terminal.faint(
          terminal.wrapped("    or:", on_one_line(slice(moved.project.text, place)), 8));
    }
  }
}

int run(const Options& options) {
  const auto project = read_project(options.from);
  if (!project) return exit_wrong_file;
  const auto source = read_text_or_complain(options.onto);
  if (!source) return exit_wrong_file;
  const auto old_source = SourceText::from_utf8(project->text);
  if (!old_source) {
    std::cerr << "clausemark: " << options.from.file << ": " << old_source.error().message << '\n';
    return exit_wrong_file;
  }
  const auto resolution = clausemark::parse(*source);
  const auto moved =
      move_project(*project, clausemark::parse(*old_source), ReadText{source->text(), resolution});
  if (!write_or_complain(options.output, save_project(moved.project), options.force)) return exit_wrong_file;
  if (options.output == "-") return exit_fine;
  if (options.json)
    print_json(*project, moved);
  else
    print_lost(*project, moved, Terminal());
  std::map<AnchorState, std::size_t> counts;
  for (const auto& anchor : moved.anchors) ++counts[anchor.state];
  std::cerr << counted(moved.anchors.size(), "annotation", "annotations") << ": "
            << counts[AnchorState::exact] << " exact, " << counts[AnchorState::moved] << " moved, "
            << counts[AnchorState::ambiguous] << " ambiguous, " << counts[AnchorState::orphaned]
            << " orphaned; written to " << options.output << '\n';
  return exit_fine;
}

}  // namespace

void add_reanchor(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("reanchor",
                         "Take annotations over to another rendering or version of their text; what is "
                         "not clearly there is kept without a place");
  command->add_option("file", options->from.file, "a .clausemark.json")->required();
  command->add_option("onto", options->onto, "the other text")->required();
  command->add_option("-o,--output", options->output, "where to write; \"-\" for standard output")
      ->required();
  command->add_flag("--force", options->force, "replace the file if it exists");
  command->add_flag("--json", options->json, "print one JSON object a line for each annotation");
  command->add_option("--text", options->from.text, "the document of the file, if it leaves its text out");
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
