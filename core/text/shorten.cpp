#include "core/text/shorten.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace clausemark {
namespace {

// The text on one line, so much of it that the line has more than `enough` bytes.
std::string line_of(std::string_view text, std::size_t enough) {
  std::string line;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
    if (line.size() > enough) break;
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

std::pair<std::string, std::string> shortened_apart(std::string_view one, std::string_view other,
                                                    std::size_t most) {
  const auto a = on_one_line(one);
  const auto b = on_one_line(other);
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto common = static_cast<std::size_t>(differ.first - a.begin());
  const auto context = most / 3;
  if (std::max(a.size(), b.size()) <= most || common <= 2 * context)
    return {shortened(a, most), shortened(b, most)};
  const auto space = a.find(' ', common - context);
  auto from = space < common ? space + 1 : common - context;
  while (from > 0 && utf8::is_continuation(a[from])) --from;
  return {"…" + shortened(std::string_view(a).substr(from), most),
          "…" + shortened(std::string_view(b).substr(from), most)};
}

std::string on_one_line(std::string_view text) { return line_of(text, text.size()); }

std::string shortened(std::string_view text, std::size_t most) {
  auto line = line_of(text, most + 1);
  if (line.size() <= most) return line;
  auto cut = line.rfind(' ', most);
  if (cut == std::string::npos || cut < most / 2) {
    cut = most;
    while (cut > 0 && utf8::is_continuation(line[cut])) --cut;
  }
  line.resize(cut);
  while (!line.empty() && (line.back() == ',' || line.back() == ' ')) line.pop_back();
  return line + "…";
}

}  // namespace clausemark
