// The commands of the command line, each in a file of its own below commands/: adds itself with its options
// to the program, prints to standard output, says what is wrong on standard error, and leaves the exit code
// in `result`.
#pragma once

#include <CLI/CLI.hpp>

namespace clausemark::cli {

constexpr int exit_fine = 0;
constexpr int exit_wrong_file = 1;  // also: contradictions were found while merging
constexpr int exit_wrong_use = 2;

void add_parse(CLI::App& app, int& result);
void add_suggest(CLI::App& app, int& result);
void add_show(CLI::App& app, int& result);
void add_validate(CLI::App& app, int& result);
void add_reanchor(CLI::App& app, int& result);
void add_merge(CLI::App& app, int& result);
void add_diff(CLI::App& app, int& result);
void add_agreement(CLI::App& app, int& result);
void add_stats(CLI::App& app, int& result);
void add_convert(CLI::App& app, int& result);
void add_tagset(CLI::App& app, int& result);
// These two speak of all the others.
void add_completion(CLI::App& app, int& result);
void add_man(CLI::App& app, int& result);

}  // namespace clausemark::cli
