#include "core/resolution/model.h"

namespace clausemark {

std::uint32_t block_at(const Resolution& resolution, std::uint32_t source_byte) {
  // Blocks stand in source order and only furniture overlaps another block, so the last one that begins at or
  // before the byte decides.
  const auto& blocks = resolution.blocks;
  auto after = std::partition_point(blocks.begin(), blocks.end(),
                                    [&](const Block& block) { return block.source.start <= source_byte; });
  while (after != blocks.begin()) {
    --after;
    if (after->kind == BlockKind::furniture) continue;
    if (after->source.contains(source_byte)) return static_cast<std::uint32_t>(after - blocks.begin());
    break;
  }
  return no_block;
}

const char* block_kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::intro:
      return "intro";
    case BlockKind::formula:
      return "formula";
    case BlockKind::preambular:
      return "preambular";
    case BlockKind::heading:
      return "heading";
    case BlockKind::operative:
      return "operative";
    case BlockKind::item:
      return "item";
    case BlockKind::wrapup:
      return "wrapup";
    case BlockKind::annex:
      return "annex";
    case BlockKind::furniture:
      return "furniture";
    case BlockKind::closing:
      return "closing";
  }
  return "intro";
}

const char* deadline_kind_name(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::by:
      return "by";
    case DeadlineKind::until:
      return "until";
    case DeadlineKind::every:
      return "every";
    case DeadlineKind::within:
      return "within";
    case DeadlineKind::for_period:
      return "for";
  }
  return "by";
}

}  // namespace clausemark
