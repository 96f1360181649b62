// The manual page, made from the commands and options themselves (man(7)).
#include <iostream>

#include "tools/cli/commands.h"

namespace clausemark::cli {
namespace {

// Text for roff: marks that it would take for its own are escaped.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'' || (c == '.' && out.empty())) {
      out += c == '\'' ? "\\(aq" : "\\&.";
    } else {
      out += c;
    }
  }
  return out;
}

void print_option(const CLI::Option& option) {
  std::string names;
  const auto add = [&](const std::string& name) { names += (names.empty() ? "" : ", ") + name; };
  for (const auto& name : option.get_snames()) add("-" + name);
  for (const auto& name : option.get_lnames()) add("--" + name);
  if (names.empty()) names = option.get_name();
  const bool flag = option.get_expected_max() == 0;
  std::cout << ".TP\n.B " << roff(names) << (flag || option.get_positional() ? "" : " \\fIvalue\\fR") << '\n'
            << roff(option.get_description());
  if (!option.get_default_str().empty() && !flag)
    std::cout << " (default: " << roff(option.get_default_str()) << ")";
  std::cout << '\n';
}

void print_command(const CLI::App& command, const std::string& name) {
  std::cout << ".SS " << roff(name) << '\n' << roff(command.get_description()) << ".\n";
  for (const auto* option : command.get_options())
    if (option->get_positional()) print_option(*option);
  for (const auto* option : command.get_options())
    if (!option->get_positional() && option->get_lnames() != std::vector<std::string>{"help"})
      print_option(*option);
  for (const auto* inner : command.get_subcommands([](const CLI::App*) { return true; }))
    print_command(*inner, name + " " + inner->get_name());
}

}  // namespace

void add_man(CLI::App& app, int& result) {
  auto* command = app.add_subcommand("man", "Print the manual page: clausemark man | man -l -");
  command->callback([&app, &result] {
    std::cout << ".TH CLAUSEMARK 1 \"\" \"Clausemark " << CLAUSEMARK_VERSION << "\"\n"
              << ".SH NAME\nclausemark \\- read, annotate, compare and merge resolutions\n"
              << ".SH SYNOPSIS\n.B clausemark\n\\fIcommand\\fR [\\fIoptions\\fR] \\fIfiles\\fR\n"
              << ".SH DESCRIPTION\n"
              << roff(app.get_description()) << '\n'
              << ".SH COMMANDS\n";
    for (const auto* one : app.get_subcommands([](const CLI::App*) { return true; }))
      print_command(*one, one->get_name());
    std::cout
        << ".SH GIT\n"
           "Annotation files are merged and compared by clause rather than by line when git is told so:\n"
           ".PP\n.nf\n"
           "echo \"*.clausemark.json merge=clausemark diff=clausemark\" >> .gitattributes\n"
           "git config merge.clausemark.driver \"clausemark merge \\-\\-base %O %A %B \\-o %A \\-\\-force "
           "\\-\\-git\"\n"
           "git config diff.clausemark.command \"clausemark diff \\-\\-git\"\n"
           ".fi\n"
        << ".SH EXIT STATUS\n0: fine. 1: a file is wrong, or a merge has contradictions. 2: wrong use.\n";
    result = exit_fine;
  });
}

}  // namespace clausemark::cli
