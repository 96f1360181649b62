// The browser's storage: a snapshot of the open document and a line for every step since, so that nothing is
// lost when the page goes away.
#pragma once

#include <cstddef>
#include <vector>

#include "core/annotation/journal.h"
#include "web/app/model/effect.h"
#include "web/app/model/intent.h"

namespace clausemark::app {

struct Model;

// What the storage should hold of the open document.
struct Keeping {
  bool held = false;         // otherwise the next step brings a new snapshot
  std::size_t snapshot = 0;  // bytes
  std::size_t journal = 0;   // bytes
  std::size_t steps = 0;     // lines of the journal
};

// Asks for a snapshot; `another` tells the document from the one before.
void keep_snapshot(Model& model, bool another, std::vector<Effect>& effects);

// Asks for a line about a step that has been taken, or for a new snapshot once the journal has grown long.
void keep_step(Model& model, const JournalEntry& entry, std::vector<Effect>& effects);

// Opens what the storage kept. A snapshot that cannot be read leaves the model as it is. Of the journal as
// many steps are taken as can be read; `left` says how many could not.
struct Restored {
  std::size_t left = 0;
  std::string problem;  // why
};
Result<Restored> restore(Model& model, const intent::Restore& kept);

}  // namespace clausemark::app
