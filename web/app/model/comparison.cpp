#include "web/app/model/comparison.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/annotation/agreement.h"
#include "core/annotation/merge_tag_sets.h"
#include "core/resolution/place_name.h"
#include "core/text/shorten.h"
#include "web/app/model/tag_families.h"

namespace clausemark::app {
namespace {

constexpr std::size_t quote_length = 180;

std::string decimal(Coefficient value) {
  if (!value) return "–";
  const auto hundredths = std::lround(std::abs(*value) * 100);
  auto text = std::to_string(hundredths % 100);
  if (text.size() < 2) text.insert(0, "0");
  return (*value < 0 && hundredths > 0 ? "−" : "") + std::to_string(hundredths / 100) + "." + text;
}

std::string percent(Coefficient value) {
  return value ? std::to_string(static_cast<int>(std::lround(*value * 100))) + " %" : "–";
}

// In the words of readers.
const char* name_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::place:
      return "words";
    case Aspect::tag:
      return "tag";
    case Aspect::status:
      return "decision";
    case Aspect::note:
      return "note";
    case Aspect::attributes:
      return "attributes";
    default:
      return aspect_name(aspect);
  }
}

std::string in_words(const std::vector<Aspect>& aspects) {
  std::string text;
  for (std::size_t k = 0; k < aspects.size(); ++k) {
    if (k > 0) text += k + 1 == aspects.size() ? " and " : ", ";
    text += name_of(aspects[k]);
  }
  return text;
}

Side side_of(const Document& document, const Project& project, const TagFamilies& families,
             const Annotation* annotation) {
  Side side;
  if (annotation == nullptr) return side;
  side.says = true;
  const auto* tag = project.tag_set.find(annotation->tag);
  side.tag = tag == nullptr ? annotation->tag : tag->name;
  if (tag != nullptr) {
    side.colour = tag->colour;
    side.family = families.of(*tag);
  }
  side.quote = shortened(quote_of(project, document.resolution, *annotation), quote_length);
  side.note = annotation->note;
  side.author = annotation->author;
  if (annotation->status == Status::rejected) side.status = "rejected";
  return side;
}

std::string tell(const Comparison& comparison, const std::string& name) {
  std::string text = std::to_string(comparison.same) + " the same";
  const auto add = [&](std::size_t count, const std::string& what) {
    if (count > 0) text += " · " + std::to_string(count) + " " + what;
  };
  add(comparison.differing, comparison.differing == 1 ? "differs" : "differ");
  add(comparison.only_ours, "only here");
  add(comparison.only_theirs, "only in " + name);
  return text;
}

}  // namespace

ComparisonView compare(const Document& document, const std::string& name, const Project& other) {
  ComparisonView view;
  view.name = name;
  const auto& ours = document.project;
  const auto comparison = compare_decisions(ours, other);
  view.told = tell(comparison, name);
  const TagFamilies families(ours.tag_set);
  view.rows.reserve(comparison.rows.size());
  for (const auto& one : comparison.rows) {
    const auto& either = one.either();
    ComparisonRow row;
    row.place = place_name(either.path);
    row.differs = in_words(one.aspects);
    if (either.placed()) row.reading = document.resolution.reading.from_source(either.spans.front()).start;
    if (one.ours != nullptr) row.id = one.ours->id;
    row.ours = side_of(document, ours, families, one.ours);
    row.theirs = side_of(document, other, families, one.theirs);
    if (one.ours != nullptr && one.theirs != nullptr && one.ours->spans != one.theirs->spans)
      std::tie(row.ours.quote, row.theirs.quote) =
          shortened_apart(quote_of(ours, document.resolution, *one.ours),
                          quote_of(other, document.resolution, *one.theirs), quote_length / 2);
    view.rows.push_back(std::move(row));
  }

  // The tags of both, each as it is here.
  std::vector<Conflict> differing;
  const auto both = merge_tag_sets(nullptr, ours.tag_set, other.tag_set, {}, differing);
  const auto figures =
      agreement({coder_of(ours, "here"), coder_of(other, name)}, both, ours.text, document.resolution);
  view.figures.push_back({"Cohen’s κ", decimal(figures.all.cohen), "the tags of a clause, beyond chance"});
  view.figures.push_back({"Unitized α", decimal(figures.all.unitized), "the words marked, beyond chance"});
  if (figures.pairs.empty() || figures.pairs.front().tags.empty()) return view;
  const auto& tags = figures.pairs.front().tags;
  view.figures.push_back({"Same words", percent(tags.front().exact.f1()), "tag and words the same (F1)"});
  view.figures.push_back({"Same clauses", percent(tags.front().clauses.f1()), "the tag in the clause (F1)"});
  for (std::size_t k = 1; k < tags.size(); ++k) {
    const auto* tag = both.find(tags[k].tag);
    const auto& found = tags[k].exact;
    view.tags.push_back({tag == nullptr ? tags[k].tag : tag->name, tag == nullptr ? "" : tag->colour,
                         tag == nullptr ? 0 : families.of(*tag), found.first, found.second,
                         percent(tags[k].clauses.f1())});
  }
  return view;
}

}  // namespace clausemark::app
