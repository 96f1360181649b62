#include <filesystem>
#include <iostream>
#include <memory>

#include "core/formats/exchange/exchange.h"
#include "core/formats/json_text.h"
#include "core/formats/project_json.h"
#include "tools/cli/commands.h"
#include "tools/cli/files.h"
#include "tools/cli/projects.h"

namespace clausemark::cli {
namespace {

constexpr const char* own_format = "clausemark";
constexpr const char* own_extension = ".clausemark.json";

struct Options {
  std::vector<std::string> files;
  std::string from = own_format;
  std::string to;
  std::string text;
  std::string output;
  bool suggestions = false;
  bool force = false;
  bool json = false;
};

std::string known_formats() {
  std::string list = own_format;
  for (const auto& format : exchange_formats()) list += std::string(", ") + format.id;
  return list;
}

void add_up(Ledger& sum, const Ledger& part) {
  for (const auto& [what, count] : part.lost()) sum.lose(what, count);
}

// The text that a file of this format needs: the one named, or the file beside it with the ending ".txt".
std::optional<std::string> text_for(const std::string& file, const Options& options,
                                    const ExchangeFormat& format) {
  auto path = options.text;
  const auto beside = with_ending(file, ".txt");
  std::error_code error;
  if (path.empty() && format.needs_text != NeedsText::no && file != "-" &&
      std::filesystem::exists(beside, error))
    path = beside;
  if (path.empty()) return std::string();
  const auto source = read_text_or_complain(path);
  if (!source) return std::nullopt;
  return std::string(source->text());
}

std::optional<Project> read(const std::string& file, const Options& options, Ledger& ledger) {
  const auto* format = exchange_format(options.from);
  if (format == nullptr) return read_project({file, options.text});
  const auto bytes = read_file_or_complain(file);
  if (!bytes) return std::nullopt;
  const auto text = text_for(file, options, *format);
  if (!text) return std::nullopt;
  auto imported = format->read({*bytes, *text});
  if (!imported) {
    auto error = imported.error();
    if (error.code == ErrorCode::text_missing) error.message += "; name it with --text";
    std::cerr << "clausemark: " << told(file, error) << '\n';
    return std::nullopt;
  }
  add_up(ledger, imported->ledger);
  return std::move(imported->project);
}

Exported write(const std::vector<Project>& projects, const Options& options) {
  const auto* format = exchange_format(options.to);
  if (format != nullptr) return format->write(projects, {.suggestions = options.suggestions});
  Exported exported;
  exported.files.push_back({own_extension, save_project(projects.front())});
  return exported;
}

// The name of a file beside the first: with another ending, or of its own in the same folder.
std::string beside(const std::string& first, const ExportedFile& file) {
  if (file.suffix.starts_with(".")) return with_ending(first, file.suffix);
  const auto slash = first.find_last_of('/');
  return (slash == std::string::npos ? std::string() : first.substr(0, slash + 1)) + file.suffix;
}

// Where each file goes. The first has the name that was given, or that of the input with the format's ending.
std::vector<std::string> names_of(const Exported& exported, const Options& options) {
  auto first = options.output;
  const auto* format = exchange_format(options.to);
  if (first.empty())
    first = options.files.front() == "-"
                ? "-"
                : with_ending(options.from == own_format && options.files.front().ends_with(own_extension)
                                  ? with_ending(options.files.front(), "")
                                  : options.files.front(),
                              format == nullptr ? own_extension : format->extension);
  std::vector<std::string> names{first};
  for (std::size_t k = 1; k < exported.files.size() && first != "-"; ++k)
    names.push_back(beside(first, exported.files[k]));
  return names;
}

// All files, or none where one is there already. A text that is there and says the same is left as it is.
bool write_files(const Exported& exported, const std::vector<std::string>& names, bool force,
                 std::vector<std::string>& written) {
  std::vector<bool> same(names.size());
  for (std::size_t k = 0; k < names.size(); ++k) {
    std::error_code error;
    if (names[k] == "-" || !std::filesystem::exists(names[k], error)) continue;
    const auto there = read_file(names[k]);
    same[k] = k > 0 && there && *there == exported.files[k].bytes;
    if (same[k] || force) continue;
    std::cerr << "clausemark: " << names[k] << " exists already; --force replaces it\n";
    return false;
  }
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (same[k]) continue;
    if (!write_or_complain(names[k], exported.files[k].bytes, force)) return false;
    if (names[k] != "-") written.push_back(names[k]);
  }
  return true;
}

void tell(const std::vector<std::string>& written, const Ledger& ledger, const Options& options) {
  if (options.json) {
    json::Value root;
    root["written"] = written;
    root["lost"] = json::Value::object();
    for (const auto& [what, count] : ledger.lost()) root["lost"][what] = count;
    (written.empty() ? std::cerr : std::cout) << json::write_compact(root) << '\n';
    return;
  }
  for (const auto& name : written) std::cerr << "written to " << name << '\n';
  for (const auto& [what, count] : ledger.lost()) std::cerr << "lost: " << count << " × " << what << '\n';
}

int run(const Options& options) {
  for (const auto& name : {options.from, options.to}) {
    if (name == own_format || exchange_format(name) != nullptr) continue;
    std::cerr << "clausemark: there is no format \"" << name << "\"; there are " << known_formats() << '\n';
    return exit_wrong_use;
  }
  const auto* to = exchange_format(options.to);
  if (options.files.size() > 1 && (to == nullptr || !to->collection)) {
    std::cerr << "clausemark: a file of " << options.to << " holds one document\n";
    return exit_wrong_use;
  }
  Ledger ledger;
  std::vector<Project> projects;
  for (const auto& file : options.files) {
    auto project = read(file, options, ledger);
    if (!project) return exit_wrong_file;
    projects.push_back(std::move(*project));
  }
  const auto exported = write(projects, options);
  add_up(ledger, exported.ledger);
  std::vector<std::string> written;
  if (!write_files(exported, names_of(exported, options), options.force, written)) return exit_wrong_file;
  tell(written, ledger, options);
  return exit_fine;
}

}  // namespace

void add_convert(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("convert",
                         "From one file format to another, with a list of what was lost on the way. "
                         "Formats: " +
                             known_formats());
  command->add_option("files", options->files, "a file, or several where the target holds several documents")
      ->required();
  command->add_option("--from", options->from, "the format of the files")->capture_default_str();
  command->add_option("--to", options->to, "the format to write")->required();
  command->add_option("-o,--output", options->output,
                      "where to write; default: beside the input, \"-\" for standard output");
  command->add_option(
      "--text", options->text,
      "the document, if the files leave its text out; default: the file beside it with \".txt\"");
  command->add_flag("--suggestions", options->suggestions,
                    "open suggestions as if they were accepted, for formats that know no status");
  command->add_flag("--force", options->force, "replace files that exist");
  command->add_flag("--json", options->json, "print one JSON object: what was written and what was lost");
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
