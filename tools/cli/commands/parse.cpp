#include "core/resolution/parse.h"

#include <iostream>
#include <map>
#include <memory>

#include "core/formats/resolution_json.h"
#include "tools/cli/collection.h"
#include "tools/cli/commands.h"
#include "tools/cli/projects.h"
#include "tools/cli/terminal.h"
#include "tools/keep_memory.h"

namespace clausemark::cli {
namespace {

struct Options {
  std::vector<std::string> files;  // with `jsonl` also folders; otherwise one file
  bool json = false;
  bool jsonl = false;
  unsigned jobs = 0;  // threads for `jsonl`; 0: one for each core
};

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

int run(const Options& options) {
  if (options.jsonl) {
    keep_memory();
    return parse_collection(options.files, options.jobs);
  }
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

}  // namespace

void add_parse(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("parse", "Print the structure of a resolution as a tree, or as JSON");
  command->add_option("files", options->files, "a text file: UTF-8, or UTF-16 with byte order mark")
      ->required();
  auto* json = command->add_flag("--json", options->json,
                                 "print one JSON object with blocks, acts, references and deadlines");
  auto* jsonl =
      command->add_flag("--jsonl", options->jsonl,
                        "read many files, and the .txt files of folders, and print one JSON object a line "
                        "for each, in their order");
  jsonl->excludes(json);
  command->add_option("-j,--jobs", options->jobs, "threads for --jsonl; default: one for each core")
      ->needs(jsonl);
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
