#include "core/annotation/suggest.h"

#include <algorithm>
#include <map>

#include "core/resolution/lexicon.h"
#include "core/resolution/scan.h"

namespace clausemark {
namespace {

class Suggester {
 public:
  explicit Suggester(const Resolution& resolution)
      : resolution_(resolution), lexicon_(lexicon_for(resolution.facts.language)) {}

  std::vector<Annotation> run() {
    chapeau_.assign(resolution_.blocks.size(), false);
    has_parts_.assign(resolution_.blocks.size(), false);
    for (const auto& block : resolution_.blocks) {
      if (block.parent != no_block) has_parts_[block.parent] = true;
    }
    for (std::uint32_t id = 0; id < resolution_.blocks.size(); ++id) {
      const auto& block = resolution_.blocks[id];
      for (std::uint32_t k = 0; k < block.acts.count; ++k) {
        const auto& act = resolution_.acts[block.acts.first + k];
        add(block, act.clause, act.tag, "verb: " + act.lemma);
        if (!act.second_tag.empty()) add(block, act.clause, act.second_tag, "second verb");
        if (is_directive(act) && asks_for_report(act)) add(block, act.clause, "reporting", "duty to report");
      }
      chapeau_[id] = announces_tasks(id);
      if (block.kind == BlockKind::item && is_task(id))
        add(block, trimmed(block.reading), "task", "task list");
    }
    return std::move(out_);
  }

 private:
  std::string_view text(Range reading) const { return resolution_.text(reading); }

  void add(const Block& block, Range reading, const std::string& tag, std::string rule) {
    Annotation annotation;
    annotation.target = resolution_.reading.to_source(reading);
    if (annotation.target.empty()) return;
    annotation.tag = tag;
    annotation.rule = std::move(rule);
    annotation.status = Status::suggested;
    annotation.path = block.path;
    const auto stem = "suggestion:" + block.path + ":" + tag + ":";
    annotation.id = stem + std::to_string(++counts_[stem]);
    out_.push_back(std::move(annotation));
  }

  // Without the stop or the comma at its end.
  Range trimmed(Range reading) const {
    auto content = text(reading);
    while (!content.empty() && (content.back() == ';' || content.back() == ',' || content.back() == '.' ||
                                content.back() == ':' || content.back() == ' ')) {
      content.remove_suffix(1);
    }
    return {reading.start, reading.start + static_cast<std::uint32_t>(content.size())};
  }

  static bool is_directive(const Act& act) {
    return act.tag == "request" || act.tag == "direction" || act.tag == "demand" || act.tag == "call" ||
           act.tag == "urge" || act.tag == "encouragement" || act.tag == "decision" ||
           act.tag == "authorization";
  }

  // "to report back", "keep the Council regularly informed" inside the clause.
  bool asks_for_report(const Act& act) const {
    const auto clause = text(act.clause);
    for (std::uint32_t at = 0; at < clause.size();) {
      const auto word = scan::word_at(clause, at);
      if (word.empty()) {
        ++at;
        continue;
      }
      for (const auto phrase : lexicon_.reporting_phrases()) {
        if (scan::words_at(clause, at, phrase) != at) return true;
      }
      at = word.end;
    }
    return false;
  }

  // A paragraph that announces a list of tasks: it names them ("the following priority tasks", "shall
  // include"), or it directs somebody "to:".
  bool announces_tasks(std::uint32_t id) const {
    const auto& block = resolution_.blocks[id];
    if (block.kind != BlockKind::operative && block.kind != BlockKind::item &&
        block.kind != BlockKind::wrapup)
      return false;
    if (block.kind == BlockKind::item && inherits_tasks(block)) return true;
    const auto content = text(block.reading);
    if (scan::last_sign(content) != ':') return false;
    const auto following = content.rfind("following");
    if (following != std::string_view::npos) {
      const auto tail = content.substr(following);
      for (const auto noun : lexicon_.chapeau_nouns()) {
        if (tail.find(noun) != std::string_view::npos) return true;
      }
    }
    if (content.find("mandate") != std::string_view::npos &&
        (content.find("shall include") != std::string_view::npos ||
         content.find("shall be") != std::string_view::npos ||
         content.find("to include") != std::string_view::npos)) {
      return true;
    }
    return content.ends_with(" to:") || content.ends_with(" to :");
  }

  bool inherits_tasks(const Block& block) const { return block.parent != no_block && chapeau_[block.parent]; }

  // An item below such a paragraph that asks for something to be done: an infinitive, or the innermost part
  // of the list. A mere title ("(c) Protection of civilians") is none.
  bool is_task(std::uint32_t id) const {
    const auto& block = resolution_.blocks[id];
    if (!inherits_tasks(block) || block.reading.empty()) return false;
    const auto content = text(block.reading);
    if (content.starts_with("To ") || content.starts_with("to ") || content.find(", to ") < 160) return true;
    return !has_parts_[id] && !is_title(content);
  }

  static bool is_title(std::string_view content) {
    const char sign = scan::last_sign(content);
    return content.size() < 120 && sign != ';' && sign != ',' && sign != '.';
  }

  const Resolution& resolution_;
  const Lexicon& lexicon_;
  std::vector<bool> chapeau_;
  std::vector<bool> has_parts_;
  std::map<std::string, int> counts_;
  std::vector<Annotation> out_;
};

}  // namespace

std::vector<Annotation> suggest(const Resolution& resolution) { return Suggester(resolution).run(); }

}  // namespace clausemark
