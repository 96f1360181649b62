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

// The units of a text one after the other.
class Units {
 public:
  Units(const Resolution& resolution, Unit unit) : reading_(resolution.reading.text()), unit_(unit) {
    if (unit == Unit::clause || unit == Unit::paragraph) list(resolution);
  }

  // The first unit that ends behind a position, and the last that starts before it; empty where there is
  // none.
  Range ending_after(std::uint32_t at) const {
    if (unit_ == Unit::character) return character(at, at);
    if (unit_ == Unit::word) return word_after(at);
    const auto found =
        std::find_if(listed_.begin(), listed_.end(), [at](Range range) { return range.end > at; });
    return found == listed_.end() ? Range{} : *found;
  }
  // The unit that comes after a selection: clauses and paragraphs begin behind one another.
  Range after(Range selection) const {
    if (unit_ == Unit::character || unit_ == Unit::word) return ending_after(selection.end);
    const auto found = std::partition_point(listed_.begin(), listed_.end(),
                                            [&](Range range) { return range.start <= selection.start; });
    return found == listed_.end() ? Range{} : *found;
  }
  Range starting_before(std::uint32_t at) const {
    if (unit_ == Unit::character) return at == 0 ? Range{} : character(at - 1, at);
    if (unit_ == Unit::word) return word_before(at);
    const auto found =
        std::partition_point(listed_.begin(), listed_.end(), [at](Range range) { return range.start < at; });
    return found == listed_.begin() ? Range{} : *std::prev(found);
  }

 private:
  void list(const Resolution& resolution) {
    for (const auto& block : resolution.blocks) {
      if (block.kind == BlockKind::furniture || block.reading.empty()) continue;
      for (std::uint32_t k = 0; unit_ == Unit::clause && k < block.acts.count; ++k) {
        const auto clause = resolution.acts[block.acts.first + k].clause;
        if (!clause.empty()) listed_.push_back(clause);
      }
      if (unit_ == Unit::paragraph || block.acts.count == 0) {
        const auto whole = trimmed(reading_, block.reading);
        if (!whole.empty()) listed_.push_back(whole);
      }
    }
    std::sort(listed_.begin(), listed_.end(), [](Range a, Range b) { return a.start < b.start; });
  }

  // The code point that begins or ends at `at`.
  Range character(std::uint32_t at, std::uint32_t end) const {
    if (at >= reading_.size()) return {};
    Range range{at, std::max(at + 1, end)};
    while (range.start > 0 && !utf8::is_boundary(reading_, range.start)) --range.start;
    while (!utf8::is_boundary(reading_, range.end)) ++range.end;
    return range;
  }

  Range word_after(std::uint32_t at) const {
    auto here = at;
    while (here < reading_.size()) {
      if (is_space(reading_[here])) {
        ++here;
        continue;
      }
      const auto word = word_around(reading_, here);
      if (!word.empty() && word.end > at) return word;
      while (here < reading_.size() && !is_space(reading_[here])) ++here;
    }
    return {};
  }
  Range word_before(std::uint32_t at) const {
    auto here = at;
    while (here > 0) {
      if (is_space(reading_[here - 1])) {
        --here;
        continue;
      }
      const auto word = word_around(reading_, here - 1);
      if (!word.empty() && word.start < at) return word;
      while (here > 0 && !is_space(reading_[here - 1])) --here;
    }
    return {};
  }

  std::string_view reading_;
  Unit unit_;
  std::vector<Range> listed_;
};

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

Selected go_by(const Resolution& resolution, Range selection, Unit unit, int by, std::uint32_t from) {
  const Units units(resolution, unit);
  if (selection.empty()) {
    const auto first = units.ending_after(from);
    return {first.empty() ? units.starting_before(from) : first};
  }
  const auto next = by > 0 ? units.after(selection) : units.starting_before(selection.start);
  return {next.empty() ? selection : next};
}

Selected grow_by(const Resolution& resolution, Selected selected, Unit unit, int by) {
  const Units units(resolution, unit);
  auto& [start, end] = selected.range;
  if (by > 0 && !selected.backwards) {
    const auto next = units.ending_after(end);
    if (!next.empty()) end = next.end;
  } else if (by < 0 && selected.backwards) {
    const auto next = units.starting_before(start);
    if (!next.empty()) start = next.start;
  } else if (by < 0) {
    // The last unit is let go; what is left of it is not worth keeping.
    const auto last = units.starting_before(end);
    const auto left = units.starting_before(std::max(last.start, start));
    if (!last.empty() && last.start > start && left.end > start) {
      end = std::min(left.end, last.start);
    } else {
      selected.backwards = true;
      return grow_by(resolution, selected, unit, by);
    }
  } else {
    const auto first = units.ending_after(start);
    const auto left = units.ending_after(std::min(first.end, end));
    if (!first.empty() && first.end < end && !left.empty() && left.start < end) {
      start = std::max(left.start, first.end);
    } else {
      selected.backwards = false;
      return grow_by(resolution, selected, unit, by);
    }
  }
  return selected;
}

}  // namespace clausemark::app
