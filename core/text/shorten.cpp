#include "core/text/shorten.h"

#include "core/text/utf8.h"

namespace clausemark {

std::string shortened(std::string_view text, std::size_t most) {
  std::string line;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
    if (line.size() > most + 1) break;
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
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
