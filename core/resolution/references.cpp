#include "core/resolution/references.h"

#include <algorithm>
#include <vector>

#include "core/resolution/labels.h"
#include "core/resolution/numbered_symbol.h"
#include "core/resolution/scan.h"

namespace clausemark {

ReferenceReader::ReferenceReader(const Lexicon& lexicon, Resolution& out)
    : part_(lexicon.list(Words::part)),
      through_(lexicon.list(Words::through)),
      here_(lexicon.list(Words::here)),
      elsewhere_(lexicon.list(Words::elsewhere)),
      treaty_(lexicon.list(Words::treaty)),
      annex_(lexicon.list(Words::annex)),
      out_(out),
      text_(out.reading.text()) {
  for (std::uint32_t id = 0; id < out.blocks.size(); ++id) {
    const auto& block = out.blocks[id];
    if (!block.path.empty()) by_path_.emplace(block.path, id);
    if (block.kind != BlockKind::annex) continue;
    const auto title = slice(text_, block.reading);
    const auto behind = annex_.skip(title, 0);
    if (behind == 0) continue;
    const auto number = scan::skip_spaces(title, behind);
    const auto own = number < title.size() ? slice(title, scan::word_at(title, number)) : std::string_view{};
    annexes_.emplace(own, id);
    annexes_.emplace(std::string_view{}, id);  // "the annex" is the first one
  }
}

void ReferenceReader::add(std::uint32_t block, Range reading, ReferenceKind kind, std::string target,
                          std::uint32_t to) {
  out_.references.push_back({block, reading, kind, std::move(target), to});
}

std::uint32_t ReferenceReader::read_number(std::uint32_t block, std::uint32_t at, std::uint32_t end) {
  auto found = numbered_symbol_at(text_.substr(0, end), at);
  if (found.symbol.empty()) return at;
  add(block, {at, found.end}, ReferenceKind::document, std::move(found.symbol));
  return found.end;
}

// "S/2021/519", "S/PRST/2018/10", "A/RES/46/182", "S/RES/2374(2017)", "S/2010/1/Add.1"
std::uint32_t ReferenceReader::read_symbol(std::uint32_t block, std::uint32_t at, std::uint32_t limit) {
  constexpr std::uint32_t shortest = 5;
  std::uint32_t end = at;
  bool digit = false;
  while (end < limit) {
    const char c = text_[end];
    if (text_[end == at ? at : end - 1] == '/' &&
        (text_.substr(end, 4) == "Add." || text_.substr(end, 4) == "Rev." ||
         text_.substr(end, 5) == "Corr.")) {
      end += c == 'C' ? 5 : 4;
    } else if (scan::is_digit(c) || scan::is_upper(c) || c == '/') {
      digit = digit || scan::is_digit(c);
      ++end;
    } else if (c == '.' && end + 1 < limit && scan::is_digit(text_[end + 1]) &&
               scan::is_upper(text_[end - 1])) {
      ++end;  // "S/AC.49/…"
    } else {
      break;
    }
  }
  const auto scanned = std::max(end, at + 1);
  while (end > at && text_[end - 1] == '/') --end;
  if (!digit || end - at < shortest) return scanned;
  std::string target(text_.substr(at, end - at));
  if (target.starts_with("S/RES/")) {
    const auto open = scan::skip_spaces(text_, end);
    std::uint32_t year_end = open + 1;
    if (open < limit && text_[open] == '(' && scan::number_at(text_, open + 1, year_end) > 0 &&
        year_end < limit && text_[year_end] == ')') {
      target += " (" + std::string(text_.substr(open + 1, year_end - open - 1)) + ")";
      end = year_end + 1;
    }
  }
  add(block, {at, end}, ReferenceKind::document, std::move(target));
  return end;
}

std::uint32_t ReferenceReader::read_words(std::uint32_t block, std::uint32_t at, std::uint32_t end) {
  const auto text = text_.substr(0, end);
  std::uint32_t behind = at;
  if (const auto* treaty = scan::is_upper(text[at]) ? treaty_.match(text, at, behind) : nullptr) {
    add(block, {at, behind}, ReferenceKind::treaty, std::string(treaty->value));
    return behind;
  }
  if (annex_.match(text, at, behind) != nullptr) return read_annex(block, at, behind, end);
  if (part_.match(text, at, behind) != nullptr) return read_parts(block, behind, end);
  return at;
}

// "9", "9 (b)", "9 (b) (ii)", "(c)"
bool ReferenceReader::part_at(std::string_view text, std::uint32_t at, Cited& out) const {
  std::uint32_t end = at;
  out.path.clear();
  if (const auto number = scan::number_at(text, at, end); number > 0 && end - at <= 3) {
    out.path = std::to_string(number);
  } else {
    end = at;
  }
  constexpr int deepest = 4;
  constexpr std::size_t longest_label = 6;  // "(viii)" with its brackets
  for (int depth = 0; depth < deepest; ++depth) {
    const auto open = end == at ? at : scan::skip_spaces(text, end);
    if (open >= text.size() || text[open] != '(') break;
    const auto inside = text.substr(open, longest_label).find(')');
    if (inside == std::string_view::npos) break;
    const auto close = open + inside;
    const auto label = label_at(text.substr(open, close - open + 1));
    if (label.style != LabelStyle::letter && label.style != LabelStyle::number) break;
    out.path += '.';
    out.path += label.value;
    end = static_cast<std::uint32_t>(close) + 1;
  }
  out.reading = {at, end};
  // "paragraph 3.2" and "paragraph 51st" are parts of something else.
  const bool word_goes_on = end < text.size() && (scan::is_lower(text[end]) || scan::is_digit(text[end]));
  const bool decimal = end + 1 < text.size() && text[end] == '.' && scan::is_digit(text[end + 1]);
  return end > at && !word_goes_on && !decimal;
}

// "12 to 14" cites 13 as well; it has the words of the whole range.
void ReferenceReader::fill_range(std::vector<Cited>& list, const Cited& last) {
  constexpr std::int32_t longest = 100;
  std::uint32_t end = 0;
  const auto from = scan::number_at(list.back().path, 0, end);
  const auto to = end == list.back().path.size() ? scan::number_at(last.path, 0, end) : -1;
  if (from <= 0 || to <= from || to - from > longest || end != last.path.size()) return;
  const Range reading{list.back().reading.start, last.reading.end};
  for (auto number = from + 1; number < to; ++number) list.push_back({reading, std::to_string(number)});
}

// Whether what stands behind a citation says that it is of this text: "above", "of this resolution".
bool ReferenceReader::is_here(std::string_view text, std::uint32_t at, bool otherwise) const {
  const auto next = scan::skip_spaces(text, at);
  std::uint32_t end = next;
  if (here_.match(text, next, end) != nullptr) return true;
  if (elsewhere_.match(text, next, end) != nullptr) return false;
  return otherwise;
}

// A list of parts: "paragraphs 9 (b), 10 and 12 to 14 above".
std::uint32_t ReferenceReader::read_parts(std::uint32_t block, std::uint32_t at, std::uint32_t end) {
  const auto text = text_.substr(0, end);
  std::vector<Cited> list;
  Cited cited;
  bool ranged = false;  // "to" stands before the next part
  auto next = scan::skip_spaces(text, at);
  auto behind = at;
  while (part_at(text, next, cited)) {
    // "(c)" behind "9 (b)" is 9 (c).
    if (cited.path[0] == '.' && !list.empty()) {
      auto before = list.back().path;
      for (auto levels = std::count(cited.path.begin(), cited.path.end(), '.'); levels > 0; --levels) {
        const auto dot = before.find_last_of('.');
        if (dot != std::string::npos) before.resize(dot);
      }
      cited.path = before + cited.path;
    }
    if (ranged && !list.empty()) fill_range(list, cited);
    ranged = false;
    list.push_back(cited);
    behind = cited.reading.end;
    next = behind;
    if (next < text.size() && text[next] == ',') ++next;
    next = scan::skip_spaces(text, next);
    std::uint32_t joined = next;
    if (const auto* words = through_.match(text, next, joined)) {
      ranged = words->value == "range";
      next = scan::skip_spaces(text, joined);
    } else if (text.substr(next, 3) == "\xE2\x80\x93") {
      ranged = true;
      next = scan::skip_spaces(text, next + 3);
    } else if (text[std::min<std::size_t>(behind, text.size() - 1)] != ',') {
      break;
    }
    // "paragraphs 3 and paragraph 5": the name may be said again.
    if (const auto again = part_.skip(text, next); again != next) next = scan::skip_spaces(text, again);
  }
  if (list.empty()) return at;
  if (out_.blocks[block].kind == BlockKind::annex) return behind;  // an annex counts its own paragraphs
  const bool preamble = out_.blocks[paragraph_of(block)].kind == BlockKind::preambular;
  const bool said = is_here(text, behind, false);
  if (!said && !is_here(text, behind, !preamble && out_.blocks[block].kind != BlockKind::annex))
    return behind;
  for (const auto& part : list) add_block(block, part, said);
  return behind;
}

// The operative paragraph (or whatever stands outermost) that a block belongs to.
std::uint32_t ReferenceReader::paragraph_of(std::uint32_t block) const {
  while (out_.blocks[block].parent != no_block) block = out_.blocks[block].parent;
  return block;
}

void ReferenceReader::add_block(std::uint32_t block, const Cited& cited, bool certain) {
  auto path = cited.path[0] == '.' ? out_.blocks[paragraph_of(block)].path + cited.path : "op" + cited.path;
  // An item that stands inside the sentence is no block of its own: the paragraph is meant.
  for (auto shorter = path; !shorter.empty();) {
    if (const auto found = by_path_.find(shorter); found != by_path_.end()) {
      add(block, cited.reading, ReferenceKind::block, std::string(shorter), found->second);
      return;
    }
    const auto dot = shorter.find_last_of('.');
    shorter.resize(dot == std::string::npos ? 0 : dot);
  }
  if (certain) {
    out_.diagnostics.push_back({"dangling-reference",
                                "the text cites paragraph " + std::string(slice(text_, cited.reading)) +
                                    " of itself, and there is none",
                                out_.reading.to_source(cited.reading)});
  }
}

// "annex", "annex II to this resolution": the block that opens the annex.
std::uint32_t ReferenceReader::read_annex(std::uint32_t block, std::uint32_t at, std::uint32_t behind,
                                          std::uint32_t end) {
  if (out_.blocks[block].kind == BlockKind::annex) return behind;
  const auto text = text_.substr(0, end);
  std::string_view name;
  const auto next = scan::skip_spaces(text, behind);
  const auto word = next < text.size() ? scan::word_at(text, next) : Range{next, next};
  if (roman_value(slice(text, word)) > 0 && scan::is_upper(text[word.start])) name = slice(text, word);
  if (word.size() == 1 && (scan::is_upper(text[word.start]) || scan::is_digit(text[word.start])))
    name = slice(text, word);
  if (!name.empty()) behind = word.end;
  if (!is_here(text, behind, true)) return behind;
  if (const auto found = annexes_.find(name); found != annexes_.end())
    add(block, {at, behind}, ReferenceKind::block, out_.blocks[found->second].path, found->second);
  return behind;
}

}  // namespace clausemark
