// The reading column: paragraphs with numbers in the margin, highlights, selection. Lays out and draws what
// is in view.
#pragma once

#include <optional>
#include <vector>

#include "web/app/model/view_model.h"
#include "web/app/text/document_layout.h"
#include "web/app/ui/widgets.h"

namespace clausemark::app {

class DocumentPane {
 public:
  // `covered` is what lies over the lower edge of `area`; a selection made there is brought above it.
  void draw(Ui& ui, const ViewModel& view_model, Rect area, float covered);

  // Whether the next frame differs from this one without any input: scrolling goes on.
  bool moving() const { return moving_; }

  // Whether a press at a point takes hold of something: the edge of what is selected or in hand, the scroll
  // bar.
  bool grabs(ImVec2 point) const;

  // Whether the hand may go on with what it has begun: a drag, or a click that may become a double or triple
  // one. Until it has come to rest nothing may move below it.
  bool gesture_running() const { return gesture_; }

  // Where in the reading text the pane begins.
  std::uint32_t first_in_view(const ViewModel& view_model) const;

  // Where a reading range stands on the screen, first line only, if it is in view.
  std::optional<Rect> place_of(Range reading, TextMeasurer& measurer, std::string_view text) const;

 private:
  static constexpr float top_space = 40;      // above the first paragraph
  static constexpr float bottom_space = 160;  // below the last
  static constexpr float bar_width = 12;      // of the scroll bar

  enum class Edge : std::uint8_t { none, first, last };

  // Where in the document the top edge of the pane stands.
  struct Anchor {
    std::size_t index = 0;
    float offset = 0;  // from the top of that paragraph
  };
  struct VisibleLine {
    std::size_t block = 0;  // index into ViewModel::blocks
    std::size_t line = 0;
    float x = 0;  // left edge of the text
    float top = 0;
  };

  void follow(const ViewModel& view_model, Ui& ui);
  float go_to(const ViewModel& view_model, Ui& ui);
  void uncover_selection(const ViewModel& view_model, Ui& ui, float covered);
  void scroll_by(float distance, const ViewModel& view_model, Ui& ui);
  void scroll_to(float y);
  void settle(const ViewModel& view_model, Ui& ui);
  float bottom_limit() const;
  void draw_block(Ui& ui, const ViewModel& view_model, std::size_t index, float top);
  void draw_line(Ui& ui, const ViewModel& view_model, const LaidBlock& laid, const Line& line,
                 const BlockView& block, float x, float top);
  void draw_marks(Ui& ui, const ViewModel& view_model, const LaidBlock& laid, const Line& line,
                  const BlockView& block, float x, float top);
  void draw_selection(Ui& ui, const ViewModel& view_model, const LaidBlock& laid, const Line& line, float x,
                      float top);
  void draw_label(Ui& ui, const BlockView& block, const LaidBlock& laid, float x, float top);
  void draw_scroll_bar(Ui& ui, const ViewModel& view_model);
  void draw_edges(Ui& ui);
  // So many chips find room in the margin.
  std::size_t most_chips() const;
  // The tags of the highlights in view, in the margin beside their first lines.
  void draw_margin(Ui& ui, const ViewModel& view_model);
  const MarkView* chip_at(ImVec2 point, const ViewModel& view_model) const;
  // What is moved to comes gently into view, unless the reader prefers calm.
  void glide(float distance, const ViewModel& view_model, Ui& ui);
  void draw_hover_card(Ui& ui, const ViewModel& view_model);
  void draw_ticks(Ui& ui, const ViewModel& view_model, Rect track);
  void pointer(Ui& ui, const ViewModel& view_model);
  void select(Ui& ui, const ViewModel& view_model, std::uint32_t at);
  bool move_edges(Ui& ui, const ViewModel& view_model, std::uint32_t at, bool pressed, bool held);
  Edge edge_at(ImVec2 point) const;
  static std::vector<Range> movable(const ViewModel& view_model);
  static const LinkView* link_at(std::uint32_t reading, const ViewModel& view_model);
  // The nearest position to a point, and whether the point lies over text at all.
  struct Position {
    std::uint32_t reading = 0;
    bool over_text = false;
  };
  std::optional<Position> position_at(ImVec2 point, const ViewModel& view_model,
                                      TextMeasurer& measurer) const;
  const MarkView* mark_at(std::uint32_t reading, const ViewModel& view_model) const;
  // The horizontal extent of a reading range on a line; false when the line has none of it.
  bool extent(const LaidBlock& laid, const Line& line, Range reading, std::string_view text,
              TextMeasurer& measurer, float& from, float& to) const;

  // A tag in the margin.
  struct Chip {
    std::uint32_t mark = 0;  // an index into ViewModel::marks
    float top = 0;           // of the line that it belongs to
    Rect place;              // as drawn
  };

  DocumentLayout layout_;
  std::uint64_t document_revision_ = 0;
  std::uint32_t go_to_count_ = 0;
  std::uint32_t scroll_count_ = 0;
  Rect area_;
  float column_x_ = 0;
  Anchor anchor_;
  std::vector<VisibleLine> visible_;
  std::vector<Chip> chips_;
  std::uint64_t chips_revision_ = 0;  // of the annotations that they stand for
  float glide_ = 0;                   // pixels that are still to be scrolled
  std::uint32_t hovered_ = none;      // annotation under the pointer, an index into Project::annotations
  const LinkView* hovered_link_ = nullptr;  // in this frame
  float rest_ = 0;                          // seconds for which the pointer has rested on a highlight
  ImVec2 rest_at_{};
  std::uint64_t rest_revision_ = 0;  // of what was shown when it came to rest
  // Marks beside the scroll bar: a colour for each pixel row of its track, made anew when they change.
  std::vector<ImU32> ticks_;
  std::uint64_t ticks_revision_ = 0;
  float ticks_total_ = 0;
  ImU32 ticks_paper_ = 0;             // of the theme that they were made for
  std::optional<ImVec2> first_edge_;  // handles of what is selected or in hand, as drawn
  std::optional<ImVec2> last_edge_;
  Edge held_edge_ = Edge::none;      // the one that is being moved
  std::string moving_id_;            // the annotation that it belongs to; empty for the selection
  std::vector<Range> moving_spans_;  // what it will come to
  std::vector<Range> movable_;       // what could be moved, in this frame
  std::optional<std::uint32_t> drag_from_;
  bool dragged_ = false;
  bool gesture_ = false;
  double last_click_ = -1;  // seconds, as Dear ImGui counts them
  Range shown_selection_;   // the selection that has been brought into view
  bool bar_held_ = false;
  bool moving_ = false;
};

}  // namespace clausemark::app
