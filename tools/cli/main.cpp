// clausemark: the core on the command line.
#include <cstdio>
#include <iostream>

#include "tools/cli/commands.h"

namespace {

int run(int argc, char** argv) {
  using namespace clausemark;

  CLI::App app{
      "Clausemark reads United Nations resolutions: it finds their structure, proposes what each clause "
      "does, and "
      "reads, compares and merges the annotation files that the Clausemark page saves.",
      "clausemark"};
  app.require_subcommand(1);
  app.failure_message([](const CLI::App* command, const CLI::Error& error) {
    return std::string("clausemark: ") + error.what() + "; see clausemark " +
           (command->get_parent() == nullptr ? "" : command->get_name() + " ") + "--help\n";
  });
  app.set_version_flag("--version", CLAUSEMARK_VERSION);
  app.footer(
      "A file named \"-\" is standard input. Exit codes: 0 fine, 1 a file is wrong or a merge has "
      "contradictions, 2 "
      "wrong use.");

  int result = cli::exit_fine;
  for (const auto add : {cli::add_parse, cli::add_suggest, cli::add_show, cli::add_validate, cli::add_convert,
                         cli::add_reanchor, cli::add_merge, cli::add_diff, cli::add_agreement, cli::add_stats,
                         cli::add_tagset, cli::add_completion, cli::add_man})
    add(app, result);

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
