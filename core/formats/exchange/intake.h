// How annotations from elsewhere become a project: the text is read, ranges are converted and checked, tags
// that are not known are made, ids are given where there are none.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/annotation/project.h"
#include "core/formats/exchange/exchange.h"
#include "core/text/offset_map.h"

namespace clausemark {

class Intake {
 public:
  // Refuses text that is not valid UTF-8, empty or too large.
  static Result<Intake> of(std::string text);

  std::string_view text() const { return project_->text; }
  // Positions of another tool as a range of the text: `bad_range` where it is empty, outside, or where an
  // edge lies inside a code point.
  Result<Range> code_points(std::uint32_t start, std::uint32_t end, const std::string& where) const;
  Result<Range> utf16(std::uint32_t start, std::uint32_t end, const std::string& where) const;

  // The id of the tag that another tool calls `name`: that of the tag with this id or name, or of a new one.
  std::string tag(const std::string& name);

  // Takes an annotation with its spans (or quotes), tag and what else is known; gives it an id if it has none
  // or one that is taken, and its clause if it has none. Gives back the id. Refuses what is not sound.
  Result<std::string> add(Annotation annotation, const std::string& where);
  bool has(const std::string& id) const { return index_.contains(id); }
  // A link between two that were added.
  Result<void> link(const std::string& from, const std::string& role, const std::string& to,
                    const std::string& where);

  Result<Imported> finish(Ledger ledger);

 private:
  Intake() = default;
  std::string made_id(const Annotation& annotation);

  std::unique_ptr<Project> project_;
  std::unique_ptr<Resolution> resolution_;
  std::unique_ptr<OffsetMap> offsets_;
  std::unordered_map<std::string, std::size_t> index_;  // id → annotation
  std::unordered_map<std::string, std::string> tags_;   // name elsewhere → id
  std::unordered_map<std::string, int> numbered_;       // how many ids of one stem were made
};

// The annotations that a format without a status can hold; the ledger is told of the others.
std::vector<const Annotation*> without_status(const Project& project, const ExportOptions& options,
                                              Ledger& ledger);

// Tells the ledger of each annotation that has what `has` names.
struct Holds {
  bool notes = false;
  bool attributes = false;
  bool links = false;
  bool signatures = false;
  bool cosigners = false;
  bool rules = false;
  bool several_spans = false;
};
// All but those who signed with the author.
constexpr Holds all_but_cosigners{true, true, true, true, false, true, true};
void tell_of_losses(const Annotation& annotation, const Holds& holds, Ledger& ledger);
// Tells it of a tag set of a team's own: colours, guidelines, allowed values.
void tell_of_tag_set(const Project& project, Ledger& ledger);

}  // namespace clausemark
