#include "web/app/panes/document_pane.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float number_margin = 64;   // left of the column, for paragraph numbers
constexpr float glide_time = 0.035f;  // seconds in which two thirds of the way are made

// The column holds as many characters whatever the size of the text.
ColumnStyle style_of(const ViewState& view, float pane) {
  ColumnStyle style;
  const float scale = static_cast<float>(view.text_size) / 100.0f;
  style.text_size = std::round(style.text_size * scale);
  style.line_height = std::round(style.text_size * 1.55f);
  style.paragraph_gap = std::round(style.text_size * 0.7f);
  style.indent = style.text_size * 2;
  const float widest = view.column == Column::narrow ? 520.0f : view.column == Column::wide ? 800.0f : 640.0f;
  style.width = std::round(std::clamp(pane - 2 * number_margin, 240.0f, widest * scale));
  return style;
}

}  // namespace

void DocumentPane::draw(Ui& ui, const ViewModel& view_model, Rect area, float covered) {
  moving_ = false;
  const auto style = style_of(*view_model.view, area.w - bar_width);
  if (document_revision_ != view_model.document_revision || !(layout_.style() == style)) {
    const bool same = document_revision_ == view_model.document_revision;
    layout_.reset(view_model, style);
    // What was drawn and held belongs to the old layout.
    visible_.clear();
    drag_from_.reset();
    held_edge_ = Edge::none;
    shown_selection_ = {};
    glide_ = 0;
    chips_.clear();
    if (!same) anchor_ = {0, -top_space};
    document_revision_ = view_model.document_revision;
  }
  area_ = area;
  column_x_ =
      std::round(area.x + number_margin + std::max(0.0f, area.w - 2 * number_margin - style.width) * 0.5f);

  if (begin_pane("document", area, ui.theme.paper)) {
    follow(view_model, ui);
    settle(view_model, ui);
    if (glide_ != 0) {
      const float step = glide_ * (1 - std::exp(-ImGui::GetIO().DeltaTime / glide_time));
      const float now = std::abs(glide_ - step) < 1 ? glide_ : step;
      glide_ -= now;
      scroll_by(now, view_model, ui);
      moving_ = true;
    }
    pointer(ui, view_model);
    gesture_ =
        drag_from_.has_value() || held_edge_ != Edge::none ||
        ImGui::GetTime() - last_click_ < static_cast<double>(ImGui::GetIO().MouseDoubleClickTime) + 0.05;
    moving_ = moving_ || (gesture_ && !ImGui::IsMouseDown(ImGuiMouseButton_Left));
    uncover_selection(view_model, ui, covered);
    settle(view_model, ui);
    visible_.clear();
    chips_.clear();
    chips_revision_ = view_model.annotation_revision;
    first_edge_.reset();
    last_edge_.reset();
    movable_ = movable(view_model);
    float y = area.y - anchor_.offset;
    for (std::size_t index = anchor_.index; index < layout_.size() && y < area.y + area.h; ++index) {
      const auto& laid = layout_.block(index, view_model, ui.text);
      draw_block(ui, view_model, index, y);
      y += laid.height;
    }
    draw_edges(ui);
    draw_margin(ui, view_model);
    draw_scroll_bar(ui, view_model);
  }
  ImGui::End();
  draw_hover_card(ui, view_model);
}

// Wishes to go somewhere, made since the last frame.
void DocumentPane::follow(const ViewModel& view_model, Ui& ui) {
  const auto& view = *view_model.view;
  const bool scrolls = scroll_count_ != view.scroll_count;
  const bool goes = go_to_count_ != view.go_to_count;
  if (!scrolls && !goes) return;
  scroll_count_ = view.scroll_count;
  go_to_count_ = view.go_to_count;
  scroll_by(glide_, view_model, ui);  // from where it would have come to rest
  float way = 0;
  if (scrolls) {
    way = view.scroll.lines * layout_.style().line_height + view.scroll.screens * area_.h;
    // Far jumps are made over the index, not paragraph by paragraph.
    if (std::abs(way) > 4 * area_.h)
      scroll_to(layout_.top(anchor_.index) + anchor_.offset + way);
    else
      scroll_by(way, view_model, ui);
    settle(view_model, ui);
  }
  if (goes) way += go_to(view_model, ui);
  glide(way, view_model, ui);
}

// Brings a place into view; returns how far that was.
float DocumentPane::go_to(const ViewModel& view_model, Ui& ui) {
  const auto wanted = view_model.view->go_to;
  const auto index = block_index(view_model, wanted);
  if (index >= view_model.blocks.size()) return 0;
  const float before = layout_.top(anchor_.index) + anchor_.offset;
  if (wanted == 0) {
    anchor_ = {0, -top_space};
    return -top_space - before;
  }
  const auto& laid = layout_.block(index, view_model, ui.text);
  std::size_t line = 0;
  while (line + 1 < laid.paragraph.lines.size() && laid.paragraph.lines[line + 1].reading.start <= wanted)
    ++line;
  const float inside = laid.space_before + static_cast<float>(line) * layout_.style().line_height;
  const float y = layout_.top(index) + inside - layout_.top(anchor_.index) - anchor_.offset;
  if (view_model.view->go_to_top) {
    anchor_ = {index, inside};
    settle(view_model, ui);
    return y;
  }
  // Where it is in view already, nothing moves.
  if (y > 24 && y < area_.h - 140) return 0;
  anchor_ = {index, inside - std::round(area_.h * 0.3f)};
  settle(view_model, ui);
  return y - area_.h * 0.3f;
}

void DocumentPane::glide(float distance, const ViewModel& view_model, Ui& ui) {
  const float behind = glide_;
  glide_ = 0;
  if (view_model.view->calm) return;
  // From afar the last half screen is enough to see which way it went.
  const float most = area_.h * 0.5f;
  const float y = layout_.top(anchor_.index) + anchor_.offset;
  const float above = std::max(0.0f, y + top_space);
  const float below = std::max(0.0f, bottom_limit() - y);
  glide_ = std::clamp(behind + distance, -std::min(most, below), std::min(most, above));
  // The paragraphs that are passed on the way are laid out here, so that it ends where it should.
  scroll_by(-glide_, view_model, ui);
}

// Once a selection is made, its last line is brought above what covers the lower edge.
void DocumentPane::uncover_selection(const ViewModel& view_model, Ui& ui, float covered) {
  const auto& view = *view_model.view;
  const bool in_hand = view.selection.empty() && view.choosing_tag && !view_model.active_spans.empty();
  const auto selection = in_hand ? view_model.active_spans.back() : view.selection;
  if (gesture_ || covered <= 0 || selection.empty() || selection == shown_selection_) return;
  shown_selection_ = selection;
  const auto last = place_of({selection.end - 1, selection.end}, ui.text, view_model.reading);
  if (!last) return;
  const float hidden = last->y + last->h + 12 - (area_.y + area_.h - covered);
  if (hidden > 0) scroll_by(hidden, view_model, ui);
}

float DocumentPane::bottom_limit() const {
  return std::max(-top_space, layout_.height() + bottom_space - area_.h);
}

void DocumentPane::scroll_by(float distance, const ViewModel& view_model, Ui& ui) {
  anchor_.offset += distance;
  settle(view_model, ui);
}

void DocumentPane::scroll_to(float y) {
  y = std::clamp(y, -top_space, bottom_limit());
  anchor_.index = y < 0 ? 0 : layout_.index_at(y);
  anchor_.offset = y - layout_.top(anchor_.index);
}

// Moves the anchor to the paragraph at the top edge, laying out those it passes, and keeps it inside the
// document.
void DocumentPane::settle(const ViewModel& view_model, Ui& ui) {
  if (layout_.size() == 0) return;
  anchor_.index = std::min(anchor_.index, layout_.size() - 1);
  while (anchor_.offset < 0 && anchor_.index > 0) {
    --anchor_.index;
    anchor_.offset += layout_.block(anchor_.index, view_model, ui.text).height;
  }
  while (anchor_.index + 1 < layout_.size()) {
    const float height = layout_.block(anchor_.index, view_model, ui.text).height;
    if (anchor_.offset < height) break;
    anchor_.offset -= height;
    ++anchor_.index;
  }
  const float y = layout_.top(anchor_.index) + anchor_.offset;
  if (y < -top_space || y > bottom_limit()) scroll_to(y);
}

std::uint32_t DocumentPane::first_in_view(const ViewModel& view_model) const {
  for (const auto& visible : visible_) {
    if (visible.top >= area_.y - layout_.style().line_height * 0.5f &&
        visible.block < view_model.blocks.size())
      return view_model.blocks[visible.block].reading.start;
  }
  return 0;
}

std::optional<Rect> DocumentPane::place_of(Range reading, TextMeasurer& measurer,
                                           std::string_view text) const {
  for (const auto& visible : visible_) {
    const auto& laid = layout_.at(visible.block);
    float from = 0;
    float to = 0;
    if (extent(laid, laid.paragraph.lines[visible.line], reading, text, measurer, from, to)) {
      return Rect{visible.x + from, visible.top, to - from, layout_.style().line_height};
    }
  }
  return std::nullopt;
}

}  // namespace clausemark::app
