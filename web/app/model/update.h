// The one place where the application's state changes: update(model, intent) gives the effects for the world
// outside.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/app/model/document.h"
#include "web/app/model/effect.h"
#include "web/app/model/intent.h"
#include "web/app/model/keeping.h"
#include "web/app/model/view_state.h"

namespace clausemark::app {

// Somebody else's annotations of the text that is open.
struct OtherVersion {
  std::string name;  // of the file
  Project project;
};

// A long file that is being opened.
struct Opening {
  PendingOpen pending;  // its bytes are with the opener
  DocumentOpener opener;
};

struct Model {
  Document document;
  ViewState view;
  Keeping keeping;
  std::optional<Opening> opening;         // nothing else is changed meanwhile
  std::optional<Document> waiting;        // read, while the reader is asked what becomes of it
  std::vector<Dispute> disputes;          // of the project
  std::optional<OtherVersion> other;      // what the document is compared with
  std::vector<Range> found;               // reading ranges that ViewState::search finds, in order
  std::uint64_t saved_state = 0;          // state of the history when the file was last saved or opened
  std::uint64_t document_revision = 0;    // raised when another document is open
  std::uint64_t annotation_revision = 0;  // raised when an annotation changes
  std::uint64_t view_revision = 0;        // raised when anything else changes
};

// What the core may not know by itself.
struct Outside {
  std::string time;           // RFC 3339, now
  std::string id;             // a fresh unique id
  std::uint32_t in_view = 0;  // reading position at the upper edge of the text, as drawn last
};

// A model with the sample open.
Model initial_model();

// The words that are selected, " … " between their parts, or else those of the annotation in hand; empty
// where there is neither.
std::string words_in_hand(const Model& model);

std::vector<Effect> update(Model& model, const Intent& intent, const Outside& outside);

}  // namespace clausemark::app
