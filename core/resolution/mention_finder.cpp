#include "core/resolution/mention_finder.h"

#include "core/resolution/deadlines.h"
#include "core/resolution/references.h"
#include "core/resolution/scan.h"

namespace clausemark {
namespace {

class Walker {
 public:
  Walker(const Lexicon& lexicon, const WordMarks& marks, Resolution& out)
      : marks_(marks),
        out_(out),
        text_(out.reading.text()),
        references_(lexicon, out),
        deadlines_(lexicon, text_, out.facts.date) {}

  void block(std::uint32_t id) {
    auto& block = out_.blocks[id];
    block.references.first = static_cast<std::uint32_t>(out_.references.size());
    block.deadlines.first = static_cast<std::uint32_t>(out_.deadlines.size());
    if (block.kind != BlockKind::furniture && block.kind != BlockKind::intro &&
        block.kind != BlockKind::title) {
      auto at = block.reading.start;
      for (const auto& mark : marks_.in(block.reading)) {
        if (mark.at >= at && (mark.uses & use_mention) != 0) at = read(id, mark.at, block.reading.end);
      }
    }
    block.references.count = static_cast<std::uint32_t>(out_.references.size()) - block.references.first;
    block.deadlines.count = static_cast<std::uint32_t>(out_.deadlines.size()) - block.deadlines.first;
  }

 private:
  // Reads what begins at a word and returns the byte behind it, or `at` where nothing does.
  std::uint32_t read(std::uint32_t id, std::uint32_t at, std::uint32_t end) {
    if (scan::is_digit(text_[at])) return references_.read_number(id, at, end);
    if (at + 1 < end && text_[at + 1] == '/') return references_.read_symbol(id, at, end);
    if (const auto behind = references_.read_words(id, at, end); behind != at) return behind;
    auto deadline = deadlines_.read(at, end);
    if (deadline.reading.empty()) return at;
    const auto behind = deadline.reading.end;
    deadline.block = id;
    out_.deadlines.push_back(std::move(deadline));
    return behind;
  }

  const WordMarks& marks_;
  Resolution& out_;
  std::string_view text_;
  ReferenceReader references_;
  DeadlineReader deadlines_;
};

}  // namespace

void find_mentions(const Lexicon& lexicon, const WordMarks& marks, Resolution& resolution) {
  Walker walker(lexicon, marks, resolution);
  for (std::uint32_t id = 0; id < resolution.blocks.size(); ++id) walker.block(id);
}

}  // namespace clausemark
