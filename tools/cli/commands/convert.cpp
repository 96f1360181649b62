#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <span>

#include "core/formats/exchange/exchange.h"
#include "core/formats/json_text.h"
#include "core/formats/project_json.h"
#include "tools/cli/commands.h"
#include "tools/cli/files.h"
#include "tools/cli/projects.h"
#include "tools/cli/terminal.h"

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
  return read_document(path);
}

// The documents of a file; nothing after a complaint.
std::optional<std::vector<Project>> read(const std::string& file, const Options& options, Ledger& ledger) {
  std::vector<Project> projects;
  const auto* format = exchange_format(options.from);
  if (format == nullptr) {
    auto project = read_project({file, options.text});
    if (!project) return std::nullopt;
    projects.push_back(std::move(*project));
    return projects;
  }
  const auto bytes = read_file_or_complain(file);
  if (!bytes) return std::nullopt;
  const auto text = text_for(file, options, *format);
  if (!text) return std::nullopt;
  auto documents =
      format->split == nullptr ? Result<std::vector<std::string>>({*bytes}) : format->split(*bytes);
  const auto complain = [&](Error error, std::size_t document) {
    if (error.code == ErrorCode::text_missing) error.message += "; name it with --text";
    if (documents && documents->size() > 1)
      error.message += " (document " + std::to_string(document + 1) + ")";
    std::cerr << "clausemark: " << told(file, error) << '\n';
    return std::nullopt;
  };
  if (!documents) return complain(documents.error(), 0);
  for (std::size_t k = 0; k < documents->size(); ++k) {
    auto imported = format->read({(*documents)[k], *text});
    if (!imported) return complain(imported.error(), k);
    add_up(ledger, imported->ledger);
    projects.push_back(std::move(imported->project));
  }
  return projects;
}

Exported write(std::span<const Project> projects, const Options& options) {
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
std::vector<std::string> names_of(const Exported& exported, const Options& options, const std::string& input,
                                  const std::string& number) {
  auto first = options.output;
  const auto* format = exchange_format(options.to);
  if (first.empty() && input == "-") first = "-";
  if (first.empty()) {
    const bool own = options.from == own_format && input.ends_with(own_extension);
    first = with_ending(own ? with_ending(input, "") : input,
                        number + (format == nullptr ? own_extension : format->extension));
  }
  std::vector<std::string> names{first};
  for (std::size_t k = 1; k < exported.files.size() && first != "-"; ++k)
    names.push_back(beside(first, exported.files[k]));
  if (first == "-" && exported.files.size() > 1)
    std::cerr << "note: standard output gets the annotations alone, without " << exported.files[1].suffix
              << '\n';
  return names;
}

// Whether the file holds this text already, in whatever encoding.
bool holds(const std::string& path, const std::string& text) {
  const auto source = read_text(path);
  return source && source->text() == text;
}

// All files, or none. A text that is there already is left as it is, and another one is never replaced.
bool write_files(const Exported& exported, const std::vector<std::string>& names, bool force,
                 std::vector<std::string>& written) {
  std::vector<bool> kept(names.size());
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (std::count(names.begin(), names.end(), names[k]) > 1) {
      std::cerr << "clausemark: two files would have the name " << names[k]
                << "; choose another one with -o\n";
      return false;
    }
    std::error_code error;
    if (names[k] == "-" || !std::filesystem::exists(names[k], error)) continue;
    const bool text = exported.files[k].suffix == ".txt";
    kept[k] = text && holds(names[k], exported.files[k].bytes);
    if (kept[k] || (force && !text)) continue;
    std::cerr << "clausemark: " << names[k]
              << (text ? " exists already and is another text; choose another name with -o\n"
                       : " exists already; --force replaces it\n");
    return false;
  }
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (kept[k]) continue;
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
  Ledger ledger;
  std::vector<Project> projects;
  for (const auto& file : options.files) {
    auto documents = read(file, options, ledger);
    if (!documents) return exit_wrong_file;
    for (auto& project : *documents) projects.push_back(std::move(project));
  }
  const auto* to = exchange_format(options.to);
  const bool together = to != nullptr && to->collection;
  if (projects.size() > 1 && !together && !options.output.empty()) {
    std::cerr << "clausemark: a file of " << options.to << " holds one document, and there are "
              << projects.size() << "; without -o each gets a file of its own\n";
    return exit_wrong_use;
  }
  std::vector<std::string> written;
  const auto groups = together ? std::size_t{1} : projects.size();
  for (std::size_t k = 0; k < groups; ++k) {
    const auto group =
        together ? std::span<const Project>(projects) : std::span<const Project>(projects).subspan(k, 1);
    const auto exported = write(group, options);
    add_up(ledger, exported.ledger);
    const auto file = options.files[options.files.size() == projects.size() ? k : 0];
    const bool numbered = groups > options.files.size();
    const auto names = names_of(exported, options, file, numbered ? "-" + std::to_string(k + 1) : "");
    if (!write_files(exported, names, options.force, written)) return exit_wrong_file;
  }
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
  command->add_option("files", options->files, "one or several files")->required();
  command->add_option("--from", options->from, "the format of the files")->capture_default_str();
  command->add_option("--to", options->to, "the format to write")->required();
  command->add_option("-o,--output", options->output,
                      "where to write; default: beside the input, \"-\" for standard output");
  command->add_option("--text", options->text,
                      "the document, if the files leave its text out; default for files of others: the one "
                      "beside it with \".txt\"");
  command->add_flag("--suggestions", options->suggestions,
                    "open suggestions as if they were accepted, for formats that know no status");
  command->add_flag("--force", options->force, "replace files that exist");
  command->add_flag("--json", options->json, "print one JSON object: what was written and what was lost");
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
