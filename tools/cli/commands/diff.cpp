#include <csignal>
#include <iostream>
#include <memory>

#include "core/annotation/difference.h"
#include "core/formats/exchange/exchange.h"
#include "core/formats/json_text.h"
#include "tools/cli/commands.h"
#include "tools/cli/projects.h"
#include "tools/cli/terminal.h"

namespace clausemark::cli {
namespace {

struct Options {
  std::vector<std::string> files;  // before, after; with `git` as git hands them over
  std::string text;
  bool json = false;
  bool git = false;
  bool exit_code = false;
};

struct Two {
  Project before;
  Project after;
};

// "status suggested → accepted", or only the name where the values are long.
std::string told(Aspect aspect, const Annotation& before, const Annotation& after, const Two& two) {
  const auto change = [&](const std::string& from, const std::string& to) {
    return std::string(aspect_name(aspect)) + " " + (from.empty() ? "–" : on_one_line(from)) + " → " +
           (to.empty() ? "–" : on_one_line(to));
  };
  switch (aspect) {
    case Aspect::tag:
      return change(tag_name(two.after.tag_set, before.tag), tag_name(two.after.tag_set, after.tag));
    case Aspect::status:
      return change(status_name(before.status), status_name(after.status));
    case Aspect::note:
      return change(before.note, after.note);
    case Aspect::place:
      return change(in_a_row(quotes_of(two.before, before)), in_a_row(quotes_of(two.after, after)));
    case Aspect::signature:
      return before.author == after.author ? "" : change(before.author, after.author);
    default:
      return aspect_name(aspect);
  }
}

void print_change(const AnnotationChange& change, const Two& two, const Terminal& terminal) {
  const auto& project = change.after == nullptr ? two.before : two.after;
  const auto& annotation = change.either();
  const char* mark = change.before == nullptr ? "+" : change.after == nullptr ? "−" : "~";
  std::cout << " " << mark << " " << tag_mark(project.tag_set, annotation.tag, terminal);
  std::string more;
  const bool both = change.before != nullptr && change.after != nullptr;
  if (!both) {
    if (annotation.status != Status::accepted) more += std::string("  ") + status_name(annotation.status);
    if (!annotation.author.empty()) more += "  " + on_one_line(annotation.author);
  }
  for (std::size_t k = 0; both && k < change.aspects.size(); ++k) {
    const auto one = told(change.aspects[k], *change.before, *change.after, two);
    if (!one.empty()) more += (more.empty() ? "  " : "; ") + one;
  }
  std::cout << terminal.faint(more) << '\n' << quoted_words(project, annotation, terminal, 5);
}

void print(const Difference& difference, const Two& two) {
  const Terminal terminal;
  if (difference.text) std::cout << terminal.bold("The two are about different texts.") << "\n";
  if (difference.document) std::cout << terminal.bold("The symbol, date or language differs.") << "\n";
  if (difference.order_of_tags) std::cout << terminal.bold("The name or order of the tags differs.") << "\n";
  for (const auto& change : difference.tags) {
    const char* mark = change.before == nullptr ? "+" : change.after == nullptr ? "−" : "~";
    std::cout << " " << mark << " tag "
              << terminal.coloured(on_one_line(change.either().name), change.either().colour) << '\n';
  }
  std::string last_path = "\n";
  for (const auto& change : difference.annotations) {
    const auto& path = change.either().path;
    if (path != last_path) std::cout << terminal.bold(clause_name(path)) << '\n';
    last_path = path;
    print_change(change, two, terminal);
  }
}

void print_json(const Difference& difference, const Two& two) {
  const auto row_of = [](const Annotation* annotation, const Project& project) {
    if (annotation == nullptr) return json::Value();
    json::Value row;
    row["tag"] = annotation->tag;
    row["status"] = status_name(annotation->status);
    row["path"] = annotation->path;
    row["quote"] = in_a_row(quotes_of(project, *annotation));
    row["note"] = annotation->note;
    row["author"] = annotation->author;
    row["attributes"] = json::Value::object();
    for (const auto& attribute : annotation->attributes) row["attributes"][attribute.name] = attribute.value;
    row["links"] = json::Value::array();
    for (const auto& link : annotation->links) {
      json::Value one;
      one["role"] = link.role;
      one["to"] = link.to;
      row["links"].push_back(std::move(one));
    }
    return row;
  };
  const auto kind = [](const void* before, const void* after) {
    return before == nullptr ? "added" : after == nullptr ? "deleted" : "changed";
  };
  if (difference.text) std::cout << "{\"change\":\"changed\",\"what\":\"text\"}\n";
  if (difference.document) std::cout << "{\"change\":\"changed\",\"what\":\"document\"}\n";
  if (difference.order_of_tags) std::cout << "{\"change\":\"changed\",\"what\":\"order of tags\"}\n";
  for (const auto& change : difference.tags) {
    json::Value row;
    row["change"] = kind(change.before, change.after);
    row["what"] = "tag";
    row["id"] = change.either().id;
    std::cout << json::write_compact(row) << '\n';
  }
  for (const auto& change : difference.annotations) {
    json::Value row;
    row["change"] = kind(change.before, change.after);
    row["what"] = "annotation";
    row["id"] = change.either().id;
    for (const auto aspect : change.aspects) row["aspects"].push_back(aspect_name(aspect));
    row["before"] = row_of(change.before, two.before);
    row["after"] = row_of(change.after, two.after);
    std::cout << json::write_compact(row) << '\n';
  }
}

// A side as git hands it over: /dev/null and an empty file are a project without annotations, on the other's
// text.
std::optional<Project> read_side(const std::string& file, const Options& options, bool& empty) {
  if (!options.git) return read_project({file, options.text});
  if (file != "/dev/null") {
    const auto bytes = read_file_or_complain(file);
    if (!bytes) return std::nullopt;
    if (!bytes->empty()) return project_in(*bytes, {file, options.text});
  }
  empty = true;
  return Project{};
}

int run(const Options& options) {
  // path, old file, old hash, old mode, new file, new hash, new mode (and two more for a renamed file)
  const bool right =
      options.git ? options.files.size() == 7 || options.files.size() == 9 : options.files.size() == 2;
  if (!right) {
    std::cerr << "clausemark: diff compares two files; with --git it takes the seven arguments of git\n";
    return exit_wrong_use;
  }
  bool created = false;
  bool deleted = false;
  // git ends the whole diff when one file makes its driver fail, or when the pager is left.
  const int unreadable = options.git ? exit_fine : exit_wrong_file;
  if (options.git) {
    std::signal(SIGPIPE, SIG_IGN);
    std::cout << Terminal().bold(on_one_line(options.files[0])) << '\n';
  }
  auto before = read_side(options.files[options.git ? 1 : 0], options, created);
  if (!before) return unreadable;
  auto after = read_side(options.files[options.git ? 4 : 1], options, deleted);
  if (!after) return unreadable;
  Two two{std::move(*before), std::move(*after)};
  const auto take_over = [](Project& empty, const Project& from) {
    empty.text = from.text;
    empty.facts = from.facts;
    empty.tag_set = from.tag_set;
  };
  if (created) take_over(two.before, two.after);
  if (deleted) take_over(two.after, two.before);
  const auto difference = compare(two.before, two.after);
  if (options.json)
    print_json(difference, two);
  else
    print(difference, two);
  if (options.git && !std::cout.flush()) std::cout.clear();
  return options.exit_code && !difference.empty() ? exit_wrong_file : exit_fine;
}

}  // namespace

void add_diff(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand(
      "diff", "Print what was added, deleted and changed from one file to another, by clause");
  command->add_option("files", options->files, "two .clausemark.json")->required();
  command->add_flag("--json", options->json, "print one JSON object a line for each change");
  command->add_flag("--exit-code", options->exit_code, "exit with 1 if there are differences");
  command->add_flag("--git", options->git, "take the arguments that git gives to an external diff");
  command->add_option("--text", options->text, "the document, if the files leave its text out");
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
