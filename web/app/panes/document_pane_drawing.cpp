// What the document pane looks like: labels in the margin, highlights, selection, words, scroll bar.
#include <algorithm>
#include <cmath>

#include "web/app/panes/document_pane.h"

namespace clausemark::app {

void DocumentPane::draw_block(Ui& ui, const ViewModel& view_model, std::size_t index, float top) {
  const auto& laid = layout_.block(index, view_model, ui.text);
  const auto& block = view_model.blocks[index];
  const float x = column_x_ + laid.indent;
  const float y = top + laid.space_before;
  draw_label(ui, block, laid, x, y);
  const float height = layout_.style().line_height;
  const auto above = static_cast<std::size_t>(std::max(0.0f, (area_.y - y) / height));
  for (auto k = above; k < laid.paragraph.lines.size(); ++k) {
    const float line_top = y + static_cast<float>(k) * height;
    if (line_top >= area_.y + area_.h) break;
    visible_.push_back({index, k, x, line_top});
    draw_line(ui, view_model, laid, laid.paragraph.lines[k], block, x, line_top);
  }
}

void DocumentPane::draw_label(Ui& ui, const BlockView& block, const LaidBlock& laid, float x, float top) {
  if (block.label.empty()) return;
  auto& list = *ImGui::GetWindowDrawList();
  const bool in_margin = block.kind == BlockKind::operative || block.kind == BlockKind::heading;
  const auto face = block.kind == BlockKind::heading ? Face::serif_strong
                    : in_margin                      ? Face::ui
                                                     : Face::serif;
  const float size = block.kind == BlockKind::heading ? laid.size : in_margin ? ui_size : laid.size;
  const auto ink = in_margin && block.kind != BlockKind::heading ? ui.theme.ink_faint : ui.theme.ink;
  const float width = ui.text.run_width(block.label, face, size);
  const float right = x - (in_margin ? 18 : 8);
  ui.text.run(list, ImVec2(right - width, baseline(top, layout_.style().line_height, laid.size)), block.label,
              face, size, ink);
}

bool DocumentPane::extent(const LaidBlock& laid, const Line& line, Range reading, std::string_view text,
                          TextMeasurer& measurer, float& from, float& to) const {
  if (!line.reading.overlaps(reading)) return false;
  bool found = false;
  for (std::uint32_t k = line.first; k < line.first + line.count; ++k) {
    const auto& word = laid.paragraph.words[k];
    if (!word.reading.overlaps(reading)) continue;
    float left = word.x;
    float right = word.x + word.width;
    const bool reversed = word.direction == Direction::right_to_left;
    if (reading.start > word.reading.start) {
      const float before =
          measurer.width(slice(text, {word.reading.start, reading.start}), laid.face, laid.size);
      if (reversed)
        right -= before;
      else
        left += before;
    }
    if (reading.end < word.reading.end) {
      const float before =
          measurer.width(slice(text, {word.reading.start, reading.end}), laid.face, laid.size);
      if (reversed)
        left = word.x + word.width - before;
      else
        right = word.x + before;
    }
    from = found ? std::min(from, left) : left;
    to = found ? std::max(to, right) : right;
    found = true;
  }
  return found;
}

void DocumentPane::draw_marks(Ui& ui, const ViewModel& view_model, const LaidBlock& laid, const Line& line,
                              const BlockView& block, float x, float top) {
  auto& list = *ImGui::GetWindowDrawList();
  const float height = layout_.style().line_height;
  const float base = baseline(top, height, laid.size);
  const bool moving = held_edge_ != Edge::none && view_model.view->selection.empty();
  float from = 0;
  float to = 0;
  for (auto k = block.marks.first; k < block.marks.first + block.marks.count; ++k) {
    const auto& mark = view_model.marks[view_model.block_marks[k]];
    const bool in_hand = mark.annotation == view_model.active;
    const bool first = line.reading.contains(mark.reading.start);
    if (first && chips_.size() < most_chips() &&
        std::none_of(chips_.begin(), chips_.end(), [&](const Chip& chip) {
          return view_model.marks[chip.mark].annotation == mark.annotation;
        }))
      chips_.push_back({view_model.block_marks[k], top, {}});
    if (in_hand && moving) continue;  // shown where it will come to
    const bool whole = !mark.suggested || in_hand || mark.annotation == hovered_;
    if (!extent(laid, line, whole ? mark.reading : mark.lead, view_model.reading, ui.text, from, to))
      continue;
    const auto look =
        tag_look(view_model.tags->tags[mark.tag].colour, view_model.families[mark.tag], ui.theme);
    const auto colour = look.colour;
    const float tint = in_hand          ? (ui.theme.dark ? 0.40f : 0.30f)
                       : mark.rejected  ? 0.05f
                       : mark.suggested ? (ui.theme.dark ? 0.17f : 0.09f)
                       : ui.theme.dark  ? 0.28f
                                        : 0.20f;
    list.AddRectFilled(ImVec2(x + from - 1, top + 2), ImVec2(x + to + 1, top + height - 2),
                       with_alpha(colour, tint), 2);
    const float underline = std::min(base + 5 + static_cast<float>(mark.lane) * 3, top + height + 1);
    if (mark.rejected) {  // struck through
      const float middle = base - laid.size * 0.28f;
      list.AddRectFilled(ImVec2(x + from, middle), ImVec2(x + to, middle + 1), with_alpha(colour, 0.6f));
    } else if (mark.suggested) {
      for (float dash = from; dash < to; dash += 6) {
        list.AddRectFilled(ImVec2(x + dash, underline), ImVec2(x + std::min(dash + 3, to), underline + 1.5f),
                           with_alpha(colour, in_hand ? 1.0f : 0.75f));
      }
    } else {
      draw_underline(list, x + from, x + to, underline, look);
    }
  }
}

// What is selected, found, or being moved.
void DocumentPane::draw_selection(Ui& ui, const ViewModel& view_model, const LaidBlock& laid,
                                  const Line& line, float x, float top) {
  auto& list = *ImGui::GetWindowDrawList();
  const auto& view = *view_model.view;
  const float height = layout_.style().line_height;
  float from = 0;
  float to = 0;
  const auto fill = [&](Range range, ImU32 colour) {
    if (!extent(laid, line, range, view_model.reading, ui.text, from, to)) return false;
    list.AddRectFilled(ImVec2(x + from - 1, top + 1), ImVec2(x + to + 1, top + height - 1), colour, 2);
    return true;
  };
  const auto& found = view_model.found;
  auto hit = std::partition_point(found.begin(), found.end(),
                                  [&](Range range) { return range.end <= line.reading.start; });
  for (; hit != found.end() && hit->start < line.reading.end; ++hit) {
    const bool in_hand = static_cast<std::size_t>(hit - found.begin()) == view_model.found_in_hand;
    if (fill(*hit, with_alpha(ui.theme.found, in_hand ? 0.75f : 0.35f)) && in_hand)
      list.AddRect(ImVec2(x + from - 1, top + 1), ImVec2(x + to + 1, top + height - 1), ui.theme.ink_soft, 2);
  }
  const bool moving = held_edge_ != Edge::none;
  for (const auto& part : view.parts) fill(part, ui.theme.selection);
  if (moving) {
    for (const auto& span : moving_spans_) fill(span, ui.theme.selection);
  } else {
    fill(view.selection, ui.theme.selection);
  }
  // Where the ends can be taken hold of.
  const auto& spans = moving ? moving_spans_ : movable_;
  if (spans.empty()) return;
  if (extent(laid, line, {spans.front().start, spans.front().start + 1}, view_model.reading, ui.text, from,
             to))
    first_edge_ = ImVec2(x + from - 1, top + height * 0.5f);
  if (extent(laid, line, {spans.back().end - 1, spans.back().end}, view_model.reading, ui.text, from, to))
    last_edge_ = ImVec2(x + to + 1, top + height * 0.5f);
}

void DocumentPane::draw_line(Ui& ui, const ViewModel& view_model, const LaidBlock& laid, const Line& line,
                             const BlockView& block, float x, float top) {
  auto& list = *ImGui::GetWindowDrawList();
  const float base = baseline(top, layout_.style().line_height, laid.size);
  draw_marks(ui, view_model, laid, line, block, x, top);
  draw_selection(ui, view_model, laid, line, x, top);
  const bool soft = block.kind == BlockKind::intro || block.kind == BlockKind::closing;
  const ImU32 ink = soft ? ui.theme.ink_soft : ui.theme.ink;
  for (std::uint32_t k = line.first; k < line.first + line.count; ++k) {
    const auto& word = laid.paragraph.words[k];
    ui.text.word(list, ImVec2(x + word.x, base), slice(view_model.reading, word.reading), laid.face,
                 laid.size, ink);
  }
}

// A bar with a knob at either end of what is selected or in hand.
void DocumentPane::draw_edges(Ui& ui) {
  auto& list = *ImGui::GetWindowDrawList();
  const float half = layout_.style().line_height * 0.5f - 1;
  const auto draw = [&](const std::optional<ImVec2>& edge, bool above) {
    if (!edge) return;
    list.AddRectFilled(ImVec2(edge->x - 1, edge->y - half), ImVec2(edge->x + 1, edge->y + half),
                       ui.theme.accent, 1);
    list.AddCircleFilled(ImVec2(edge->x, above ? edge->y - half : edge->y + half), 4, ui.theme.accent);
  };
  draw(first_edge_, true);
  draw(last_edge_, false);
}

// Where highlights and places found stand in the whole text.
void DocumentPane::draw_ticks(Ui& ui, const ViewModel& view_model, Rect track) {
  auto& list = *ImGui::GetWindowDrawList();
  const float total = layout_.height() + top_space + bottom_space;
  const auto rows = static_cast<std::size_t>(std::max(1.0f, track.h));
  const auto row_of = [&](std::uint32_t reading) {
    const auto index = block_index(view_model, reading);
    if (index >= view_model.blocks.size()) return rows;
    const auto& block = view_model.blocks[index].reading;
    const float inside =
        static_cast<float>(reading - block.start) / static_cast<float>(std::max(1u, block.size()));
    const float y = layout_.top(index) + inside * (layout_.top(index + 1) - layout_.top(index)) + top_space;
    return std::min(rows - 1, static_cast<std::size_t>(y / total * track.h));
  };
  // Paragraphs that come into view change the height of the whole a little; that moves no mark.
  const bool moved = std::abs(total - ticks_total_) > total * 0.02f;
  if (ticks_.size() != rows || ticks_revision_ != view_model.annotation_revision || moved ||
      ticks_paper_ != ui.theme.paper) {
    ticks_.assign(rows, 0);
    ticks_revision_ = view_model.annotation_revision;
    ticks_total_ = total;
    ticks_paper_ = ui.theme.paper;
    for (const auto& mark : view_model.marks) {
      const auto row = row_of(mark.reading.start);
      if (row >= rows || (mark.suggested && ticks_[row] != 0)) continue;
      ticks_[row] = with_alpha(tag_colour(view_model.tags->tags[mark.tag].colour, ui.theme),
                               mark.suggested ? 0.35f : 1);
    }
  }
  for (std::size_t row = 0; row < rows; ++row) {
    if (ticks_[row] == 0) continue;
    const float y = track.y + static_cast<float>(row);
    list.AddRectFilled(ImVec2(track.x + track.w - 5, y), ImVec2(track.x + track.w - 1, y + 2), ticks_[row]);
  }
  // Of what is found at most one in each row is drawn.
  std::size_t last = rows;
  const auto step = std::max<std::size_t>(1, view_model.found.size() / 500);
  for (std::size_t k = 0; k < view_model.found.size(); k += step) {
    const auto row = row_of(view_model.found[k].start);
    if (row == last || row >= rows) continue;
    last = row;
    const float y = track.y + static_cast<float>(row);
    list.AddRectFilled(ImVec2(track.x + 1, y), ImVec2(track.x + 5, y + 2), ui.theme.found);
  }
}

void DocumentPane::draw_scroll_bar(Ui& ui, const ViewModel& view_model) {
  const float total = layout_.height() + top_space + bottom_space;
  if (total <= area_.h) return;
  auto& list = *ImGui::GetWindowDrawList();
  const Rect track{area_.x + area_.w - bar_width, area_.y, bar_width, area_.h};
  const float length = std::max(36.0f, area_.h * area_.h / total);
  const float y = layout_.top(anchor_.index) + anchor_.offset + top_space;
  const float travel = std::max(1.0f, total - area_.h);
  const float top = track.y + (area_.h - length) * std::clamp(y / travel, 0.0f, 1.0f);
  draw_ticks(ui, view_model, track);
  bool hovered = false;
  press_area(ui, "scroll", track, hovered);
  if (hovered || bar_held_) ui.cursor = "default";
  bar_held_ = ImGui::IsItemActive();
  if (bar_held_) {
    const float wanted =
        (ImGui::GetIO().MousePos.y - track.y - length * 0.5f) / std::max(1.0f, area_.h - length);
    scroll_to(wanted * travel - top_space);
    settle(view_model, ui);
  }
  list.AddRectFilled(ImVec2(track.x + 3, top + 3), ImVec2(track.x + bar_width - 3, top + length - 3),
                     with_alpha(ui.theme.ink, hovered || bar_held_ ? 0.38f : 0.18f), 3);
}

}  // namespace clausemark::app
