#include "core/resolution/document_facts.h"

#include <algorithm>

#include "core/resolution/dates.h"
#include "core/resolution/language.h"
#include "core/resolution/numbered_symbol.h"
#include "core/resolution/scan.h"

namespace clausemark {
namespace {

constexpr std::size_t max_candidates = 32;

struct Candidate {
  std::string symbol;
  Range source;  // where it was named first
  int weight = 0;
};

class Facts {
 public:
  Facts(std::string_view text, const Lexicon& lexicon, Resolution& out)
      : text_(text), lexicon_(lexicon), out_(out) {}

  void run() {
    language();
    front_end_ = static_cast<std::uint32_t>(text_.size());
    front_reading_ = out_.reading.size();
    for (const auto& block : out_.blocks) {
      if (block.kind == BlockKind::title || block.kind == BlockKind::intro ||
          block.kind == BlockKind::furniture)
        continue;
      front_end_ = block.source.start;
      front_reading_ = block.reading.start;
      organ(block);
      break;
    }
    resolutions();
    cover_symbols();
    choose();
    date();
    if (out_.proceedings.meeting == 0) closing();
    chapter_vii();
  }

 private:
  void language() {
    constexpr std::size_t too_short = 500;  // bytes; too little to say anything against the lexicon
    const auto language = text_.size() < too_short ? lexicon_.language() : language_of(text_);
    out_.facts.language = std::string(language);
    if (language == lexicon_.language()) return;
    const auto name = std::string(language_name(language));
    const auto own = std::string(language_name(lexicon_.language()));
    out_.diagnostics.push_back(
        {"language",
         (name.empty() ? "the language of the text cannot be told" : "the text seems to be in " + name) +
             "; it is read with the " + own + " vocabulary, so most acts, references and dates are missed",
         {0, 0}});
  }

  void organ(const Block& block) {
    const auto content = out_.reading.text().substr(block.reading.start, block.reading.size());
    const auto end = lexicon_.list(Words::organ).skip(content, 0);
    out_.proceedings.organ = std::string(content.substr(0, end));
  }

  // The paragraph "Acting under Chapter VII …" of the preamble, or an operative one that says so.
  void chapter_vii() {
    const auto& chapter = lexicon_.list(Words::chapter_vii);
    for (const auto& act : out_.acts) {
      if (act.tag != "determination") continue;
      if (!chapter.occurs_in(out_.text(act.clause))) continue;
      out_.proceedings.chapter_vii = true;
      return;
    }
  }

  void vote(std::string symbol, Range source, int weight) {
    for (auto& candidate : candidates_) {
      if (candidate.symbol == symbol) {
        candidate.weight += weight;
        return;
      }
    }
    // A document has few names; a text that lists documents line by line is no reason to compare them all.
    if (candidates_.size() < max_candidates) candidates_.push_back({std::move(symbol), source, weight});
  }

  // "Resolution 2584 (2021)" as a title, "82 (1950). Resolution of 25 June 1950" in old volumes, "adopting
  // resolution 2085 (2012)" in prose.
  void resolutions() {
    for (const auto& block : out_.blocks) {
      if (block.source.start >= front_end_) break;
      if (block.kind != BlockKind::title && block.kind != BlockKind::intro) continue;
      const auto content = slice(text_, block.source);
      for (std::uint32_t at = 0; at < content.size(); at = scan::next_word(content, at)) {
        if (!scan::is_digit(content[at])) continue;
        const auto found = numbered_symbol_at(content, at);
        if (found.symbol.empty()) continue;
        const auto before = scan::trim_end(content, 0, at);
        const bool title_word = before > 0 && lexicon_.list(Words::title).skip(content, 0) == before;
        const bool heads = at == 0 && content.substr(found.end).starts_with(".");
        // The announcement is one mention among others; a title or "adopting resolution …" is the document's
        // own.
        const bool announced =
            lexicon_.list(Words::announcing).contains(scan::last_two_words(content.substr(0, before)));
        const auto behind = scan::skip_spaces(content, found.end);
        const bool quoted = lexicon_.list(Words::as_follows).skip(content, behind) != behind;
        const int weight = title_word || heads ? 5 : announced || quoted ? 2 : 0;
        vote(found.symbol, {block.source.start + at, block.source.start + found.end}, weight);
      }
    }
  }

  // A page header or cover line that is the symbol of the document.
  void cover_symbols() {
    for (const auto& block : out_.blocks) {
      if (block.kind != BlockKind::furniture) continue;
      auto content = std::string(slice(text_, block.source));
      const auto symbol = std::min(content.find("S/"), content.find("A/"));
      if (symbol == std::string::npos || (symbol > 0 && content[symbol - 1] != ' ')) continue;
      content.erase(0, symbol);
      if (content.starts_with("S/RES/")) {
        std::erase(content, ' ');
        if (const auto open = content.find('('); open != std::string::npos) content.insert(open, " ");
      }
      vote(std::move(content), block.source, block.source.start < front_end_ ? 3 : 1);
    }
  }

  void choose() {
    std::erase_if(candidates_, [](const Candidate& candidate) { return candidate.weight == 0; });
    if (candidates_.empty()) return;
    const auto best =
        std::max_element(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.weight < b.weight; });
    out_.facts.symbol = best->symbol;
    for (const auto& candidate : candidates_) {
      const bool same_kind = candidate.symbol.starts_with("S/RES/") && best->symbol.starts_with("S/RES/");
      if (candidate.symbol == best->symbol || !same_kind) continue;
      out_.diagnostics.push_back({"symbol-contradiction",
                                  "the text calls itself both " + best->symbol + " and " + candidate.symbol +
                                      "; it is read as " + best->symbol,
                                  candidate.source});
    }
  }

  // "Adopted by the Security Council at its 8809th meeting, on 29 June 2021", "of 14 May 1965" below the
  // title, else the date of the cover.
  void date() {
    for (const auto& block : out_.blocks) {
      if (block.source.start >= front_end_) break;
      if (block.kind != BlockKind::title && block.kind != BlockKind::intro) continue;
      // The line may have been broken in two: the date stands within the next words.
      const auto content = out_.reading.text().substr(block.reading.start,
                                                      std::min(400u, front_reading_ - block.reading.start));
      const auto size = std::min<std::size_t>(block.reading.size(), content.size());
      for (std::uint32_t at = 0; at < size && out_.facts.date.empty(); at = scan::next_word(content, at)) {
        const auto behind = lexicon_.list(Words::adopted).skip(content, at);
        if (behind == at) continue;
        // A title says at once what is adopted; in news prose the words stand for many things.
        if (block.kind == BlockKind::intro && lexicon_.list(Words::title).skip(content, at) == at) continue;
        out_.facts.date = first_date(content.substr(behind), lexicon_.list(Words::month)).iso;
        if (!out_.facts.date.empty()) meeting(content.substr(behind));
      }
    }
    if (!out_.facts.date.empty()) return;
    for (const auto& block : out_.blocks) {
      if (block.source.start >= front_end_) break;
      if (block.kind != BlockKind::furniture) continue;
      out_.facts.date = first_date(slice(text_, block.source), lexicon_.list(Words::month)).iso;
      if (!out_.facts.date.empty()) return;
    }
  }

  // "Adopted unanimously at the 891st meeting.", behind the text.
  void closing() {
    for (const auto& block : out_.blocks) {
      if (block.kind != BlockKind::closing || out_.proceedings.meeting != 0) continue;
      const auto content = out_.text(block.reading);
      if (lexicon_.list(Words::closing).skip(content, 0) != 0) meeting(content);
    }
  }

  // "at its 8809th meeting": a number with an ordinal ending.
  void meeting(std::string_view content) {
    for (std::uint32_t at = 0; at < content.size(); at = scan::next_word(content, at)) {
      std::uint32_t end = at;
      const auto number = scan::number_at(content, at, end);
      if (number <= 0 || end + 2 > content.size() || !scan::is_lower(content[end])) continue;
      out_.proceedings.meeting = static_cast<std::uint32_t>(number);
      return;
    }
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  Resolution& out_;
  std::uint32_t front_end_ = 0;      // where what stands before the formula ends, in the source
  std::uint32_t front_reading_ = 0;  // and in the reading text
  std::vector<Candidate> candidates_;
};

}  // namespace

void find_facts(std::string_view text, const Lexicon& lexicon, Resolution& resolution) {
  Facts(text, lexicon, resolution).run();
}

}  // namespace clausemark
