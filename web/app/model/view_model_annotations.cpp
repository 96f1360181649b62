// The annotations as the view model lists them: highlights, cards, counts in the outline.
#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "core/resolution/place_name.h"
#include "core/text/shorten.h"
#include "web/app/model/filter.h"
#include "web/app/model/tag_families.h"
#include "web/app/model/view_model.h"

namespace clausemark::app {
namespace {

constexpr const char* not_found = "Not found in this text";
constexpr std::size_t quote_length = 180;
constexpr std::uint32_t accepted_row = 0x80000000;  // while the number of suggestions is not known yet

// Where the first `count` words of a range end.
std::uint32_t end_of_words(std::string_view text, Range range, int count) {
  for (auto at = range.start; at < range.end; ++at) {
    if (text[at] == ' ' && --count == 0) return at;
  }
  return range.end;
}

// Why a rule has proposed an annotation; core/annotation/suggest names the rules.
std::string why(std::string_view rule) {
  if (rule.empty()) return {};
  if (rule.starts_with("verb: ")) return "Proposed for the verb “" + std::string(rule.substr(6)) + "”";
  if (rule == "second verb") return "Proposed for the second of two verbs";
  if (rule == "task list") return "Proposed as an item of a list of tasks";
  if (rule == "duty to report") return "Proposed as a duty to report";
  return "Proposed by a rule: " + std::string(rule);
}

}  // namespace

AnnotationRow ViewModelBuilder::row_of(const Model& model, const Annotation& annotation, std::uint32_t tag) {
  AnnotationRow row;
  row.id = annotation.id;
  row.tag = tag;
  row.quote =
      shortened(quote_of(model.document.project, model.document.resolution, annotation), quote_length);
  row.path = annotation.path;
  row.place = annotation.placed() ? place_name(annotation.path) : std::string(not_found);
  row.note = annotation.note;
  row.attributes = annotation.attributes;
  row.author = annotation.author;
  for (const auto& other : annotation.cosigners) row.author += ", " + other;
  row.date = (annotation.modified.empty() ? annotation.created : annotation.modified).substr(0, 10);
  row.why = why(annotation.rule);
  row.rule = annotation.rule;
  row.status = annotation.status;
  return row;
}

void ViewModelBuilder::build_annotations(const Model& model) {
  const auto& resolution = model.document.resolution;
  const auto& project = model.document.project;
  auto& out = view_model_;
  out.marks.clear();
  out.suggestions.clear();
  out.reviewed = false;
  out.annotations.clear();
  out.hidden = 0;
  out.rows.assign(project.annotations.size(), none);
  std::set<std::string_view> authors;
  const TagFamilies families(project.tag_set);
  out.families.clear();
  for (const auto& tag : project.tag_set.tags) out.families.push_back(families.of(tag));
  out.undo_name = model.document.history.undo_name();
  out.redo_name = model.document.history.redo_name();

  std::unordered_map<std::string_view, std::uint32_t> tags;
  for (std::uint32_t k = 0; k < project.tag_set.tags.size(); ++k) tags.emplace(project.tag_set.tags[k].id, k);
  std::unordered_map<std::uint32_t, std::uint32_t> act_ends;
  for (const auto& act : resolution.acts) act_ends.emplace(act.reading.start, act.reading.end);
  std::vector<std::uint32_t> accepted_starts;
  for (std::uint32_t k = 0; k < project.annotations.size(); ++k) {
    const auto& annotation = project.annotations[k];
    out.reviewed = out.reviewed || (!annotation.rule.empty() && annotation.status != Status::suggested);
    const auto tag = tags.find(annotation.tag);
    if (tag == tags.end()) continue;
    if (!annotation.author.empty()) authors.insert(annotation.author);
    if (!shows(model.view.filter, annotation, model.document)) {
      out.hidden += annotation.status == Status::rejected ? 0 : 1;
      continue;
    }
    const bool suggested = annotation.status == Status::suggested;
    for (const auto& span : annotation.spans) {
      const auto reading = resolution.reading.from_source(span);
      if (reading.empty()) continue;
      const auto act = act_ends.find(reading.start);
      const auto lead_end =
          act == act_ends.end() ? end_of_words(out.reading, reading, 2) : std::min(act->second, reading.end);
      out.marks.push_back({reading,
                           {reading.start, lead_end},
                           annotation.id,
                           k,
                           tag->second,
                           0,
                           suggested,
                           annotation.status == Status::rejected});
    }
    if (annotation.status == Status::accepted && annotation.placed())
      accepted_starts.push_back(annotation.spans.front().start);
    auto row = row_of(model, annotation, tag->second);
    auto& list = suggested ? out.suggestions : out.annotations;
    out.rows[k] = static_cast<std::uint32_t>(list.size()) | (suggested ? 0 : accepted_row);
    list.push_back(std::move(row));
  }
  out.disputes.clear();
  const auto index = model.disputes.empty() ? AnnotationsById{} : by_id(project);
  for (const auto& dispute : model.disputes) {
    const auto* first = index.at(dispute.first);
    const auto* second = index.at(dispute.second);
    const auto one = tags.find(first->tag);
    const auto other = tags.find(second->tag);
    if (one == tags.end() || other == tags.end()) continue;
    auto& row = out.disputes.emplace_back(
        DisputeRow{dispute, row_of(model, *first, one->second), row_of(model, *second, other->second)});
    if (first->spans != second->spans)
      std::tie(row.first.quote, row.second.quote) = shortened_apart(
          quote_of(project, resolution, *first), quote_of(project, resolution, *second), quote_length / 2);
  }
  const auto behind = static_cast<std::uint32_t>(out.suggestions.size());
  for (auto& row : out.rows) {
    if (row != none && (row & accepted_row) != 0) row = (row & ~accepted_row) + behind;
  }
  out.authors.assign(authors.begin(), authors.end());
  std::stable_sort(out.marks.begin(), out.marks.end(),
                   [](const MarkView& a, const MarkView& b) { return a.reading.start < b.reading.start; });

  // Lanes: a highlight takes the lowest that no earlier overlapping one holds.
  std::vector<std::uint32_t> lane_ends;
  for (auto& mark : out.marks) {
    std::uint32_t lane = 0;
    while (lane < lane_ends.size() && lane_ends[lane] > mark.reading.start) ++lane;
    if (lane == lane_ends.size()) lane_ends.push_back(0);
    lane_ends[lane] = mark.reading.end;
    mark.lane = lane;
  }

  // Each block lists the marks that it shows any part of.
  std::vector<std::vector<std::uint32_t>> by_block(out.blocks.size());
  for (std::uint32_t k = 0; k < out.marks.size(); ++k) {
    for (auto at = block_index(out, out.marks[k].reading.start); at < out.blocks.size(); ++at) {
      if (out.blocks[at].reading.start >= out.marks[k].reading.end) break;
      by_block[at].push_back(k);
    }
  }
  out.block_marks.clear();
  for (std::size_t at = 0; at < out.blocks.size(); ++at) {
    out.blocks[at].marks = {static_cast<std::uint32_t>(out.block_marks.size()),
                            static_cast<std::uint32_t>(by_block[at].size())};
    out.block_marks.insert(out.block_marks.end(), by_block[at].begin(), by_block[at].end());
  }

  for (std::size_t k = 0; k < out.outline.size(); ++k) {
    const auto from = resolution.blocks[out.outline[k].block].source.start;
    const auto to =
        k + 1 < out.outline.size() ? resolution.blocks[out.outline[k + 1].block].source.start : 0xFFFFFFFFu;
    out.outline[k].count =
        static_cast<std::uint32_t>(std::lower_bound(accepted_starts.begin(), accepted_starts.end(), to) -
                                   std::lower_bound(accepted_starts.begin(), accepted_starts.end(), from));
  }
}

}  // namespace clausemark::app
