#include "core/formats/exchange/intake.h"

#include <algorithm>
#include <array>

#include "core/annotation/soundness.h"
#include "core/resolution/parse.h"
#include "core/text/utf8.h"

namespace clausemark {

Result<Intake> Intake::of(std::string text) {
  if (text.empty()) return refuse(ErrorCode::text_missing, "there is no text to annotate");
  if (text.size() > SourceText::max_bytes) return refuse(ErrorCode::too_large, "the text is too long");
  CLAUSEMARK_TRY(source, SourceText::from_utf8(std::move(text)));
  Intake intake;
  intake.project_ = std::make_unique<Project>();
  intake.resolution_ = std::make_unique<Resolution>(parse(source));
  intake.project_->text = std::string(source.text());
  intake.project_->facts = intake.resolution_->facts;
  intake.project_->tag_set = default_tag_set();
  intake.offsets_ = std::make_unique<OffsetMap>(intake.project_->text);
  return intake;
}

namespace {

tl::unexpected<Error> no_span(std::uint32_t start, std::uint32_t end, const char* unit,
                              const std::string& where) {
  return refuse(ErrorCode::bad_range,
                std::string(unit) + " " + std::to_string(start) + " to " + std::to_string(end) +
                    " are no span of the text",
                where);
}

}  // namespace

Result<Range> Intake::code_points(std::uint32_t start, std::uint32_t end, const std::string& where) const {
  if (start >= end || end > offsets_->code_points()) return no_span(start, end, "code points", where);
  return Range{offsets_->code_point_to_byte(start), offsets_->code_point_to_byte(end)};
}

Result<Range> Intake::utf16(std::uint32_t start, std::uint32_t end, const std::string& where) const {
  const Range range{offsets_->utf16_to_byte(start), offsets_->utf16_to_byte(end)};
  if (start >= end || end > offsets_->utf16_units() || offsets_->byte_to_utf16(range.start) != start ||
      offsets_->byte_to_utf16(range.end) != end)
    return no_span(start, end, "UTF-16 code units", where);
  return range;
}

std::string Intake::tag(const std::string& name) {
  if (const auto known = tags_.find(name); known != tags_.end()) return known->second;
  auto& tags = project_->tag_set.tags;
  auto found = std::find_if(tags.begin(), tags.end(), [&](const Tag& tag) { return tag.id == name; });
  if (found == tags.end())
    found = std::find_if(tags.begin(), tags.end(), [&](const Tag& tag) { return tag.name == name; });
  if (found != tags.end()) return tags_[name] = found->id;
  if (tags.size() > most_tags) return tags_[name] = tags.back().id;  // finish() refuses so many
  // Colours that can be told apart from each other, taken in turn (after P. Tol's "muted" scheme).
  constexpr std::array colours{"#332288", "#117733", "#882255", "#44AA99", "#AA4499",
                               "#999933", "#CC6677", "#88CCEE", "#DDCC77"};
  tags.push_back({name, name, "Imported", colours[tags_.size() % colours.size()], "", "", "", {}});
  return tags_[name] = name;
}

// From tag and places, so that the same annotation has the same id in the files of two people.
std::string Intake::made_id(const Annotation& annotation) {
  std::string stem = "imported:" + annotation.tag;
  for (const auto& span : annotation.spans)
    stem += ":" + std::to_string(span.start) + "-" + std::to_string(span.end);
  std::string id;
  do id = stem + ":" + std::to_string(++numbered_[stem]);
  while (index_.contains(id));
  return id;
}

Result<std::string> Intake::add(Annotation annotation, const std::string& where) {
  if (annotation.id.empty() || index_.contains(annotation.id)) annotation.id = made_id(annotation);
  if (annotation.path.empty() && annotation.placed()) {
    const auto block = block_at(*resolution_, annotation.extent().start);
    if (block != no_block) annotation.path = resolution_->blocks[block].path;
  }
  std::sort(annotation.spans.begin(), annotation.spans.end(),
            [](Range a, Range b) { return a.start < b.start; });
  std::sort(annotation.attributes.begin(), annotation.attributes.end());
  if (auto checked = check_annotation(annotation, project_->text, project_->tag_set); !checked)
    return refuse(checked.error().code, checked.error().message, where);
  auto id = annotation.id;
  index_.emplace(id, project_->annotations.size());
  project_->annotations.push_back(std::move(annotation));
  return id;
}

Result<void> Intake::link(const std::string& from, const std::string& role, const std::string& to,
                          const std::string& where) {
  const auto at = index_.find(from);
  if (at == index_.end() || !index_.contains(to)) {
    return refuse(ErrorCode::no_such_id,
                  "there is no annotation \"" + (at == index_.end() ? from : to) + "\" to be linked", where);
  }
  auto& annotation = project_->annotations[at->second];
  const Link link{role.empty() ? "linked to" : role, to};
  const auto place = std::lower_bound(annotation.links.begin(), annotation.links.end(), link);
  if (place != annotation.links.end() && *place == link) return {};
  if (annotation.links.size() >= most_links)
    return refuse(ErrorCode::too_large, "an annotation has too many links", where);
  if (from == to) return refuse(ErrorCode::bad_value, "an annotation cannot be linked to itself", where);
  annotation.links.insert(place, link);
  return {};
}

Result<Imported> Intake::finish(Ledger ledger) {
  if (auto checked = check_tag_set(project_->tag_set); !checked)
    return tl::unexpected<Error>(checked.error());
  std::sort(project_->annotations.begin(), project_->annotations.end(), before);
  return Imported{std::move(*project_), std::move(ledger)};
}

std::vector<const Annotation*> without_status(const Project& project, const ExportOptions& options,
                                              Ledger& ledger) {
  std::vector<const Annotation*> held;
  for (const auto& annotation : project.annotations) {
    if (annotation.status == Status::rejected)
      ledger.lose("rejected suggestions");
    else if (annotation.status == Status::suggested && !options.suggestions)
      ledger.lose("open suggestions");
    else if (!annotation.placed())
      ledger.lose("annotations without a place in the text");
    else
      held.push_back(&annotation);
  }
  return held;
}

void tell_of_losses(const Annotation& annotation, const Holds& holds, Ledger& ledger) {
  if (!holds.notes && !annotation.note.empty()) ledger.lose("notes");
  if (!holds.attributes) ledger.lose("attributes", annotation.attributes.size());
  if (!holds.links) ledger.lose("links between annotations", annotation.links.size());
  if (!holds.signatures && !(annotation.author + annotation.created + annotation.modified).empty())
    ledger.lose("authors and times");
  if (!holds.cosigners && !annotation.cosigners.empty()) ledger.lose("further authors who hold the same");
  if (!holds.rules && !annotation.rule.empty()) ledger.lose("rules that proposed an annotation");
  if (!holds.several_spans && annotation.spans.size() > 1)
    ledger.lose("annotations of several spans, of which each is now one of its own");
}

void tell_of_tag_set(const Project& project, Ledger& ledger) {
  if (!(project.tag_set == default_tag_set())) ledger.lose("tag sets with their guidelines");
}

}  // namespace clausemark
