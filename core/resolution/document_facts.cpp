#include "core/resolution/document_facts.h"

#include <algorithm>

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
  Facts(std::string_view text, Resolution& out) : text_(text), out_(out) {}

  void run() {
    out_.facts.language = "en";
    front_end_ = static_cast<std::uint32_t>(text_.size());
    for (const auto& block : out_.blocks) {
      if (block.kind == BlockKind::formula) {
        front_end_ = block.source.start;
        break;
      }
    }
    resolutions();
    cover_symbols();
    choose();
    date();
  }

 private:
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

  // "Resolution 2584 (2021)" as a title, "adopting resolution 2085 (2012)" in prose.
  void resolutions() {
    for (const auto& block : out_.blocks) {
      if (block.source.start >= front_end_) break;
      if (block.kind != BlockKind::title && block.kind != BlockKind::intro) continue;
      const auto content = slice(text_, block.source);
      for (std::size_t at = 0; (at = content.find("esolution ", at)) != std::string_view::npos;) {
        at += 10;
        std::uint32_t end = 0;
        const auto from = static_cast<std::uint32_t>(at);
        const auto number = scan::number_at(content, from, end);
        if (number <= 0) continue;
        auto open = scan::skip_spaces(content, end);
        std::uint32_t year_end = open + 1;
        if (open >= content.size() || content[open] != '(') continue;
        const auto year = scan::number_at(content, open + 1, year_end);
        if (year < 1946 || year_end - open != 5 || year_end >= content.size()) continue;
        // The announcement is one mention among others; a title or "adopting resolution …" is the document's
        // own name.
        const bool own = (from == 11 && content.starts_with("Resolution ")) ||
                         content.substr(0, from).ends_with("adopting resolution ") ||
                         content.substr(year_end).starts_with(") reads as follows");
        vote("S/RES/" + std::to_string(number) + " (" + std::to_string(year) + ")",
             {block.source.start + from, block.source.start + year_end + 1},
             own ? (block.kind == BlockKind::title ? 5 : 2) : 0);
      }
    }
  }

  // A page header or cover line that is the symbol of the document.
  void cover_symbols() {
    for (const auto& block : out_.blocks) {
      if (block.kind != BlockKind::furniture) continue;
      auto content = std::string(slice(text_, block.source));
      if (!content.starts_with("S/") && !content.starts_with("A/")) continue;
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
                                      "; " + best->symbol + " is taken",
                                  candidate.source});
    }
  }

  // "Adopted by the Security Council at its 8809th meeting, on 29 June 2021", else the date of the cover.
  void date() {
    for (const auto& block : out_.blocks) {
      if (block.source.start >= front_end_) break;
      if (block.kind != BlockKind::title && block.kind != BlockKind::intro) continue;
      // The line may have been broken in two: the date stands within the next words.
      const auto content = out_.reading.text().substr(block.reading.start, 400);
      const auto adopted = content.find("Adopted by the");
      if (adopted < block.reading.size() && first_date(content.substr(adopted))) return;
    }
    for (const auto& block : out_.blocks) {
      if (block.source.start >= front_end_) break;
      if (block.kind == BlockKind::furniture && first_date(slice(text_, block.source))) return;
    }
  }

  bool first_date(std::string_view content) {
    for (std::uint32_t at = 0; at < content.size(); ++at) {
      if (!scan::is_digit(content[at]) || (at > 0 && scan::is_digit(content[at - 1]))) continue;
      std::uint32_t end = 0;
      char iso[11];
      if (scan::date_at(content, at, end, iso)) {
        out_.facts.date = iso;
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  Resolution& out_;
  std::uint32_t front_end_ = 0;
  std::vector<Candidate> candidates_;
};

}  // namespace

void find_facts(std::string_view text, Resolution& resolution) { Facts(text, resolution).run(); }

}  // namespace clausemark
