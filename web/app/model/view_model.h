// What panes and the accessible mirror show, made from the Model and nothing else. Rebuilt when a revision
// changes, never in a frame without a change.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/model/update.h"

namespace clausemark::app {

// One paragraph of reading text.
struct BlockView {
  std::uint32_t block = 0;  // index into Resolution::blocks
  BlockKind kind = BlockKind::intro;
  std::string label;  // as the margin shows it: "30", "(a)", "–"
  std::uint32_t level = 0;
  Range reading;
  std::uint32_t first_mark = 0;  // slice of ViewModel::marks
  std::uint32_t mark_count = 0;
  std::uint32_t mark_before =
      0;  // the longest reach back: marks before first_mark that may run into this block
};

// A highlight: a reading range in the colour of its tag.
struct MarkView {
  Range reading;
  Range lead;                    // its first words, all that a suggestion shows while nobody points at it
  std::uint32_t annotation = 0;  // index into Project::annotations
  std::uint32_t tag = 0;         // index into TagSet::tags
  std::uint32_t lane = 0;        // 0 for the underline next to the text, more where highlights overlap
  bool suggested = false;
};

struct OutlineRow {
  std::uint32_t block = 0;
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
  std::string author;
  std::string rule;
  Status status = Status::accepted;
};

struct ViewModel {
  std::string title;     // symbol or name
  std::string subtitle;  // date of adoption, counts
  std::vector<BlockView> blocks;
  std::vector<MarkView> marks;  // by start
  std::vector<OutlineRow> outline;
  std::vector<AnnotationRow> suggestions;  // open ones
  std::vector<AnnotationRow> annotations;  // accepted ones
  std::uint32_t active = 0xFFFFFFFF;       // index into Project::annotations of the one in hand
  std::string undo_name;
  std::string redo_name;
  std::string_view reading;  // the text that ranges point into
  const TagSet* tags = nullptr;
  const ViewState* view = nullptr;
};

// Rebuilds what changed; `model` must outlive the view model.
class ViewModelBuilder {
 public:
  const ViewModel& build(const Model& model);
  const ViewModel& current() const { return view_model_; }

 private:
  void build_document(const Model& model);
  void build_annotations(const Model& model);

  ViewModel view_model_;
  std::uint64_t document_revision_ = 0;
  std::uint64_t annotation_revision_ = 0;
};

// The paragraph that holds a position of the reading text: an index into ViewModel::blocks, its size when
// there is none.
std::size_t block_index(const ViewModel& view_model, std::uint32_t reading);

// "op30.a.iii" as "para. 30 (a) (iii)", "pre4" as "preamble, 4".
std::string place_name(std::string_view path);

}  // namespace clausemark::app
