#include "core/text/find.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace clausemark {
namespace {

// The lower-case letter of a code point below U+0530, or the code point itself.
char32_t lower(char32_t c) {
  const auto inside = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (inside(0xC0, 0xDE) && c != 0xD7) return c + 32;
  // Pairs: capital letters are even in most of Latin Extended-A, odd in two stretches of it.
  if (inside(0x100, 0x12F) || inside(0x132, 0x137) || inside(0x14A, 0x177)) return c | 1;
  if (inside(0x139, 0x148) || inside(0x179, 0x17E)) return c + (c & 1);
  if (c == 0x178) return 0xFF;
  if (inside(0x391, 0x3A1) || inside(0x3A3, 0x3AB)) return c + 32;
  if (inside(0x388, 0x38A)) return c + 37;
  if (c == 0x386) return 0x3AC;
  if (c == 0x38C) return 0x3CC;
  if (inside(0x38E, 0x38F)) return c + 63;
  if (inside(0x400, 0x40F)) return c + 80;
  if (inside(0x410, 0x42F)) return c + 32;
  if (inside(0x460, 0x481) || inside(0x48A, 0x4BF) || inside(0x4D0, 0x52F)) return c | 1;
  return c;
}

bool is_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x206F) && (c < 0x3000 || c > 0x303F));
}

// Whether a word goes on across a position.
bool inside_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  auto before = at - 1;
  while (before > 0 && utf8::is_continuation(text[before])) --before;
  return is_word(utf8::decode(text, before).code_point) && is_word(utf8::decode(text, at).code_point);
}

void find_into(std::vector<Range>& found, std::string_view text, std::string_view pattern, bool whole_words) {
  for (auto at = text.find(pattern); at != std::string_view::npos;) {
    const auto end = at + pattern.size();
    if (!whole_words || (!inside_word(text, at) && !inside_word(text, end))) {
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = text.find(pattern, end);
    } else {
      at = text.find(pattern, at + 1);
    }
  }
}

// The pattern with every apostrophe in one of its two forms.
std::string with_apostrophe(std::string_view pattern, std::string_view apostrophe) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  std::string out;
  while (!pattern.empty()) {
    const bool is_curly = pattern.starts_with(curly);
    if (is_curly || pattern.front() == '\'')
      out += apostrophe;
    else
      out += pattern.front();
    pattern.remove_prefix(is_curly ? curly.size() : 1);
  }
  return out;
}

}  // namespace

std::string fold_case(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < out.size();) {
    const auto lead = static_cast<unsigned char>(out[at]);
    if (lead < 0x80) {
      if (lead >= 'A' && lead <= 'Z') out[at] = static_cast<char>(lead + 32);
      ++at;
      continue;
    }
    const auto decoded = utf8::decode(out, at);
    if (decoded.bytes == 2 && decoded.valid) {
      const auto small = lower(decoded.code_point);
      out[at] = static_cast<char>(0xC0 | (small >> 6));
      out[at + 1] = static_cast<char>(0x80 | (small & 0x3F));
    }
    at += decoded.bytes;
  }
  return out;
}

std::vector<Range> find_all(std::string_view text, std::string_view pattern, const FindOptions& options) {
  std::vector<Range> found;
  if (pattern.empty()) return found;
  const auto folded = options.match_case ? std::string{} : fold_case(text);
  const auto searched = options.match_case ? text : std::string_view(folded);
  const auto wanted = options.match_case ? std::string(pattern) : fold_case(pattern);
  const auto straight = with_apostrophe(wanted, "'");
  const auto curly = with_apostrophe(wanted, "\xE2\x80\x99");
  find_into(found, searched, straight, options.whole_words);
  if (curly != straight) {
    const auto middle = static_cast<std::ptrdiff_t>(found.size());
    find_into(found, searched, curly, options.whole_words);
    std::inplace_merge(found.begin(), found.begin() + middle, found.end(),
                       [](Range a, Range b) { return a.start < b.start; });
  }
  return found;
}

}  // namespace clausemark
