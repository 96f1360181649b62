// Completion for shells, made from the commands and options themselves.
#include <algorithm>
#include <iostream>
#include <memory>

#include "tools/cli/commands.h"

namespace clausemark::cli {
namespace {

struct Word {
  std::string name;
  std::string description;
};

std::vector<CLI::App*> commands_of(const CLI::App& app) {
  std::vector<CLI::App*> commands;
  for (auto* command : const_cast<CLI::App&>(app).get_subcommands({}))
    if (!command->get_name().empty()) commands.push_back(command);
  return commands;
}

std::vector<Word> options_of(const CLI::App& command) {
  std::vector<Word> words;
  for (const auto* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) words.push_back({"--" + name, option->get_description()});
    for (const auto& name : option->get_snames()) words.push_back({"-" + name, option->get_description()});
  }
  return words;
}

// Of a command and of those inside it.
std::vector<Word> all_options_of(const CLI::App& command) {
  auto words = options_of(command);
  for (const auto* inner : commands_of(command))
    for (const auto& word : options_of(*inner)) {
      const auto same = [&](const Word& one) { return one.name == word.name; };
      if (std::none_of(words.begin(), words.end(), same)) words.push_back(word);
    }
  return words;
}

std::string joined(const std::vector<Word>& words) {
  std::string line;
  for (const auto& word : words) line += (line.empty() ? "" : " ") + word.name;
  return line;
}

std::vector<Word> names_of(const std::vector<CLI::App*>& commands) {
  std::vector<Word> words;
  words.reserve(commands.size());
  for (const auto* command : commands) words.push_back({command->get_name(), command->get_description()});
  return words;
}

// In single quotes for a shell.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

void print_bash(const CLI::App& app) {
  std::cout << "_clausemark() {\n"
               "  local word=\"${COMP_WORDS[COMP_CWORD]}\" choices=\"\"\n"
               "  case \"${COMP_WORDS[1]:-}\" in\n";
  for (const auto* command : commands_of(app)) {
    auto words = names_of(commands_of(*command));
    for (const auto& word : all_options_of(*command)) words.push_back(word);
    std::cout << "    " << command->get_name() << ") choices=\"" << joined(words) << "\" ;;\n";
  }
  std::cout << "  esac\n"
               "  [ \"$COMP_CWORD\" -gt 1 ] || choices=\""
            << joined(names_of(commands_of(app))) << ' ' << joined(options_of(app))
            << "\"\n"
               "  mapfile -t COMPREPLY < <(compgen -W \"$choices\" -- \"$word\")\n"
               "  [[ \"$word\" == -* || \"$COMP_CWORD\" -le 1 ]] ||\n"
               "    mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(compgen -f -- \"$word\")\n"
               "}\n"
               "complete -o filenames -F _clausemark clausemark\n";
}

void print_zsh(const CLI::App& app) {
  const auto list = [](const std::vector<Word>& words) {
    std::string out;
    for (const auto& word : words) {
      std::string name;
      for (const char c : word.name) name += c == ':' ? std::string("\\:") : std::string(1, c);
      out += " " + quoted(name + ":" + word.description);
    }
    return out;
  };
  std::cout << "#compdef clausemark\n"
               "_clausemark() {\n"
               "  local -a choices\n"
               "  if (( CURRENT == 2 )); then\n"
               "    choices=("
            << list(names_of(commands_of(app)))
            << " )\n"
               "    _describe command choices\n"
               "    return\n"
               "  fi\n"
               "  case \"$words[2]\" in\n";
  for (const auto* command : commands_of(app)) {
    auto words = names_of(commands_of(*command));
    for (const auto& word : all_options_of(*command)) words.push_back(word);
    std::cout << "    " << command->get_name() << ") choices=(" << list(words) << " ) ;;\n";
  }
  std::cout << "  esac\n"
               "  _describe option choices\n"
               "  _files\n"
               "}\n"
               "compdef _clausemark clausemark\n";
}

void print_fish(const CLI::App& app) {
  const auto line = [](const std::string& condition, const std::string& rest,
                       const std::string& description) {
    std::cout << "complete -c clausemark -n " << quoted(condition) << ' ' << rest << " -d "
              << quoted(description) << '\n';
  };
  for (const auto* command : commands_of(app)) {
    line("__fish_use_subcommand", "-f -a " + command->get_name(), command->get_description());
    const auto seen = "__fish_seen_subcommand_from " + command->get_name();
    for (const auto* inner : commands_of(*command))
      line(seen, "-a " + inner->get_name(), inner->get_description());
    for (const auto& word : all_options_of(*command))
      line(seen, word.name.starts_with("--") ? "-l " + word.name.substr(2) : "-s " + word.name.substr(1),
           word.description);
  }
}

}  // namespace

void add_completion(CLI::App& app, int& result) {
  const auto shell = std::make_shared<std::string>();
  auto* command =
      app.add_subcommand("completion", "Print completion for a shell: source <(clausemark completion bash)");
  command->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([shell, &app, &result] {
    if (*shell == "bash") print_bash(app);
    if (*shell == "zsh") print_zsh(app);
    if (*shell == "fish") print_fish(app);
    result = exit_fine;
  });
}

}  // namespace clausemark::cli
