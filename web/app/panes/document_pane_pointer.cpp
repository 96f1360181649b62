// What the hand does in the document pane: selecting, taking highlights in hand, moving their edges,
// following references.
#include <algorithm>
#include <cmath>

#include "core/text/utf8.h"
#include "web/app/model/selection.h"
#include "web/app/panes/document_pane.h"

namespace clausemark::app {
namespace {

constexpr float wheel_step = 80;
constexpr float edge_reach = 9;  // around the handle of an edge

}  // namespace

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

const LinkView* DocumentPane::link_at(std::uint32_t reading, const ViewModel& view_model) {
  const auto& links = view_model.links;
  const auto after = std::partition_point(
      links.begin(), links.end(), [&](const LinkView& link) { return link.reading.start <= reading; });
  if (after == links.begin() || !std::prev(after)->reading.contains(reading)) return nullptr;
  return &*std::prev(after);
}

// The words whose ends can be moved: the selection, else those of the annotation in hand.
std::vector<Range> DocumentPane::movable(const ViewModel& view_model) {
  const auto& view = *view_model.view;
  if (!view.selection.empty()) return {view.selection};
  return view.read_only ? std::vector<Range>{} : view_model.active_spans;
}

DocumentPane::Edge DocumentPane::edge_at(ImVec2 point) const {
  const auto near = [&](const std::optional<ImVec2>& edge) {
    return edge && std::abs(point.x - edge->x) <= edge_reach &&
           std::abs(point.y - edge->y) <= edge_reach * 1.6f;
  };
  return near(last_edge_) ? Edge::last : near(first_edge_) ? Edge::first : Edge::none;
}

bool DocumentPane::grabs(ImVec2 point) const {
  return edge_at(point) != Edge::none || point.x >= area_.x + area_.w - bar_width;
}

// Takes hold of an edge under the pointer, moves it, and lets it go. True while the hand is busy with it.
bool DocumentPane::move_edges(Ui& ui, const ViewModel& view_model, std::uint32_t at, bool pressed,
                              bool held) {
  const auto under = edge_at(ImGui::GetIO().MousePos);
  if (held_edge_ == Edge::none) {
    // The second and third click of a row belong to the words, though the first may have brought up an edge.
    if (under == Edge::none || (pressed && ImGui::GetMouseClickedCount(ImGuiMouseButton_Left) > 1))
      return false;
    ui.cursor = "col-resize";
    if (!pressed) return true;
    held_edge_ = under;
    moving_spans_ = movable(view_model);
    moving_id_ = view_model.view->selection.empty() ? view_model.view->active : std::string{};
    if (moving_spans_.empty()) held_edge_ = Edge::none;
    return true;
  }
  ui.cursor = "col-resize";
  auto& span = held_edge_ == Edge::first ? moving_spans_.front() : moving_spans_.back();
  auto raw = span;
  if (held_edge_ == Edge::first)
    raw.start = std::min(at, span.end - 1);
  else
    raw.end = std::max(at, span.start + 1);
  const auto snapped = ImGui::GetIO().KeyAlt ? snap_to_code_points(view_model.reading, raw)
                                             : snap_to_words(view_model.reading, raw);
  if (!snapped.empty()) {
    if (held_edge_ == Edge::first)
      span.start = snapped.start;
    else
      span.end = snapped.end;
  }
  if (held) return true;
  held_edge_ = Edge::none;
  // Should a key have changed what is in hand meanwhile, the move is given up.
  const bool selection = !view_model.view->selection.empty();
  if (selection && moving_id_.empty())
    ui.want(intent::Select{span});
  else if (!selection && !moving_id_.empty() && moving_id_ == view_model.view->active)
    ui.want(intent::SetSpans{moving_id_, moving_spans_});
  return true;
}

void DocumentPane::select(Ui& ui, const ViewModel& view_model, std::uint32_t at) {
  auto& io = ImGui::GetIO();
  const auto& from = io.MouseClickedPos[ImGuiMouseButton_Left];
  if (std::hypot(io.MousePos.x - from.x, io.MousePos.y - from.y) >= 4) dragged_ = true;
  if (!dragged_) return;
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

void DocumentPane::pointer(Ui& ui, const ViewModel& view_model) {
  auto& io = ImGui::GetIO();
  bool hovered = false;
  const Rect sheet{area_.x, area_.y, std::max(1.0f, area_.w - bar_width), area_.h};
  press_area(ui, "text", sheet, hovered);
  const bool held = ImGui::IsItemActive();
  const bool pressed = ImGui::IsItemActivated();
  if (hovered) {
    ui.cursor = "text";
    if (io.MouseWheel != 0) glide_ = 0;
    if (io.MouseWheel != 0) scroll_by(-io.MouseWheel * wheel_step, view_model, ui);
  }
  hovered_ = none;
  hovered_link_ = nullptr;
  const bool busy = held_edge_ != Edge::none;
  if (!hovered && !held && !busy) {
    drag_from_.reset();
    return;
  }
  const auto position = position_at(io.MousePos, view_model, ui.text);
  if (!position) return;
  const auto at = position->reading;
  if (!drag_from_ && move_edges(ui, view_model, at, pressed, held)) return;
  const auto* mark = position->over_text ? mark_at(at, view_model) : chip_at(io.MousePos, view_model);
  const auto* link = position->over_text ? link_at(at, view_model) : nullptr;
  if (!held && hovered) {
    if (mark != nullptr) {
      ui.cursor = "pointer";
      hovered_ = mark->annotation;
    }
    hovered_link_ = link;
    if (link != nullptr && io.KeyCtrl) ui.cursor = "pointer";
  }

  if (hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Right)) {
    // What is pointed at is what the menu is about.
    const bool inside = view_model.view->selection.contains(at);
    if (mark != nullptr && !inside)
      ui.want(intent::Activate{mark->id, false});
    else if (!inside && view_model.view->selection.empty())
      ui.want(intent::SelectClause{at});
    ui.want(intent::ShowMenu{io.MousePos.x, io.MousePos.y});
  }
  if (pressed) last_click_ = ImGui::GetTime();
  if (pressed) {
    drag_from_ = at;
    dragged_ = false;
    const int clicks = io.MouseClickedCount[0];
    const auto selection = view_model.view->selection;
    if (clicks == 1 && io.KeyShift && !selection.empty()) {  // up to here
      const Range raw{std::min(selection.start, at), at > selection.start ? at : selection.end};
      ui.want(intent::Select{snap_to_words(view_model.reading, raw)});
      drag_from_.reset();
    } else if (clicks == 1 && io.KeyCtrl && !selection.empty() && link == nullptr) {
      ui.want(intent::KeepPart{});
    }
    if (clicks == 2) ui.want(intent::Select{word_around(view_model.reading, at)});
    if (clicks >= 3) ui.want(intent::SelectClause{at});
    if (clicks >= 2) drag_from_.reset();
  }
  // Where the hand lets go counts as well: its last movement may come in the same frame.
  const bool released = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  if ((held || released) && drag_from_) select(ui, view_model, at);
  if (drag_from_ && released) {
    if (!dragged_) {
      if (link != nullptr && io.KeyCtrl)
        ui.want(intent::Follow{at});
      else if (mark != nullptr)
        ui.want(intent::Activate{mark->id, false});
      else if (!view_model.view->selection.empty())
        ui.want(intent::Select{});
      else if (!view_model.view->active.empty())
        ui.want(intent::Activate{});
    }
    drag_from_.reset();
  }
}

}  // namespace clausemark::app
