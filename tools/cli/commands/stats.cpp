#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "core/formats/json_text.h"
#include "tools/cli/commands.h"
#include "tools/cli/projects.h"
#include "tools/cli/table.h"

namespace clausemark::cli {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string text;
  bool json = false;
};

struct Counts {
  std::map<Status, std::size_t> by_status;
  void add(const Annotation& annotation) { ++by_status[annotation.status]; }
  std::size_t of(Status status) const {
    const auto found = by_status.find(status);
    return found == by_status.end() ? 0 : found->second;
  }
  std::size_t all() const { return of(Status::accepted) + of(Status::suggested) + of(Status::rejected); }
};

using Table = std::map<std::string, Counts>;

struct Stats {
  Table tags;                                // by id
  std::map<std::string, std::string> names;  // of tags, as the first file has them
  Table authors;
  Table documents;
  Counts all;
  std::size_t files = 0;
};

void add(Stats& stats, const Project& project, const std::string& file) {
  ++stats.files;
  auto& document = stats.documents[project.facts.symbol.empty() ? file : project.facts.symbol];
  for (const auto& annotation : project.annotations) {
    stats.tags[annotation.tag].add(annotation);
    stats.names.emplace(annotation.tag, tag_name(project.tag_set, annotation.tag));
    // Whom an open suggestion waits for is nobody yet.
    if (annotation.status != Status::suggested)
      stats.authors[annotation.author.empty() ? "nobody named" : annotation.author].add(annotation);
    for (const auto& name : annotation.cosigners) stats.authors[name].add(annotation);
    document.add(annotation);
    stats.all.add(annotation);
  }
}

// Most annotations first.
std::vector<std::pair<std::string, Counts>> sorted(const Table& counts) {
  std::vector<std::pair<std::string, Counts>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second.all() > b.second.all(); });
  return rows;
}

void print_table(const char* title, const Table& counts, const Counts* sum, const Terminal& terminal,
                 const std::map<std::string, std::string>& names = {}) {
  std::vector<std::vector<std::string>> rows{{title, "accepted", "open", "rejected"}};
  const auto row = [&](const std::string& name, const Counts& one) {
    rows.push_back({on_one_line(name), std::to_string(one.of(Status::accepted)),
                    std::to_string(one.of(Status::suggested)), std::to_string(one.of(Status::rejected))});
  };
  for (const auto& [key, one] : sorted(counts)) {
    const auto name = names.find(key);
    row(name == names.end() ? key : name->second, one);
  }
  if (sum != nullptr) row("All", *sum);
  std::cout << table(rows, terminal);
}

json::Value value_of(const Table& counts, const char* key) {
  auto rows = json::Value::array();
  for (const auto& [name, one] : sorted(counts)) {
    json::Value row;
    row[key] = name;
    for (const auto status : {Status::accepted, Status::suggested, Status::rejected})
      row[status_name(status)] = one.of(status);
    rows.push_back(std::move(row));
  }
  return rows;
}

int run(const Options& options) {
  const auto files = project_files(options.paths);
  if (!files) return exit_wrong_file;
  Stats stats;
  int result = exit_fine;
  for (const auto& file : *files) {
    if (const auto project = read_project({file, options.text}))
      add(stats, *project, file);
    else
      result = exit_wrong_file;  // told already; the others are counted
  }
  if (stats.files == 0) return result;
  if (options.json) {
    json::Value root;
    root["files"] = stats.files;
    root["tags"] = value_of(stats.tags, "tag");
    root["authors"] = value_of(stats.authors, "author");
    root["documents"] = value_of(stats.documents, "document");
    std::cout << json::write(root);
    return result;
  }
  const Terminal terminal;
  std::cout << terminal.bold(counted(stats.files, "file", "files") + ", " +
                             counted(stats.documents.size(), "document", "documents"))
            << "\n\n";
  print_table("Tag", stats.tags, &stats.all, terminal, stats.names);
  std::cout << '\n';
  print_table("Author", stats.authors, nullptr, terminal);
  std::cout << '\n';
  print_table("Document", stats.documents, nullptr, terminal);
  return result;
}

}  // namespace

void add_stats(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("stats", "Count annotations by tag, by author and by document, over many files");
  command->add_option("files", options->paths, "files, and folders with .clausemark.json files below them")
      ->required();
  command->add_flag("--json", options->json, "print one JSON object");
  command->add_option("--text", options->text, "the document, if the files leave its text out");
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
