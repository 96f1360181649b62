#include "web/app/text/document_layout.h"

#include <algorithm>
#include <cmath>

namespace clausemark::app {
namespace {

constexpr float average_advance = 0.46f;  // em, of running text in a serif face

}  // namespace

void DocumentLayout::reset(const ViewModel& view_model, const ColumnStyle& style) {
  style_ = style;
  blocks_.assign(view_model.blocks.size(), {});
  sums_.assign(blocks_.size() + 1, 0);
  for (std::size_t k = 0; k < blocks_.size(); ++k) {
    auto& block = blocks_[k];
    prepare(block, view_model, k);
    const float advance = block.size * average_advance;
    const float per_line = std::max(10.0f, (style_.width - block.indent) / advance);
    const float lines =
        std::max(1.0f, std::ceil(static_cast<float>(view_model.blocks[k].reading.size()) / per_line));
    set_height(k, block.space_before + lines * style_.line_height);
  }
}

void DocumentLayout::prepare(LaidBlock& block, const ViewModel& view_model, std::size_t index) const {
  const auto& view = view_model.blocks[index];
  const auto previous = index > 0 ? view_model.blocks[index - 1].kind : BlockKind::closing;
  block.size = style_.text_size;
  block.face = Face::serif;
  block.indent = static_cast<float>(view.level) * style_.indent;
  block.space_before = index == 0 ? 0 : style_.paragraph_gap;
  switch (view.kind) {
    case BlockKind::heading:
      block.face = Face::serif_strong;
      block.space_before =
          previous == BlockKind::heading ? style_.paragraph_gap * 0.5f : style_.paragraph_gap * 2.2f;
      break;
    case BlockKind::title:
      if (index == 0) {
        block.face = Face::serif_strong;
        block.size = style_.text_size + 4;
      }
      block.space_before = index == 0 ? 0 : style_.paragraph_gap * 0.4f;
      break;
    case BlockKind::formula:
      block.space_before = index == 0 ? 0 : style_.paragraph_gap * 2.0f;
      break;
    case BlockKind::intro:
      block.size = style_.text_size - 2;
      break;
    case BlockKind::annex:
      if (previous != BlockKind::annex) block.space_before = style_.paragraph_gap * 3.0f;
      break;
    default:
      break;
  }
}

const LaidBlock& DocumentLayout::block(std::size_t index, const ViewModel& view_model,
                                       TextMeasurer& measurer) {
  auto& block = blocks_[index];
  if (!block.laid_out) {
    const auto& view = view_model.blocks[index];
    block.paragraph = lay_out(view_model.reading, view.reading,
                              {block.face, block.size, style_.width - block.indent}, measurer);
    block.laid_out = true;
    set_height(index, block.space_before +
                          static_cast<float>(std::max<std::size_t>(1, block.paragraph.lines.size())) *
                              style_.line_height);
  }
  return block;
}

void DocumentLayout::set_height(std::size_t index, float height) {
  const float change = height - blocks_[index].height;
  blocks_[index].height = height;
  for (std::size_t k = index + 1; k < sums_.size(); k += k & (~k + 1)) sums_[k] += change;
}

float DocumentLayout::top(std::size_t index) const {
  float sum = 0;
  for (std::size_t k = std::min(index, blocks_.size()); k > 0; k -= k & (~k + 1)) sum += sums_[k];
  return sum;
}

std::size_t DocumentLayout::index_at(float y) const {
  if (blocks_.empty()) return 0;
  std::size_t index = 0;
  std::size_t step = 1;
  while (step * 2 < sums_.size()) step *= 2;
  for (; step > 0; step /= 2) {
    if (index + step < sums_.size() && sums_[index + step] <= y) {
      index += step;
      y -= sums_[index];
    }
  }
  return std::min(index, blocks_.size() - 1);
}

}  // namespace clausemark::app
