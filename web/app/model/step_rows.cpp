#include "web/app/model/step_rows.h"

#include <variant>

#include "core/annotation/difference.h"
#include "core/resolution/place_name.h"
#include "core/text/find.h"
#include "core/text/shorten.h"

namespace clausemark::app {
namespace {

constexpr std::size_t quote_length = 60;  // bytes

// The annotation that an edit changes, as the edit has it or else as it is now; none for the tags.
const Annotation* changed_by(const Edit& edit, const AnnotationsById& now) {
  if (const auto* put = std::get_if<PutAnnotation>(&edit)) return &put->annotation;
  const auto* erased = std::get_if<EraseAnnotation>(&edit);
  return erased == nullptr ? nullptr : find(now, erased->id);
}

// The annotation that a command is about; none where it changes several that stand apart, or the tags.
const Annotation* subject_of(const Command& command, const AnnotationsById& now) {
  const Annotation* subject = nullptr;
  for (const auto& edit : command.edits) {
    const auto* changed = changed_by(edit, now);
    if (changed == nullptr || (subject != nullptr && changed->path != subject->path)) return nullptr;
    if (subject == nullptr) subject = changed;
  }
  return subject;
}

}  // namespace

std::vector<StepRow> step_rows(const Document& document, std::string_view wanted) {
  std::vector<StepRow> rows;
  const auto now = by_id(document.project);
  const auto add = [&](const Command& command, int by) {
    StepRow row{command.name, {}, {}, by};
    if (const auto* annotation = subject_of(command, now)) {
      row.quote = shortened(quote_of(document.project, document.resolution, *annotation), quote_length);
      row.place = place_name(annotation->path);
    }
    rows.push_back(std::move(row));
  };
  const auto again = document.history.redo_commands();
  for (auto k = again.size(); k > 0; --k) add(*again[k - 1], static_cast<int>(k));
  int by = 0;
  for (const auto* command : document.history.undo_commands()) add(*command, by--);
  rows.push_back({"Where this list begins", {}, {}, by});
  if (!wanted.empty()) {
    std::erase_if(rows, [&](const StepRow& row) {
      return find_all(row.name + "\n" + row.quote + "\n" + row.place, wanted).empty();
    });
  }
  return rows;
}

}  // namespace clausemark::app
