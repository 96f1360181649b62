// Makes commands by chance, many of them impossible; for the property tests of commands and for their fuzzer.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/annotation/command.h"

namespace clausemark {

// A text to annotate; it has characters of several bytes.
inline Project small_project() {
  Project made;
  made.text = "Demands that all parties — toutes les parties — respect the truce.";
  made.tag_set = default_tag_set();
  made.facts.language = "en";
  return made;
}

// A tag set with an attribute that allows two values, and with a tag of the team's own.
inline TagSet own_tags() {
  auto set = default_tag_set();
  set.name = "Ours";
  set.tags[0].attributes = {{"gender", "Whether women are named", {"yes", "no"}}, {"place", "", {}}};
  set.tags.push_back({"ferry", "Ferry", "Ours", "#123456", "f", "Anything that floats.", "task", {}});
  return set;
}

class CommandMaker {
 public:
  // `chance` gives any number, each time it is asked.
  explicit CommandMaker(std::function<std::size_t()> chance) : chance_(std::move(chance)) {}

  std::size_t up_to(std::size_t most) { return chance_() % (most + 1); }

  Result<Command> make(const Project& p, int step) {
    const auto& tags = p.tag_set.tags;
    const auto tag = tags[up_to(tags.size() - 1)].id;
    switch (up_to(9)) {
      case 0:
      case 1:
        return annotate(p, "id" + std::to_string(step), spans(), tag, "op1", by_);
      case 2:
        return set_note(p, known(p), "note " + std::to_string(step), by_);
      case 3:
        return set_tag(p, known(p), tag, by_);
      case 4:
        return erase(p, known(p));
      case 5:
        return set_attribute(p, known(p), {up_to(1) == 0 ? "gender" : "place", up_to(2) == 0 ? "" : "yes"},
                             by_);
      case 6:
        return link(p, known(p), {"reported by", known(p)}, by_);
      case 7:
        return set_spans(p, known(p), spans(), "op1", by_);
      case 8:
        return change_tag_set("Use another tag set", up_to(1) == 0 ? own_tags() : default_tag_set());
      default:
        return Command{"Several", {EraseAnnotation{known(p)}, PutAnnotation{}, SetTagSet{own_tags()}}};
    }
  }

 private:
  std::vector<Range> spans() {
    const auto a = static_cast<std::uint32_t>(up_to(12));
    const auto b = static_cast<std::uint32_t>(up_to(12));
    if (up_to(2) > 0) return {{a, a + b}};
    return {{a, a + 3}, {a + b, a + b + 2}};
  }
  std::string known(const Project& p) {
    return p.annotations.empty() ? "none" : p.annotations[up_to(p.annotations.size() - 1)].id;
  }

  std::function<std::size_t()> chance_;
  Signature by_{"Ada", "2031-03-14T10:00:00Z"};
};

}  // namespace clausemark
