#include "core/resolution/task_finder.h"

#include <vector>

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

class Finder {
 public:
  Finder(const Lexicon& lexicon, const WordMarks& marks, Resolution& out)
      : lexicon_(lexicon), marks_(marks), out_(out) {}

  void run() {
    const auto count = out_.blocks.size();
    announced_.assign(count, none);
    loose_.assign(count, false);
    has_parts_.assign(count, false);
    for (const auto& block : out_.blocks) {
      if (block.parent != no_block) has_parts_[block.parent] = true;
    }
    for (std::uint32_t id = 0; id < count; ++id) {
      const auto& block = out_.blocks[id];
      const auto inherited = block.parent == no_block ? none : announced_[block.parent];
      announced_[id] = inherited != none && block.kind == BlockKind::item ? inherited : announces(id);
      loose_[id] =
          block.parent != no_block && block.kind == BlockKind::item ? loose_[block.parent] : loose_[id];
      if (block.kind != BlockKind::item || inherited == none || !is_task(id, loose_[id])) continue;
      const auto act = inherited == unknown_act ? no_block : inherited;
      out_.tasks.push_back({id, scan::without_stop(out_.reading.text(), block.reading), act});
    }
  }

 private:
  // What a block announces: nothing, tasks below an act (its index), or tasks with no act above them.
  static constexpr std::uint32_t none = 0xFFFFFFFE;
  static constexpr std::uint32_t unknown_act = 0xFFFFFFFD;

  std::uint32_t announces(std::uint32_t id) {
    const auto& block = out_.blocks[id];
    if (block.kind != BlockKind::operative && block.kind != BlockKind::item &&
        block.kind != BlockKind::wrapup)
      return none;
    const auto content = out_.text(block.reading);
    if (scan::last_sign(content) != ':') return none;
    if (!names_tasks(block.reading)) {
      // "Calls upon the parties:", with infinitives below.
      if (block.acts.count == 0) return none;
      const auto& act = out_.acts[block.acts.first + block.acts.count - 1];
      if (!lexicon_.list(Words::addressed).contains(act.lemma)) return none;
      loose_[id] = true;
    }
    return block.acts.count > 0 ? block.acts.first + block.acts.count - 1 : unknown_act;
  }

  // It names them ("the following priority tasks", "the mandate shall include"), or it directs somebody
  // "to:".
  bool names_tasks(Range reading) const {
    const auto& nouns = lexicon_.list(Words::chapeau);
    const auto& following_words = lexicon_.list(Words::following);
    const auto& includes = lexicon_.list(Words::includes);
    bool following = false;
    bool named = false;
    const auto content = std::string_view(out_.reading.text()).substr(0, reading.end);
    for (const auto& mark : marks_.in(reading)) {
      if ((mark.uses & use_chapeau) == 0) continue;
      const auto at = mark.at;
      const bool noun = nouns.skip(content, at) != at;
      if (following && noun) return true;
      if (named && includes.skip(content, at) != at) return true;
      following = following || following_words.skip(content, at) != at;
      named = named || noun;
    }
    const auto last = scan::last_word(content, reading.start);
    return lexicon_.list(Words::duty).skip(content, last) != last;
  }

  // It asks for something to be done: an infinitive, or the innermost part of the list. A mere title
  // ("(c) Protection of civilians") is none.
  bool is_task(std::uint32_t id, bool infinitives_only) const {
    constexpr std::size_t longest_lead = 160;  // "In support of the authorities, to …"
    const auto& block = out_.blocks[id];
    if (block.reading.empty()) return false;
    const auto content = out_.text(block.reading);
    const auto& infinitive = lexicon_.list(Words::infinitive);
    if (infinitive.skip(content, 0) != 0) return true;
    const auto comma = content.substr(0, longest_lead).find(", ");
    if (comma != std::string_view::npos) {
      const auto behind = static_cast<std::uint32_t>(comma) + 2;
      if (infinitive.skip(content, behind) != behind) return true;
    }
    return !infinitives_only && !has_parts_[id] && !is_title(content);
  }

  static bool is_title(std::string_view content) {
    constexpr std::size_t longest_title = 120;
    const char sign = scan::last_sign(content);
    return content.size() < longest_title && sign != ';' && sign != ',' && sign != '.';
  }

  const Lexicon& lexicon_;
  const WordMarks& marks_;
  Resolution& out_;
  std::vector<std::uint32_t> announced_;
  std::vector<bool> loose_;  // of what is announced only infinitives are tasks
  std::vector<bool> has_parts_;
};

}  // namespace

void find_tasks(const Lexicon& lexicon, const WordMarks& marks, Resolution& resolution) {
  Finder(lexicon, marks, resolution).run();
}

}  // namespace clausemark
