#include <iostream>
#include <memory>

#include "core/formats/exchange/exchange.h"
#include "tools/cli/commands.h"
#include "tools/cli/projects.h"
#include "tools/cli/terminal.h"

namespace clausemark::cli {
namespace {

struct Options {
  ProjectFile from;
  bool all = false;
  bool json = false;
};

// "conflicts-with ▎Urge “urges calm”"
std::string told(const Link& link, const Project& project) {
  const auto* other = project.find(link.to);
  if (other == nullptr) return on_one_line(link.role);
  return on_one_line(link.role) + " ▎" + tag_name(project.tag_set, other->tag) + " “" +
         on_one_line(in_a_row(quotes_of(project, *other))) + "”";
}

void print(const Annotation& annotation, const Project& project, const Terminal& terminal) {
  std::cout << "  " << tag_mark(project.tag_set, annotation.tag, terminal);
  if (annotation.status != Status::accepted)
    std::cout << "  " << terminal.faint(status_name(annotation.status));
  if (!annotation.placed()) std::cout << "  " << terminal.faint("has no place in this text");
  std::string signers = annotation.author;
  for (const auto& name : annotation.cosigners) signers += ", " + name;
  if (!signers.empty()) std::cout << "  " << terminal.faint(on_one_line(signers));
  std::cout << '\n' << quoted_words(project, annotation, terminal, 4);
  if (!annotation.note.empty())
    std::cout << terminal.faint(terminal.wrapped("    Note:", on_one_line(annotation.note), 10));
  for (const auto& link : annotation.links)
    std::cout << terminal.faint(terminal.wrapped("    →", told(link, project), 6));
}

int run(const Options& options) {
  auto project = read_project(options.from);
  if (!project) return exit_wrong_file;
  const auto counts = summary(*project);
  const auto shown = [&](const Annotation& one) { return options.all || one.status == Status::accepted; };
  if (options.json) {
    std::erase_if(project->annotations, [&](const Annotation& one) { return !shown(one); });
    std::cout << exchange_format("jsonl")->write({&*project, 1}, {}).files.front().bytes;
    return exit_fine;
  }
  const Terminal terminal;
  std::cout << terminal.bold(project->facts.symbol.empty() ? "Untitled document" : project->facts.symbol)
            << "  " << terminal.faint(counts) << '\n';
  std::string last_path = "\n";
  for (const auto& annotation : project->annotations) {
    if (!shown(annotation)) continue;
    if (annotation.path != last_path)
      std::cout << '\n' << terminal.bold(clause_name(annotation.path)) << '\n';
    last_path = annotation.path;
    print(annotation, *project, terminal);
  }
  return exit_fine;
}

}  // namespace

void add_show(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("show", "Print the annotations of a file: clause, tag and quote");
  command->add_option("file", options->from.file, "a .clausemark.json")->required();
  command->add_option("--text", options->from.text, "the document, if the file leaves its text out");
  command->add_flag("--all", options->all, "open and rejected suggestions as well");
  command->add_flag("--json", options->json, "print one JSON object a line for each annotation");
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
