#include "core/annotation/suggest.h"

#include <algorithm>
#include <map>

namespace clausemark {
namespace {

class Suggester {
 public:
  explicit Suggester(const Resolution& resolution) : resolution_(resolution) {}

  std::vector<Annotation> run() {
    std::size_t task = 0;
    std::size_t duty = 0;
    for (std::uint32_t id = 0; id < resolution_.blocks.size(); ++id) {
      const auto& block = resolution_.blocks[id];
      const auto first = static_cast<std::ptrdiff_t>(out_.size());
      for (std::uint32_t k = 0; k < block.acts.count; ++k) {
        const auto& act = resolution_.acts[block.acts.first + k];
        add(block, act.clause, act.tag, "verb: " + act.lemma);
        if (!act.second_tag.empty()) add(block, act.clause, act.second_tag, "second verb");
      }
      for (; task < resolution_.tasks.size() && resolution_.tasks[task].block == id; ++task)
        add(block, resolution_.tasks[task].reading, "task", "task list");
      for (; duty < resolution_.reporting.size() && resolution_.reporting[duty].block == id; ++duty)
        add(block, clause_of(block, resolution_.reporting[duty].reading), "reporting", "duty to report");
      std::stable_sort(out_.begin() + first, out_.end(), [](const Annotation& a, const Annotation& b) {
        return a.spans.front().start < b.spans.front().start;
      });
    }
    return std::move(out_);
  }

 private:
  // The clause of the act in which a duty stands, or the duty itself.
  Range clause_of(const Block& block, Range duty) const {
    for (std::uint32_t k = 0; k < block.acts.count; ++k) {
      const auto& act = resolution_.acts[block.acts.first + k];
      if (act.clause.contains(duty.start)) return act.clause;
    }
    return duty;
  }

  void add(const Block& block, Range reading, const std::string& tag, std::string rule) {
    Annotation annotation;
    annotation.spans = {resolution_.reading.to_source(reading)};
    if (annotation.spans.front().empty()) return;
    annotation.tag = tag;
    annotation.rule = std::move(rule);
    annotation.status = Status::suggested;
    annotation.path = block.path;
    const auto stem = "suggestion:" + block.path + ":" + tag + ":";
    annotation.id = stem + std::to_string(++counts_[stem]);
    out_.push_back(std::move(annotation));
  }

  const Resolution& resolution_;
  std::map<std::string, int> counts_;
  std::vector<Annotation> out_;
};

}  // namespace

std::vector<Annotation> suggest(const Resolution& resolution) { return Suggester(resolution).run(); }

}  // namespace clausemark
