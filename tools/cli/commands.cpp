#include "tools/cli/commands.h"

#include <iostream>
#include <map>
#include <optional>

#include "core/formats/project_json.h"
#include "core/formats/resolution_json.h"
#include "core/resolution/parse.h"
#include "core/text/offset_map.h"
#include "tools/cli/collection.h"
#include "tools/cli/files.h"
#include "tools/cli/projects.h"
#include "tools/cli/terminal.h"

namespace clausemark::cli {
namespace {

std::string marker(const Block& block) {
  switch (block.kind) {
    case BlockKind::operative:
      return block.number.empty() ? "" : block.number + ".";
    case BlockKind::item:
      return block.number.empty() ? "" : block.number == "-" ? "–" : "(" + block.number + ")";
    case BlockKind::heading:
      return block.number.empty() ? "" : block.number + ".";
    default:
      return "";
  }
}

void print_tree(const SourceText& source, const Resolution& resolution, const Terminal& terminal) {
  const auto& facts = resolution.facts;
  std::cout << terminal.bold(facts.symbol.empty() ? "No symbol found" : facts.symbol) << "  "
            << terminal.faint(facts.date.empty() ? "no date found" : facts.date) << '\n';
  std::map<BlockKind, std::size_t> counts;
  for (const auto& block : resolution.blocks) ++counts[block.kind];
  std::cout << terminal.faint(
                   counted(counts[BlockKind::preambular], "preambular paragraph", "preambular paragraphs") +
                   ", " +
                   counted(counts[BlockKind::operative], "operative paragraph", "operative paragraphs") +
                   ", " + counted(counts[BlockKind::item], "item", "items") + ", " +
                   counted(counts[BlockKind::heading], "heading", "headings"))
            << "\n\n";
  const auto project = make_project(source, resolution);
  const auto& annotations = project.annotations;
  std::size_t next = 0;
  for (const auto& block : resolution.blocks) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::closing ||
        block.kind == BlockKind::intro)
      continue;
    const std::size_t indent = 6 + 4 * block.level;
    std::string lead(block.level == 0 ? 0 : 2 + 4 * block.level, ' ');
    lead += marker(block);
    const auto text = on_one_line(resolution.text(block.reading));
    if (block.kind == BlockKind::heading) {
      std::cout << '\n' << terminal.bold(terminal.wrapped(lead, text, block.number.empty() ? 0 : 4));
      continue;
    }
    std::cout << terminal.wrapped(lead, text, indent);
    // Annotations stand in source order, as blocks do.
    while (next < annotations.size() && annotations[next].extent().start < block.source.start) ++next;
    for (auto k = next; k < annotations.size() && annotations[k].extent().start < block.source.end; ++k) {
      const auto& annotation = annotations[k];
      if (annotation.path != block.path) continue;
      const auto* tag = project.tag_set.find(annotation.tag);
      if (tag == nullptr) continue;
      std::cout << std::string(indent, ' ') << terminal.coloured("▎" + tag->name, tag->colour)
                << terminal.faint("  " + annotation.rule) << '\n';
    }
  }
  print_notes(resolution);
}

std::string summary(std::map<Status, std::size_t>& counts) {
  return counted(counts[Status::accepted], "annotation", "annotations") + ", " +
         counted(counts[Status::suggested], "open suggestion", "open suggestions") + ", " +
         std::to_string(counts[Status::rejected]) + " rejected";
}

// Where a file of suggestions for this text goes when no name is given.
std::string default_output(const std::string& file) {
  if (file == "-") return "-";
  const auto slash = file.find_last_of('/');
  const auto dot = file.find_last_of('.');
  const bool has_extension = dot != std::string::npos && (slash == std::string::npos || dot > slash);
  return (has_extension ? file.substr(0, dot) : file) + ".clausemark.json";
}

}  // namespace

int parse(const ParseOptions& options) {
  if (options.jsonl) return parse_collection(options.files, options.jobs);
  if (options.files.size() != 1) {
    std::cerr << "clausemark: parse reads one file; with --jsonl it reads many\n";
    return exit_wrong_use;
  }
  const auto source = read_text_or_complain(options.files.front());
  if (!source) return exit_wrong_file;
  const auto resolution = clausemark::parse(*source);
  if (options.json) {
    write_resolution_json(source->text(), resolution, {}, [](std::string_view bytes) { std::cout << bytes; });
  } else {
    print_tree(*source, resolution, Terminal());
  }
  return exit_fine;
}

int suggest(const SuggestOptions& options) {
  const auto source = read_text_or_complain(options.file);
  if (!source) return exit_wrong_file;
  const auto resolution = clausemark::parse(*source);
  const auto project = make_project(*source, resolution);
  print_notes(resolution);
  const auto output = options.output.empty() ? default_output(options.file) : options.output;
  SaveOptions save;
  save.include_text = !options.without_text;
  if (const auto written = write_file(output, save_project(project, save), options.force); !written) {
    std::cerr << "clausemark: " << written.error().message << '\n';
    return exit_wrong_file;
  }
  if (output != "-")
    std::cerr << counted(project.annotations.size(), "suggestion", "suggestions") << " written to " << output
              << '\n';
  return exit_fine;
}

int show(const ProjectOptions& options) {
  const auto project = read_project(options);
  if (!project) return exit_wrong_file;
  const Terminal terminal;
  std::map<Status, std::size_t> counts;
  for (const auto& annotation : project->annotations) ++counts[annotation.status];
  std::cout << terminal.bold(project->facts.symbol.empty() ? "Untitled document" : project->facts.symbol)
            << "  " << terminal.faint(summary(counts)) << '\n';
  std::string last_path = "\n";
  for (const auto& annotation : project->annotations) {
    if (annotation.status != Status::accepted && !options.all) continue;
    if (annotation.path != last_path) {
      std::cout << '\n'
                << terminal.bold(annotation.path.empty() ? "outside clauses" : on_one_line(annotation.path))
                << '\n';
      last_path = annotation.path;
    }
    const auto* tag = project->tag_set.find(annotation.tag);
    const auto& name = tag == nullptr ? annotation.tag : tag->name;
    std::cout << "  " << terminal.coloured("▎" + on_one_line(name), tag == nullptr ? "" : tag->colour);
    if (annotation.status != Status::accepted)
      std::cout << "  " << terminal.faint(status_name(annotation.status));
    if (!annotation.placed()) std::cout << "  " << terminal.faint("has no place in this text");
    if (!annotation.author.empty()) std::cout << "  " << terminal.faint(on_one_line(annotation.author));
    std::cout << '\n'
              << terminal.wrapped("", "“" + on_one_line(in_a_row(quotes_of(*project, annotation))) + "”", 4);
    if (!annotation.note.empty())
      std::cout << terminal.faint(terminal.wrapped("    Note:", on_one_line(annotation.note), 10));
  }
  return exit_fine;
}

int validate(const ProjectOptions& options) {
  const auto project = read_project(options);
  if (!project) return exit_wrong_file;
  std::map<Status, std::size_t> counts;
  for (const auto& annotation : project->annotations) ++counts[annotation.status];
  std::cout << options.file << ": valid; " << summary(counts) << "; every quote found\n";
  return exit_fine;
}

}  // namespace clausemark::cli
