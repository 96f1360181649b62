#include "web/app/model/view_model.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/text/find.h"
#include "core/text/utf8.h"
#include "web/app/model/filter.h"
#include "web/app/model/place_name.h"
#include "web/app/model/reference_words.h"

namespace clausemark::app {
namespace {

constexpr const char* not_found = "Not found in this text";
constexpr std::size_t quote_length = 180;
constexpr std::size_t outline_length = 64;
constexpr std::uint32_t accepted_row = 0x80000000;  // while the number of suggestions is not known yet

// White space as single spaces, cut at a word with "…" when longer than `most` bytes.
std::string shortened(std::string_view text, std::size_t most) {
  std::string line;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.size() <= most) return line;
  auto cut = line.rfind(' ', most);
  if (cut == std::string::npos || cut < most / 2) {
    cut = most;
    while (cut > 0 && utf8::is_continuation(line[cut])) --cut;
  }
  line.resize(cut);
  while (!line.empty() && line.back() == ',') line.pop_back();
  return line + "…";
}

std::string margin_label(const Block& block) {
  if (block.number.empty()) return {};
  if (block.number == "-") return "–";
  if (block.kind == BlockKind::item) return "(" + block.number + ")";
  return block.number;
}

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

bool is_shown(BlockKind kind) { return kind != BlockKind::furniture; }

std::string count_of(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

std::uint32_t ViewModel::row_of_mark(std::uint32_t annotation) const {
  return annotation < rows.size() ? rows[annotation] : none;
}

std::size_t block_index(const ViewModel& view_model, std::uint32_t reading) {
  const auto& blocks = view_model.blocks;
  const auto after = std::partition_point(
      blocks.begin(), blocks.end(), [&](const BlockView& block) { return block.reading.start <= reading; });
  return after == blocks.begin() ? blocks.size() : static_cast<std::size_t>(after - blocks.begin()) - 1;
}

const ViewModel& ViewModelBuilder::build(const Model& model) {
  bool rebuilt = false;
  view_model_.view = &model.view;
  view_model_.document_revision = model.document_revision;
  view_model_.tags = &model.document.project.tag_set;
  if (document_revision_ != model.document_revision) {
    document_revision_ = model.document_revision;
    build_document(model);
    annotation_revision_ = 0;
  }
  if (annotation_revision_ != model.annotation_revision) {
    view_model_.annotation_revision = annotation_revision_ = model.annotation_revision;
    build_annotations(model);
    rebuilt = true;
  }
  if (view_revision_ != model.view_revision || rebuilt) {
    view_revision_ = model.view_revision;
    tell_where_it_is_kept(model.view);
    tell_what_is_found(model);
    ask(model.view);
    build_sheet(model);
    build_summary(model);
  }
  if (active_id_ != model.view.active || rebuilt) {
    active_id_ = model.view.active;
    find_active(model);
  }
  return view_model_;
}

void ViewModelBuilder::tell_where_it_is_kept(const ViewState& view) {
  view_model_.kept_badly = view.storage == Storage::refused && view.unsaved;
  view_model_.kept = view.read_only                     ? "Read only"
                     : view_model_.kept_badly           ? "Not saved"
                     : view.storage == Storage::writing ? "Saving…"
                     : view.unsaved
                         ? view.storage == Storage::kept ? "Saved in this browser" : "Not saved yet"
                     : view_model_.annotations.empty() ? ""
                                                       : "Saved in a file";
}

void ViewModelBuilder::ask(const ViewState& view) {
  auto& question = view_model_.question;
  question = {};
  if (!view.pending) return;
  if (view.pending->known.empty())
    question = {
        "There are annotations that are saved nowhere. Save them before opening " + view.pending->name + "?",
        "Save and open", "Open without saving"};
  else
    question = {"You have worked on this text before, and that work is kept in this browser.",
                "Go on with it", "Begin anew"};
}

void ViewModelBuilder::tell_what_is_found(const Model& model) {
  auto& out = view_model_;
  const auto& search = model.view.search;
  out.found = model.found;
  const auto here = std::partition_point(model.found.begin(), model.found.end(),
                                         [&](Range range) { return range.start < search.at; });
  out.found_in_hand =
      here == model.found.end() ? none : static_cast<std::uint32_t>(here - model.found.begin());
  out.found_text = search.text.empty() ? ""
                   : model.found.empty()
                       ? "Not found"
                       : std::to_string(out.found_in_hand + 1) + " of " + std::to_string(model.found.size());
}

void ViewModelBuilder::build_summary(const Model& model) {
  auto& out = view_model_;
  if (model.view.main != MainView::summary) {
    out.summary.reset();
    return;
  }
  if (out.summary && summary_revision_ == model.annotation_revision && summary_options_ == model.view.summary)
    return;
  summary_revision_ = model.annotation_revision;
  summary_options_ = model.view.summary;
  out.summary = summarise(model.document, summary_options_);
}

// Only what is shown is made.
void ViewModelBuilder::build_sheet(const Model& model) {
  auto& out = view_model_;
  const auto& view = model.view;
  out.commands.clear();
  out.documents.clear();
  out.keys.clear();
  out.menu.clear();
  if (view.menu) {
    for (const auto* id : {"accept", "reject", "accept-all", "choose-tag", "note", "erase", "keep-part",
                           "copy", "copy-citation", "follow"}) {
      auto wish = intent_of(id, model);
      // A suggestion is rejected rather than deleted.
      if (!wish || (id == std::string_view("erase") && intent_of("reject", model))) continue;
      const auto action =
          std::find_if(actions().begin(), actions().end(), [&](const Action& one) { return one.id == id; });
      out.menu.push_back({std::string(action->name), {}, key_name(action->first_key()), std::move(*wish)});
    }
  }
  if (view.sheet == Sheet::commands) out.commands = command_rows(model, view.command_text);
  if (view.sheet == Sheet::documents) {
    for (std::uint32_t k = 0; k < view.documents.size(); ++k) {
      const auto& document = view.documents[k];
      if (view.command_text.empty() ||
          !find_all(document.title + "\n" + document.name, view.command_text).empty())
        out.documents.push_back(k);
    }
  }
  if (view.sheet == Sheet::keys) {
    for (const auto& action : actions()) {
      if (action.keys.empty()) continue;
      const auto first = action.first_key();
      auto second = action.keys.substr(std::min(first.size() + 1, action.keys.size()));
      second = second.substr(0, second.find(' '));
      out.keys.push_back(
          {std::string(action.group), std::string(action.name), key_name(first), key_name(second)});
    }
    for (const auto& tag : model.document.project.tag_set.tags) {
      if (!tag.key.empty())
        out.keys.push_back({"Tag what is selected or in hand", tag.name, key_name(tag.key), {}});
    }
  }
}

void ViewModelBuilder::find_active(const Model& model) {
  auto& out = view_model_;
  const auto* active = active_id_.empty() ? nullptr : model.document.project.find(active_id_);
  out.active = active == nullptr
                   ? none
                   : static_cast<std::uint32_t>(active - model.document.project.annotations.data());
  out.active_spans.clear();
  if (active != nullptr) {
    for (const auto& span : active->spans) {
      const auto words = model.document.resolution.reading.from_source(span);
      if (!words.empty()) out.active_spans.push_back(words);
    }
  }
  const auto row_of = [&](const std::vector<AnnotationRow>& rows) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const AnnotationRow& row) { return row.id == active_id_; });
    return found == rows.end() || active == nullptr ? none : static_cast<std::uint32_t>(found - rows.begin());
  };
  out.active_suggestion = row_of(out.suggestions);
  out.active_annotation = row_of(out.annotations);
}

void ViewModelBuilder::build_document(const Model& model) {
  const auto& resolution = model.document.resolution;
  auto& out = view_model_;
  out.reading = resolution.reading.text();
  out.blocks.clear();
  out.outline.clear();
  std::size_t preambular = 0;
  std::size_t operative = 0;
  bool after_heading = false;
  for (std::uint32_t id = 0; id < resolution.blocks.size(); ++id) {
    const auto& block = resolution.blocks[id];
    if (!is_shown(block.kind)) continue;
    preambular += block.kind == BlockKind::preambular ? 1 : 0;
    operative += block.kind == BlockKind::operative ? 1 : 0;
    BlockView view;
    view.block = id;
    view.kind = block.kind;
    view.label = margin_label(block);
    view.level = block.level;
    view.reading = block.reading;
    out.blocks.push_back(std::move(view));

    const auto text = resolution.text(block.reading);
    if (block.kind == BlockKind::preambular && preambular == 1)
      out.outline.push_back({id, block.reading.start, "", "Preamble", 0, true, 0});
    const bool annex_start =
        block.kind == BlockKind::annex &&
        (out.blocks.size() < 2 || out.blocks[out.blocks.size() - 2].kind != BlockKind::annex);
    if (block.kind == BlockKind::heading || annex_start) {
      out.outline.push_back({id, block.reading.start, block.number.empty() ? "" : block.number + ".",
                             shortened(text, outline_length), 0, true, 0});
      after_heading = true;
    } else if (block.kind == BlockKind::operative) {
      if (operative == 1 && !after_heading)
        out.outline.push_back({id, block.reading.start, "", "Operative part", 0, true, 0});
      out.outline.push_back(
          {id, block.reading.start, block.number, shortened(text, outline_length), 1, false, 0});
    }
  }
  out.links.clear();
  for (const auto& reference : resolution.references) {
    if (reference.target_block == no_block || reference.target_block == reference.block) continue;
    out.links.push_back({words_of_reference(resolution, reference),
                         place_name(resolution.blocks[reference.target_block].path)});
  }
  const auto& facts = model.document.project.facts;
  out.title = title_of(model.document);
  out.subtitle = count_of(preambular, "preambular", "preambular") + " · " +
                 count_of(operative, "operative paragraph", "operative paragraphs");
  if (!facts.date.empty()) out.subtitle = facts.date + " · " + out.subtitle;
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
    if (tag == tags.end() || annotation.status == Status::rejected) continue;
    if (!annotation.author.empty()) authors.insert(annotation.author);
    if (!shows(model.view.filter, annotation, model.document)) {
      ++out.hidden;
      continue;
    }
    const bool suggested = annotation.status == Status::suggested;
    for (const auto& span : annotation.spans) {
      const auto reading = resolution.reading.from_source(span);
      if (reading.empty()) continue;
      const auto act = act_ends.find(reading.start);
      const auto lead_end =
          act == act_ends.end() ? end_of_words(out.reading, reading, 2) : std::min(act->second, reading.end);
      out.marks.push_back({reading, {reading.start, lead_end}, annotation.id, k, tag->second, 0, suggested});
    }
    if (!suggested && annotation.placed()) accepted_starts.push_back(annotation.spans.front().start);
    AnnotationRow row;
    row.id = annotation.id;
    row.tag = tag->second;
    row.quote = shortened(quote_of(project, resolution, annotation), quote_length);
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
    auto& list = suggested ? out.suggestions : out.annotations;
    out.rows[k] = static_cast<std::uint32_t>(list.size()) | (suggested ? 0 : accepted_row);
    list.push_back(std::move(row));
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
