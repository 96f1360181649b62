#include "core/resolution/layout.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/resolution/scan.h"

namespace clausemark {

bool ends_clause(std::string_view line) {
  const char sign = scan::last_sign(line);
  if (sign == ',' || sign == ';' || sign == ':' || sign == '.' || sign == '?' || sign == '!') return true;
  // "…; and" and "…; or" before the last item of a list.
  for (const std::string_view tail : {"; and", "; or", ", and", ", or"}) {
    if (line.ends_with(tail)) return true;
  }
  return false;
}

bool reads_as_name(std::string_view line) {
  return !line.empty() && line.size() < 60 && scan::is_upper(line[0]) && line.ends_with(')') &&
         line.find(" (") != std::string_view::npos;
}

Layout measure_layout(std::string_view text, std::span<const Line> lines) {
  Layout layout;
  if (lines.empty()) return layout;
  std::size_t gaps = 0;         // lines behind exactly one blank line or more
  std::size_t broken_gaps = 0;  // of these, where the line before breaks off in mid-sentence
  std::size_t ends = 0;         // lines behind one that ends a sentence
  std::size_t end_gaps = 0;     // of these, behind a blank line
  std::size_t quotes = 0;
  std::size_t quote_gaps = 0;
  std::array<std::size_t, 16> indents{};
  for (std::size_t k = 0; k < lines.size(); ++k) {
    ++indents[std::min<std::size_t>(lines[k].indent, indents.size() - 1)];
    if (scan::opens_quote(text, lines[k].source.start)) {
      ++quotes;
      if (k == 0 || lines[k].blanks > 0) ++quote_gaps;
    }
    if (k == 0) continue;
    const char sign = scan::last_sign(slice(text, lines[k - 1].source));
    if (sign == ';' || sign == '.' || sign == ':') {
      ++ends;
      end_gaps += lines[k].blanks > 0 ? 1 : 0;
    }
    if (lines[k].blanks == 0) continue;
    ++gaps;
    // A heading breaks off as well, but it is short and a capital follows.
    const auto previous = slice(text, lines[k - 1].source);
    const bool runs_on = previous.size() >= 48 || scan::is_lower(text[lines[k].source.start]);
    if (runs_on && !ends_clause(previous)) ++broken_gaps;
  }
  const auto count = lines.size();
  layout.double_spaced = count > 2 && gaps * 10 >= count * 6 && broken_gaps * 10 >= gaps * 3;
  layout.gaps = !layout.double_spaced && gaps * 20 >= count && end_gaps * 5 >= ends * 3;
  layout.quoted = quote_gaps >= 3 && quotes * 20 >= count;
  // Lines that continue a paragraph are the most numerous of the two smallest common indents.
  std::uint32_t base = 0;
  while (base + 1 < indents.size() && indents[base] * 12 < count) ++base;
  layout.base_indent = base;
  std::size_t further = 0;
  for (std::size_t k = base + 1; k < indents.size(); ++k) further += indents[k];
  std::vector<std::uint32_t> lengths;
  lengths.reserve(count);
  for (const auto& line : lines) lengths.push_back(line.source.size());
  const auto tenth = lengths.begin() + static_cast<std::ptrdiff_t>(count * 9 / 10);
  std::nth_element(lengths.begin(), tenth, lengths.end());
  layout.width = *tenth;
  // Paragraphs begin further in: at least half of the lines behind the end of a sentence do.
  std::size_t begins = 0;
  for (std::size_t k = 1; k < count; ++k) {
    const char sign = scan::last_sign(slice(text, lines[k - 1].source));
    if ((sign == ';' || sign == '.' || sign == ':' || sign == ',') && lines[k].indent > base) ++begins;
  }
  layout.indented = further * 25 >= count && indents[base] > 0 && begins * 2 >= ends;
  return layout;
}

}  // namespace clausemark
