#include "core/annotation/agreement.h"

#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>
#include <unordered_map>

#include "core/formats/json_text.h"
#include "core/resolution/parse.h"
#include "tools/cli/commands.h"
#include "tools/cli/projects.h"
#include "tools/cli/table.h"

namespace clausemark::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string text;
  std::uint32_t tolerance = AgreementOptions{}.tolerance;
  bool by_author = false;
  bool json = false;
};

std::string rounded(const Coefficient& coefficient) {
  if (!coefficient) return "–";
  char text[16];
  const bool none = std::abs(*coefficient) < 0.005;  // not "-0.00"
  std::snprintf(text, sizeof text, "%.2f", none ? 0 : *coefficient);
  return text;
}

json::Value value_of(const Coefficient& coefficient) {
  return coefficient ? json::Value(*coefficient) : json::Value();
}

json::Value value_of(const Coefficients& all, bool two) {
  json::Value row;
  if (two) row["cohen"] = value_of(all.cohen);
  row["fleiss"] = value_of(all.fleiss);
  row["alpha"] = value_of(all.alpha);
  row["unitizedAlpha"] = value_of(all.unitized);
  return row;
}

void print_json(const Agreement& agreement) {
  const bool two = agreement.coders.size() == 2;
  json::Value root;
  root["coders"] = agreement.coders;
  root["clauses"] = agreement.clauses;
  root["all"] = value_of(agreement.all, two);
  root["tags"] = json::Value::array();
  for (const auto& tag : agreement.tags) {
    auto row = value_of(tag.coefficients, two);
    json::Value named;
    named["tag"] = tag.tag;
    named["counts"] = tag.counts;
    named.update(row);
    root["tags"].push_back(std::move(named));
  }
  root["pairs"] = json::Value::array();
  for (const auto& pair : agreement.pairs) {
    json::Value row;
    row["coders"] = {agreement.coders[pair.first], agreement.coders[pair.second]};
    row["cohen"] = value_of(pair.cohen);
    for (const auto& tag : pair.tags) {
      json::Value scores;
      scores["tag"] = tag.tag.empty() ? json::Value() : json::Value(tag.tag);
      scores["exactF1"] = value_of(tag.exact.f1());
      scores["nearF1"] = value_of(tag.near.f1());
      scores["clauseF1"] = value_of(tag.clauses.f1());
      row["f1"].push_back(std::move(scores));
    }
    row["confusion"] = json::Value::array();
    for (const auto& cell : pair.confusion) {
      json::Value one;
      one["first"] = cell.first.empty() ? json::Value() : json::Value(cell.first);
      one["second"] = cell.second.empty() ? json::Value() : json::Value(cell.second);
      one["count"] = cell.count;
      row["confusion"].push_back(std::move(one));
    }
    root["pairs"].push_back(std::move(row));
  }
  std::cout << json::write(root);
}

void print_coefficients(const Agreement& agreement, const TagSet& tags, const Terminal& terminal) {
  const bool two = agreement.coders.size() == 2;
  std::vector<std::vector<std::string>> rows{{"Tag"}};
  auto& head = rows.front();
  for (const auto& coder : agreement.coders) head.push_back(on_one_line(coder));
  head.insert(head.end(), {two ? "Cohen κ" : "Fleiss κ", "alpha", "unitized alpha"});
  const auto add = [&](const std::string& name, const std::vector<std::string>& counts,
                       const Coefficients& all) {
    rows.push_back({name});
    auto& row = rows.back();
    row.insert(row.end(), counts.begin(), counts.end());
    row.insert(row.end(), {rounded(two ? all.cohen : all.fleiss), rounded(all.alpha), rounded(all.unitized)});
  };
  std::vector<std::size_t> totals(agreement.coders.size());
  for (const auto& tag : agreement.tags) {
    std::vector<std::string> counts;
    for (std::size_t k = 0; k < tag.counts.size(); ++k) {
      counts.push_back(std::to_string(tag.counts[k]));
      totals[k] += tag.counts[k];
    }
    add(tag_name(tags, tag.tag), counts, tag.coefficients);
  }
  std::vector<std::string> sums;
  sums.reserve(totals.size());
  for (const auto total : totals) sums.push_back(std::to_string(total));
  add("All", sums, agreement.all);
  std::cout
      << table(rows, terminal)
      << terminal.faint(terminal.wrapped(
             "",
             "κ and alpha: does a clause carry the tag; All: which tags does it carry. Unitized alpha: which "
             "words are marked.",
             2));
}

void print_pair(const Agreement& agreement, const PairAgreement& pair, const TagSet& tags,
                std::uint32_t tolerance, const Terminal& terminal) {
  const auto& first = agreement.coders[pair.first];
  const auto& second = agreement.coders[pair.second];
  std::cout << '\n' << terminal.bold(on_one_line(first) + " and " + on_one_line(second)) << '\n';
  std::vector<std::vector<std::string>> rows{
      {"F1", "exact", "±" + std::to_string(tolerance) + " words", "same clause"}};
  const auto add = [&](const PairTag& tag) {
    rows.push_back({tag.tag.empty() ? "All" : tag_name(tags, tag.tag), rounded(tag.exact.f1()),
                    rounded(tag.near.f1()), rounded(tag.clauses.f1())});
  };
  for (std::size_t k = 1; k < pair.tags.size(); ++k) add(pair.tags[k]);
  add(pair.tags.front());
  std::cout << table(rows, terminal);
  rows = {{"Where they differ", "first", "second"}};
  for (const auto& cell : pair.confusion) {
    if (cell.first == cell.second) continue;
    const auto name = [&](const std::string& id) {
      return id.empty() ? std::string("nothing") : tag_name(tags, id);
    };
    rows.push_back({std::to_string(cell.count) + " ×", name(cell.first), name(cell.second)});
  }
  if (rows.size() > 1) std::cout << '\n' << table(rows, terminal);
}

// Files of a team share annotations: what a coder has already is not counted again.
void add_new(const Coder& more, Coder& coder) {
  std::unordered_map<std::string_view, const Annotation*> known;
  for (const auto* annotation : coder.annotations) known.emplace(annotation->id, annotation);
  for (const auto* annotation : more.annotations) {
    const auto there = known.find(annotation->id);
    if (there == known.end() || there->second->tag != annotation->tag ||
        there->second->spans != annotation->spans)
      coder.annotations.push_back(annotation);
  }
}

// The coders of all files, all about one text and with their tags in one set; nothing after a complaint.
struct Study {
  std::vector<Project> projects;
  std::vector<Coder> coders;
  TagSet tags;
};
std::optional<Study> read_study(const Options& options) {
  Study study;
  for (const auto& file : options.files) {
    auto project = read_project({file, options.text});
    if (!project) return std::nullopt;
    study.projects.push_back(std::move(*project));
    const auto& last = study.projects.back();
    if (last.text != study.projects.front().text) {
      std::cerr << "clausemark: " << file << ": not about the same text as " << options.files.front()
                << " (clausemark reanchor moves annotations onto another text)\n";
      return std::nullopt;
    }
    for (const auto& tag : last.tag_set.tags)
      if (study.tags.find(tag.id) == nullptr) study.tags.tags.push_back(tag);
  }
  for (std::size_t k = 0; k < study.projects.size(); ++k) {
    if (!options.by_author) {
      study.coders.push_back(coder_of(study.projects[k], options.files[k]));
      continue;
    }
    for (auto& coder : coders_by_author(study.projects[k])) {
      if (coder.name.empty()) coder.name = "nobody named";
      const auto same = std::find_if(study.coders.begin(), study.coders.end(),
                                     [&](const Coder& one) { return one.name == coder.name; });
      if (same == study.coders.end())
        study.coders.push_back(std::move(coder));
      else
        add_new(coder, *same);
    }
  }
  return study;
}

int run(const Options& options) {
  const auto study = read_study(options);
  if (!study) return exit_wrong_file;
  if (study->coders.size() < 2) {
    std::cerr << "clausemark: there is only one " << (options.by_author ? "author" : "file")
              << "; agreement needs two or more\n";
    return exit_wrong_use;
  }
  const auto& text = study->projects.front().text;
  const auto source = SourceText::from_utf8(text);
  if (!source) return exit_wrong_file;
  const auto agreement = clausemark::agreement(study->coders, study->tags, text, clausemark::parse(*source),
                                               {.tolerance = options.tolerance});
  if (options.json) {
    print_json(agreement);
    return exit_fine;
  }
  const Terminal terminal;
  std::cout << terminal.bold(counted(agreement.coders.size(), "coder", "coders") + ", " +
                             counted(agreement.clauses, "clause", "clauses"))
            << "  " << terminal.faint("accepted annotations only") << "\n\n";
  print_coefficients(agreement, study->tags, terminal);
  for (const auto& pair : agreement.pairs)
    print_pair(agreement, pair, study->tags, options.tolerance, terminal);
  return exit_fine;
}

}  // namespace

void add_agreement(CLI::App& app, int& result) {
  const auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("agreement",
                         "How far several coders agree about one text: kappa, alpha, F1 and where they "
                         "differ");
  command->add_option("files", options->files, "files about one text, each a coder")->required();
  command->add_flag("--by-author", options->by_author, "each author is a coder, whatever the file");
  command->add_option("--tolerance", options->tolerance, "words by which an edge may differ to be near")
      ->capture_default_str();
  command->add_flag("--json", options->json, "print one JSON object");
  command->add_option("--text", options->text, "the document, if the files leave its text out");
  command->callback([options, &result] { result = run(*options); });
}

}  // namespace clausemark::cli
