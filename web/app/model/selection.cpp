#include "web/app/model/selection.h"

#include <algorithm>

#include "core/resolution/scan.h"
#include "core/text/utf8.h"

namespace clausemark::app {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// ASCII that no word contains; brackets stay with what they enclose.
bool is_edge(char c) { return is_space(c) || c == ',' || c == ';' || c == ':' || c == '.' || c == '"'; }

// What belongs to a word: everything but white space and the punctuation at its ends.
Range trimmed(std::string_view reading, Range range) {
  for (;;) {
    const auto before = range;
    while (!range.empty() && is_edge(reading[range.start])) ++range.start;
    while (!range.empty() && is_edge(reading[range.end - 1])) --range.end;
    const auto unquoted = scan::trim_quotes(reading, range);
    // Quotation marks in pairs are part of what is quoted.
    const bool opened = unquoted.start > range.start;
    const bool closed = unquoted.end < range.end;
    const auto inside = slice(reading, unquoted);
    if (opened != closed && inside.find("\xE2\x80\x9C") == std::string_view::npos &&
        inside.find("\xE2\x80\x9D") == std::string_view::npos)
      range = unquoted;
    // A bracket that was opened or closed outside.
    const auto content = slice(reading, range);
    const auto opens = std::count(content.begin(), content.end(), '(');
    const auto closes = std::count(content.begin(), content.end(), ')');
    if (!range.empty() && closes > opens && content.back() == ')') --range.end;
    if (!range.empty() && opens > closes && content.front() == '(') ++range.start;
    if (range == before || range.empty()) return range;
  }
}

}  // namespace

Range word_around(std::string_view reading, std::uint32_t at) {
  if (reading.empty()) return {};
  at = std::min(at, static_cast<std::uint32_t>(reading.size()) - 1);
  Range word{at, at};
  while (word.start > 0 && !is_space(reading[word.start - 1])) --word.start;
  while (word.end < reading.size() && !is_space(reading[word.end])) ++word.end;
  return trimmed(reading, word);
}

Range snap_to_words(std::string_view reading, Range dragged) {
  dragged.end = std::min(dragged.end, static_cast<std::uint32_t>(reading.size()));
  if (dragged.empty()) return {};
  while (!dragged.empty() && is_space(reading[dragged.start])) ++dragged.start;
  while (!dragged.empty() && is_space(reading[dragged.end - 1])) --dragged.end;
  if (dragged.empty()) return {};
  while (dragged.start > 0 && !is_space(reading[dragged.start - 1])) --dragged.start;
  while (dragged.end < reading.size() && !is_space(reading[dragged.end])) ++dragged.end;
  return trimmed(reading, dragged);
}

Range snap_to_code_points(std::string_view reading, Range dragged) {
  dragged.end = std::min(dragged.end, static_cast<std::uint32_t>(reading.size()));
  while (dragged.start > 0 && !utf8::is_boundary(reading, dragged.start)) --dragged.start;
  while (dragged.end < reading.size() && !utf8::is_boundary(reading, dragged.end)) ++dragged.end;
  return dragged.empty() ? Range{} : dragged;
}

Range clause_around(const Resolution& resolution, std::uint32_t at) {
  const auto& blocks = resolution.blocks;
  const auto after = std::partition_point(blocks.begin(), blocks.end(),
                                          [&](const Block& block) { return block.reading.start <= at; });
  for (auto block = after; block != blocks.begin();) {
    --block;
    if (block->reading.empty()) continue;
    if (at > block->reading.end) return {};
    for (std::uint32_t k = block->acts.count; k-- > 0;) {
      const auto& act = resolution.acts[block->acts.first + k];
      if (act.clause.contains(at)) return act.clause;
    }
    return trimmed(resolution.reading.text(), block->reading);
  }
  return {};
}

}  // namespace clausemark::app
