#include "core/resolution/mention_finder.h"

#include "core/resolution/deadlines.h"
#include "core/resolution/references.h"
#include "core/resolution/scan.h"

namespace clausemark {
namespace {

class Walker {
 public:
  Walker(const Lexicon& lexicon, Resolution& out)
      : out_(out),
        text_(out.reading.text()),
        references_(lexicon, out),
        deadlines_(lexicon, text_, out.facts.date) {
    for (const auto words : {Words::part, Words::treaty, Words::annex, Words::deadline, Words::period})
      starts_.add(lexicon.list(words).starts());
  }

  void block(std::uint32_t id) {
    auto& block = out_.blocks[id];
    block.references.first = static_cast<std::uint32_t>(out_.references.size());
    block.deadlines.first = static_cast<std::uint32_t>(out_.deadlines.size());
    if (block.kind != BlockKind::furniture && block.kind != BlockKind::intro &&
        block.kind != BlockKind::title) {
      const auto end = block.reading.end;
      for (auto at = block.reading.start; at < end;) {
        at = step(id, at, end);
        // To the next word.
        while (at < end && scan::byte_class(text_[at]) != scan::word_byte) ++at;
      }
    }
    block.references.count = static_cast<std::uint32_t>(out_.references.size()) - block.references.first;
    block.deadlines.count = static_cast<std::uint32_t>(out_.deadlines.size()) - block.deadlines.first;
  }

 private:
  // Reads what begins at a word, and returns where to go on: behind it, or behind the word.
  std::uint32_t step(std::uint32_t id, std::uint32_t at, std::uint32_t end) {
    const char c = text_[at];
    if (scan::is_digit(c)) {
      if (const auto behind = references_.read_number(id, at, end); behind != at) return behind;
    } else if ((c == 'S' || c == 'A') && at + 2 < end && text_[at + 1] == '/') {
      return references_.read_symbol(id, at, end);
    } else if (starts_.may_begin(text_, at)) {
      if (const auto behind = references_.read_words(id, at, end); behind != at) return behind;
      auto deadline = deadlines_.read(at, end);
      if (!deadline.reading.empty()) {
        const auto behind = deadline.reading.end;
        deadline.block = id;
        out_.deadlines.push_back(std::move(deadline));
        return behind;
      }
    }
    while (at < end && scan::byte_class(text_[at]) == scan::word_byte) ++at;
    return at;
  }

  Resolution& out_;
  std::string_view text_;
  ReferenceReader references_;
  DeadlineReader deadlines_;
  WordStarts starts_;  // of all words that either reads
};

}  // namespace

void find_mentions(const Lexicon& lexicon, Resolution& resolution) {
  Walker walker(lexicon, resolution);
  for (std::uint32_t id = 0; id < resolution.blocks.size(); ++id) walker.block(id);
}

}  // namespace clausemark
