#include "web/app/model/keeping.h"

#include <algorithm>
#include <limits>

#include "core/formats/journal_json.h"
#include "core/formats/project_json.h"
#include "core/text/sha256.h"
#include "web/app/model/update.h"

namespace clausemark::app {
namespace {

// A journal is replayed when the page opens; so much of it takes no time that a reader would notice.
constexpr std::size_t most_steps = 500;
constexpr std::size_t least_room = 65536;  // bytes, for short documents with long notes

constexpr auto in_no_file = std::numeric_limits<std::uint64_t>::max();

}  // namespace

void keep_snapshot(Model& model, bool another, std::vector<Effect>& effects) {
  auto project = save_project(model.document.project);
  model.keeping = {true, project.size(), 0, 0};
  effects.emplace_back(effect::Keep{model.document.name, title_of(model.document),
                                    sha256_hex(model.document.project.text), std::move(project),
                                    model.view.unsaved, another});
}

void keep_step(Model& model, const JournalEntry& entry, std::vector<Effect>& effects) {
  auto& keeping = model.keeping;
  if (!keeping.held || keeping.steps >= most_steps ||
      keeping.journal > std::max(least_room, keeping.snapshot)) {
    keep_snapshot(model, false, effects);
    return;
  }
  auto line = write_entry(entry);
  keeping.journal += line.size();
  ++keeping.steps;
  effects.emplace_back(effect::Append{std::move(line), model.view.unsaved});
}

Result<Restored> restore(Model& model, const intent::Restore& kept) {
  CLAUSEMARK_TRY(document, open_document(kept.name, kept.project));
  model.document = std::move(document);
  model.document.origin = kept.origin;
  model.saved_state = kept.unsaved ? in_no_file : 0;
  model.keeping = {true, kept.project.size(), 0, 0};
  Restored restored;
  for (const auto& line : kept.journal) {
    const auto entry = read_entry(line);
    const auto done = entry ? replay(model.document.project, model.document.history, *entry)
                            : Result<void>(tl::unexpected<Error>(entry.error()));
    if (!done) {
      restored.left = kept.journal.size() - model.keeping.steps;
      restored.problem = done.error().message;
      break;
    }
    if (entry->step == JournalEntry::Step::save) model.saved_state = model.document.history.state();
    model.keeping.journal += line.size();
    ++model.keeping.steps;
  }
  return restored;
}

}  // namespace clausemark::app
