// clausemark: the core on the command line.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

#include "tools/cli/commands.h"
#include "tools/keep_memory.h"

namespace {

int run(int argc, char** argv) {
  using namespace clausemark;

  CLI::App app{
      "Clausemark reads United Nations resolutions: it finds their structure, proposes what each clause "
      "does, "
      "and reads the annotation files that the Clausemark page saves."};
  app.require_subcommand(1);
  app.failure_message(CLI::FailureMessage::help);
  app.set_version_flag("--version", CLAUSEMARK_VERSION);
  app.footer("A file named \"-\" is standard input. Exit codes: 0 fine, 1 the file is wrong, 2 wrong use.");

  int result = cli::exit_fine;

  cli::ParseOptions parse;
  auto* parse_command =
      app.add_subcommand("parse", "Print the structure of a resolution as a tree, or as JSON");
  parse_command->add_option("files", parse.files, "a text file: UTF-8, or UTF-16 with byte order mark")
      ->required();
  auto* json = parse_command->add_flag("--json", parse.json,
                                       "print one JSON object with blocks, acts, references and deadlines");
  auto* jsonl = parse_command->add_flag("--jsonl", parse.jsonl,
                                        "read many files, and the .txt files of folders, and print one JSON "
                                        "object a line for each, in their order");
  jsonl->excludes(json);
  parse_command->add_option("-j,--jobs", parse.jobs, "threads for --jsonl; default: one for each core")
      ->needs(jsonl);
  parse_command->callback([&] {
    if (parse.jsonl) keep_memory();
    result = cli::parse(parse);
  });

  cli::SuggestOptions suggest;
  auto* suggest_command =
      app.add_subcommand("suggest", "Write a .clausemark.json with a suggestion for every act and task");
  suggest_command->add_option("file", suggest.file, "a text file")->required();
  suggest_command->add_option("-o,--output", suggest.output,
                              "where to write; default: beside the input, \"-\" for standard output");
  suggest_command->add_flag("--force", suggest.force, "replace the file if it exists");
  suggest_command->add_flag("--without-text", suggest.without_text,
                            "leave the text of the document out of the file");
  suggest_command->callback([&] { result = cli::suggest(suggest); });

  cli::ProjectOptions show;
  auto* show_command = app.add_subcommand("show", "Print the annotations of a file: clause, tag and quote");
  show_command->add_option("file", show.file, "a .clausemark.json")->required();
  show_command->add_option("--text", show.text, "the document, if the file leaves its text out");
  show_command->add_flag("--all", show.all, "open and rejected suggestions as well");
  show_command->callback([&] { result = cli::show(show); });

  cli::ProjectOptions validate;
  auto* validate_command =
      app.add_subcommand("validate", "Check version, hash, ranges, tags and every quote of a file");
  validate_command->add_option("file", validate.file, "a .clausemark.json")->required();
  validate_command->add_option("--text", validate.text, "the document, if the file leaves its text out");
  validate_command->callback([&] { result = cli::validate(validate); });

  cli::ReanchorOptions reanchor;
  auto* reanchor_command = app.add_subcommand("reanchor",
                                              "Take annotations over to another rendering or version of "
                                              "their text; what is not clearly there is kept "
                                              "without a place");
  reanchor_command->add_option("file", reanchor.file, "a .clausemark.json")->required();
  reanchor_command->add_option("onto", reanchor.onto, "the other text")->required();
  reanchor_command->add_option("-o,--output", reanchor.output, "where to write; \"-\" for standard output")
      ->required();
  reanchor_command->add_flag("--force", reanchor.force, "replace the file if it exists");
  reanchor_command->add_flag("--json", reanchor.json, "print one JSON object a line for each annotation");
  reanchor_command->add_option("--text", reanchor.text,
                               "the document of the file, if it leaves its text out");
  reanchor_command->callback([&] { result = cli::reanchor(reanchor); });

  const auto named = [&](const CLI::App* command) { return argc > 1 && command->check_name(argv[1]); };
  const auto commands = app.get_subcommands([&](CLI::App* command) { return named(command); });
  if (argc > 1 && argv[1][0] != '-' && commands.empty()) {
    std::cerr << "clausemark: there is no command \"" << argv[1] << "\"; see clausemark --help\n";
    return cli::exit_wrong_use;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? cli::exit_fine : cli::exit_wrong_use;
  }
  std::cout.flush();
  if (!std::cout) {
    std::fputs("clausemark: the output could not be written\n", stderr);
    return cli::exit_wrong_file;
  }
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (...) {  // out of memory, say; nothing of ours throws
    std::fputs("clausemark: stopped by an unexpected failure\n", stderr);
    return 3;
  }
}
