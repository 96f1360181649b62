#include "web/app/model/view_model.h"

#include <algorithm>

#include "core/resolution/place_name.h"
#include "core/text/find.h"
#include "core/text/shorten.h"
#include "web/app/model/reference_words.h"

namespace clausemark::app {
namespace {

constexpr std::size_t outline_length = 64;

std::string margin_label(const Block& block) {
  if (block.number.empty()) return {};
  if (block.number == "-") return "–";
  if (block.kind == BlockKind::item) return "(" + block.number + ")";
  return block.number;
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
    view_model_.view_revision = view_revision_ = model.view_revision;
    tell_where_it_is_kept(model.view);
    view_model_.other_name = model.other ? model.other->name : std::string{};
    tell_what_is_found(model);
    ask(model.view);
    view_model_.opening.clear();
    if (model.opening) {
      view_model_.opening = "Opening " + model.opening->pending.name + ": ";
      view_model_.opening += model.opening->opener.next();
      view_model_.opened = model.opening->opener.share();
    }
    build_sheet(model);
    build_summary(model);
    build_comparison(model);
    const auto& disputes = view_model_.disputes;
    const auto dispute = std::find_if(disputes.begin(), disputes.end(), [&](const DisputeRow& row) {
      return model.view.dispute && row.dispute == *model.view.dispute;
    });
    view_model_.active_dispute =
        dispute == disputes.end() ? none : static_cast<std::uint32_t>(dispute - disputes.begin());
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
  if (!view.pending || view.pending->when_kept) return;
  if (view.pending->another_version)
    question = {view.pending->name + " holds annotations of the text that is open.", "Compare and merge",
                "Open it instead"};
  else if (view.pending->known.empty())
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

void ViewModelBuilder::build_comparison(const Model& model) {
  auto& out = view_model_;
  if (model.view.main != MainView::comparison || !model.other) {
    out.comparison.reset();
    return;
  }
  if (out.comparison && comparison_revision_ == model.annotation_revision) return;
  comparison_revision_ = model.annotation_revision;
  out.comparison = compare(model.document, model.other->name, model.other->project);
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
  out.tag_editor.reset();
  if (view.sheet == Sheet::tags) out.tag_editor = edit_tags(model.document.project, view.tag_in_editor);
  out.steps.clear();
  if (view.sheet == Sheet::steps) out.steps = step_rows(model.document, view.command_text);
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
  out.like_active = 0;
  if (out.active_suggestion != none) {
    const auto tag = out.suggestions[out.active_suggestion].tag;
    out.like_active =
        static_cast<std::size_t>(std::count_if(out.suggestions.begin(), out.suggestions.end(),
                                               [&](const AnnotationRow& row) { return row.tag == tag; }));
  }
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

}  // namespace clausemark::app
