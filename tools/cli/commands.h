// The commands of the command line, one function each. They print to standard output, say what is wrong on
// standard error, and return the exit code: 0 fine, 1 the file is wrong, 2 wrong use.
#pragma once

#include <string>
#include <vector>

namespace clausemark::cli {

constexpr int exit_fine = 0;
constexpr int exit_wrong_file = 1;
constexpr int exit_wrong_use = 2;

struct ParseOptions {
  std::vector<std::string> files;  // with `jsonl` also folders; otherwise one file
  bool json = false;
  bool jsonl = false;
  unsigned jobs = 0;  // threads for `jsonl`; 0: one for each core
};

struct SuggestOptions {
  std::string file;
  std::string output;  // empty: beside the input, "-": standard output
  bool force = false;
  bool without_text = false;
};

struct ProjectOptions {
  std::string file;
  std::string text;  // the document, where the file leaves its text out
  bool json = false;
  bool all = false;  // suggestions that nobody has accepted as well
};

struct ReanchorOptions {
  std::string file;    // annotations
  std::string text;    // their document, where the file leaves its text out
  std::string onto;    // the other text
  std::string output;  // "-": standard output
  bool force = false;
  bool json = false;
};

int parse(const ParseOptions& options);
int suggest(const SuggestOptions& options);
int show(const ProjectOptions& options);
int validate(const ProjectOptions& options);
int reanchor(const ReanchorOptions& options);

}  // namespace clausemark::cli
