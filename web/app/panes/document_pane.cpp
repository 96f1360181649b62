#include "web/app/panes/document_pane.h"

#include <algorithm>
#include <cmath>

#include "core/text/utf8.h"
#include "web/app/model/selection.h"

namespace clausemark::app {
namespace {

constexpr float number_margin = 64;  // left of the column, for paragraph numbers
constexpr float wheel_step = 80;

float column_width(float pane) { return std::clamp(pane - 2 * number_margin, 240.0f, 640.0f); }

}  // namespace

void DocumentPane::draw(Ui& ui, const ViewModel& view_model, Rect area, float covered) {
  moving_ = false;
  ColumnStyle style;
  style.width = column_width(area.w - bar_width);
  if (document_revision_ != view_model.document_revision || !(layout_.style() == style)) {
    const bool same = document_revision_ == view_model.document_revision;
    layout_.reset(view_model, style);
    // What was drawn and held belongs to the old layout.
    visible_.clear();
    drag_from_.reset();
    shown_selection_ = {};
    if (!same) anchor_ = {0, -top_space};
    document_revision_ = view_model.document_revision;
  }
  area_ = area;
  column_x_ =
      std::round(area.x + number_margin + std::max(0.0f, area.w - 2 * number_margin - style.width) * 0.5f);

  if (begin_pane("document", area, ui.theme.paper)) {
    follow(view_model, ui);
    settle(view_model, ui);
    pointer(ui, view_model);
    uncover_selection(view_model, ui, covered);
    settle(view_model, ui);
    visible_.clear();
    float y = area.y - anchor_.offset;
    for (std::size_t index = anchor_.index; index < layout_.size() && y < area.y + area.h; ++index) {
      const auto& laid = layout_.block(index, view_model, ui.text);
      draw_block(ui, view_model, index, y);
      y += laid.height;
    }
    draw_scroll_bar(ui, view_model);
  }
  ImGui::End();
}

// A wish to go somewhere, made since the last frame.
void DocumentPane::follow(const ViewModel& view_model, Ui& ui) {
  if (scroll_count_ != view_model.view->scroll_count) {
    scroll_count_ = view_model.view->scroll_count;
    const auto& wish = view_model.view->scroll;
    const float distance = wish.lines * layout_.style().line_height + wish.screens * area_.h;
    // Far jumps are made over the index, not paragraph by paragraph.
    if (std::abs(distance) > 4 * area_.h)
      scroll_to(layout_.top(anchor_.index) + anchor_.offset + distance);
    else
      scroll_by(distance, view_model, ui);
  }
  if (go_to_count_ == view_model.view->go_to_count) return;
  go_to_count_ = view_model.view->go_to_count;
  const auto wanted = view_model.view->go_to;
  const auto index = block_index(view_model, wanted);
  if (index >= view_model.blocks.size()) return;
  if (wanted == 0) {
    anchor_ = {0, -top_space};
    return;
  }
  const auto& laid = layout_.block(index, view_model, ui.text);
  std::size_t line = 0;
  while (line + 1 < laid.paragraph.lines.size() && laid.paragraph.lines[line + 1].reading.start <= wanted)
    ++line;
  const float inside = laid.space_before + static_cast<float>(line) * layout_.style().line_height;
  // Where it is in view already, nothing moves.
  const float y = layout_.top(index) + inside - layout_.top(anchor_.index) - anchor_.offset;
  if (y > 24 && y < area_.h - 140) return;
  anchor_ = {index, inside - std::round(area_.h * 0.3f)};
}

// Once a selection is made, its last line is brought above what covers the lower edge.
void DocumentPane::uncover_selection(const ViewModel& view_model, Ui& ui, float covered) {
  const auto selection = view_model.view->selection;
  if (drag_from_ || covered <= 0 || selection.empty() || selection == shown_selection_) return;
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

std::optional<DocumentPane::Position> DocumentPane::position_at(ImVec2 point, const ViewModel& view_model,
                                                                TextMeasurer& measurer) const {
  if (visible_.empty()) return std::nullopt;
  // The line at this height, or the nearest one.
  const VisibleLine* nearest = &visible_.front();
  for (const auto& line : visible_) {
    if (point.y >= line.top) nearest = &line;
  }
  const auto& laid = layout_.at(nearest->block);
  const auto& line = laid.paragraph.lines[nearest->line];
  const float x = point.x - nearest->x;
  if (line.count == 0) return Position{line.reading.start, false};
  const PlacedWord* word = &laid.paragraph.words[line.first];
  for (std::uint32_t k = line.first; k < line.first + line.count; ++k) {
    if (x >= laid.paragraph.words[k].x) word = &laid.paragraph.words[k];
  }
  const auto text = slice(view_model.reading, word->reading);
  const float inside = word->direction == Direction::right_to_left ? word->x + word->width - x : x - word->x;
  // The boundary between code points that lies nearest.
  std::uint32_t best = 0;
  float best_distance = std::abs(inside);
  for (std::uint32_t at = 1; at <= text.size(); ++at) {
    if (!utf8::is_boundary(text, at)) continue;
    const float distance = std::abs(measurer.width(text.substr(0, at), laid.face, laid.size) - inside);
    if (distance < best_distance) {
      best_distance = distance;
      best = at;
    }
  }
  const auto& last = laid.paragraph.words[line.first + line.count - 1];
  const bool over = point.y >= nearest->top && point.y < nearest->top + layout_.style().line_height &&
                    x >= laid.paragraph.words[line.first].x - 2 && x <= last.x + last.width + 2;
  return Position{word->reading.start + best, over};
}

// The smallest highlight over a position: of those that overlap, the one that is hardest to reach.
const MarkView* DocumentPane::mark_at(std::uint32_t reading, const ViewModel& view_model) const {
  const auto index = block_index(view_model, reading);
  if (index >= view_model.blocks.size()) return nullptr;
  const auto& block = view_model.blocks[index];
  const MarkView* best = nullptr;
  for (auto k = block.marks.first; k < block.marks.first + block.marks.count; ++k) {
    const auto& mark = view_model.marks[view_model.block_marks[k]];
    if (mark.reading.contains(reading) && (best == nullptr || mark.reading.size() <= best->reading.size()))
      best = &mark;
  }
  return best;
}

void DocumentPane::pointer(Ui& ui, const ViewModel& view_model) {
  auto& io = ImGui::GetIO();
  bool hovered = false;
  const Rect sheet{area_.x, area_.y, std::max(1.0f, area_.w - bar_width), area_.h};
  press_area(ui, "text", sheet, hovered);
  const bool held = ImGui::IsItemActive();
  const bool pressed = ImGui::IsItemActivated();
  if (hovered) {
    ui.cursor = "text";
    if (io.MouseWheel != 0) scroll_by(-io.MouseWheel * wheel_step, view_model, ui);
  }
  hovered_ = 0xFFFFFFFF;
  if (!hovered && !held) {
    drag_from_.reset();
    return;
  }
  const auto position = position_at(io.MousePos, view_model, ui.text);
  if (!position) return;
  const auto at = position->reading;
  const auto* mark = position->over_text ? mark_at(at, view_model) : nullptr;
  if (mark != nullptr && !held && hovered) {
    ui.cursor = "pointer";
    hovered_ = mark->annotation;
  }

  if (pressed) {
    drag_from_ = at;
    dragged_ = false;
    const int clicks = io.MouseClickedCount[0];
    if (clicks == 2) ui.want(intent::Select{word_around(view_model.reading, at)});
    if (clicks >= 3) ui.want(intent::SelectClause{at});
    if (clicks >= 2) drag_from_.reset();
  }
  if (held && drag_from_) {
    if (ImGui::IsMouseDragging(ImGuiMouseButton_Left, 4)) dragged_ = true;
    if (dragged_) {
      const Range raw{std::min(*drag_from_, at), std::max(*drag_from_, at)};
      const auto range =
          io.KeyAlt ? snap_to_code_points(view_model.reading, raw) : snap_to_words(view_model.reading, raw);
      if (!(range == view_model.view->selection)) ui.want(intent::Select{range});
      const float above = area_.y - io.MousePos.y;
      const float below = io.MousePos.y - (area_.y + area_.h);
      if (above > 0 || below > 0) {
        scroll_by(above > 0 ? -std::min(above, 40.0f) * 0.5f : std::min(below, 40.0f) * 0.5f, view_model, ui);
        moving_ = true;
      }
    }
  }
  if (drag_from_ && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
    if (!dragged_) {
      if (mark != nullptr)
        ui.want(intent::Activate{mark->id, false});
      else if (!view_model.view->selection.empty())
        ui.want(intent::Select{});
      else if (!view_model.view->active.empty())
        ui.want(intent::Activate{});
    }
    drag_from_.reset();
  }
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
