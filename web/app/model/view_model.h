// What panes and the accessible mirror show, made from the Model and nothing else. Rebuilt when a revision
// changes, never in a frame without a change.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/model/action.h"
#include "web/app/model/comparison.h"
#include "web/app/model/step_rows.h"
#include "web/app/model/summary.h"
#include "web/app/model/tag_editor.h"
#include "web/app/model/update.h"

namespace clausemark::app {

// One paragraph of reading text.
struct BlockView {
  std::uint32_t block = 0;  // index into Resolution::blocks
  BlockKind kind = BlockKind::intro;
  std::string label;  // as the margin shows it: "30", "(a)", "–"
  std::uint32_t level = 0;
  Range reading;
  Slice marks;  // of ViewModel::block_marks
};

// A highlight: a reading range in the colour of its tag.
struct MarkView {
  Range reading;
  Range lead;                    // its first words, all that a suggestion shows while nobody points at it
  std::string id;                // of the annotation
  std::uint32_t annotation = 0;  // index into Project::annotations
  std::uint32_t tag = 0;         // index into TagSet::tags
  std::uint32_t lane = 0;        // 0 for the underline next to the text, more where highlights overlap
  bool suggested = false;
  bool rejected = false;
};

struct OutlineRow {
  std::uint32_t block = 0;
  std::uint32_t reading = 0;  // where it begins
  std::string label;
  std::string text;
  std::uint32_t depth = 0;
  bool heading = false;
  std::uint32_t count = 0;  // accepted annotations inside
};

struct AnnotationRow {
  std::string id;
  std::uint32_t tag = 0;
  std::string quote;  // on one line, shortened
  std::string path;
  std::string place;  // the path as readers write it: "para. 30 (a) (iii)"
  std::string note;
  std::vector<Attribute> attributes;
  std::string author;  // with all who hold the same
  std::string date;    // of the last change, "2031-03-14"
  std::string rule;
  std::string why;  // it was proposed, in a sentence; empty where no rule did
  Status status = Status::accepted;
};

// Two annotations that contradict each other.
struct DisputeRow {
  Dispute dispute;
  AnnotationRow first;
  AnnotationRow second;
};

// A key and what it does.
struct KeyRow {
  std::string group;
  std::string name;
  std::string keys;  // "Ctrl+Z"
  std::string also;  // another key that does the same, or empty
};

// A reference to another paragraph of the text.
struct LinkView {
  Range reading;
  std::string place;  // "para. 30 (a)"
};

// What the reader is asked, and the two answers besides staying.
struct Question {
  std::string text;
  std::string yes;
  std::string no;
};

constexpr std::uint32_t none = 0xFFFFFFFF;

struct ViewModel {
  std::string title;     // symbol or name
  std::string subtitle;  // date of adoption, counts
  std::vector<BlockView> blocks;
  std::vector<MarkView> marks;             // by start
  std::vector<std::uint32_t> block_marks;  // indices into marks, block by block
  std::vector<OutlineRow> outline;
  std::vector<AnnotationRow> suggestions;  // open ones
  std::size_t like_active = 0;  // open suggestions with the tag of the one in hand, itself included
  std::vector<AnnotationRow> annotations;  // accepted ones, and rejected ones where they are asked for
  std::vector<DisputeRow> disputes;
  // The row of an annotation, an index into Project::annotations: into suggestions, or behind their end into
  // annotations; none where it is not shown.
  std::uint32_t row_of_mark(std::uint32_t annotation) const;
  std::vector<std::uint32_t> rows;         // of each annotation, as above
  std::uint32_t active = none;             // annotation in hand, an index into Project::annotations
  std::uint32_t active_suggestion = none;  // its row, if it is a suggestion
  std::uint32_t active_annotation = none;  // its row, if it is accepted
  std::uint32_t active_dispute = none;     // the pair in hand, an index into disputes
  std::vector<Range> active_spans;         // its words
  std::uint64_t document_revision = 0;     // tells one document from the next
  std::uint64_t view_revision = 0;         // raised with every wish
  std::uint64_t annotation_revision = 0;   // raised when one of them changes, or the filter
  std::string kept;  // where the work is: "Saved in this browser"; empty when there is none yet
  bool kept_badly = false;
  bool reviewed = false;                     // some suggestion has been accepted or rejected
  float opened = 0;                          // how far a long file is opened: 0 to 1
  Question question;                         // while ViewState::pending waits
  std::vector<LinkView> links;               // by start
  std::span<const Range> found;              // what the search finds, by start
  std::string found_text;                    // "3 of 17"
  std::vector<std::string> authors;          // of annotations, in their order
  std::uint32_t hidden = 0;                  // annotations that the filter keeps back
  std::uint32_t found_in_hand = none;        // an index into `found`
  std::optional<Summary> summary;            // while it is shown
  std::optional<ComparisonView> comparison;  // while it is shown
  std::optional<TagEditor> tag_editor;       // while its sheet is open
  std::vector<StepRow> steps;                // while their sheet is open, the last first
  std::vector<CommandRow> menu;              // while it is open
  std::vector<CommandRow> commands;          // while the command palette is open
  std::vector<std::uint32_t>
      documents;             // while their list is open: those looked for, of ViewState::documents
  std::vector<KeyRow> keys;  // while the sheet of keys is open
  std::string undo_name;
  std::string redo_name;
  std::string_view reading;  // the text that ranges point into
  const TagSet* tags = nullptr;
  std::vector<std::uint32_t> families;  // of each tag: the number of its group
  std::string opening;                  // what is being opened and how, while a long file is
  std::string other_name;               // of the version that this one can be compared with, or empty
  const ViewState* view = nullptr;
};

// Rebuilds what changed; `model` must outlive the view model.
class ViewModelBuilder {
 public:
  const ViewModel& build(const Model& model);

 private:
  void build_document(const Model& model);
  void build_annotations(const Model& model);
  void tell_where_it_is_kept(const ViewState& view);
  void find_active(const Model& model);
  void build_sheet(const Model& model);
  void tell_what_is_found(const Model& model);
  void ask(const ViewState& view);
  void build_summary(const Model& model);
  void build_comparison(const Model& model);
  static AnnotationRow row_of(const Model& model, const Annotation& annotation, std::uint32_t tag);

  ViewModel view_model_;
  std::uint64_t document_revision_ = 0;
  std::uint64_t annotation_revision_ = 0;
  std::uint64_t view_revision_ = 0;
  SummaryOptions summary_options_;
  std::uint64_t summary_revision_ = 0;
  std::uint64_t comparison_revision_ = 0;
  std::string active_id_;
};

// The paragraph that holds a position of the reading text: an index into ViewModel::blocks, its size when
// there is none.
std::size_t block_index(const ViewModel& view_model, std::uint32_t reading);

}  // namespace clausemark::app
