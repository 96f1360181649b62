// Two coders at work on one sentence.
#pragma once

#include <doctest/doctest.h>

#include "core/annotation/command.h"

namespace clausemark {

inline const Signature ada{"Ada", "2031-03-14T10:00:00Z"};
inline const Signature ben{"Ben", "2031-03-14T11:00:00Z"};

inline Project sentence() {
  Project made;
  made.text = "Demands that all parties respect the truce, and urges calm.";
  made.tag_set = default_tag_set();
  made.facts.language = "en";
  return made;
}

inline void perform(Project& project, const Result<Command>& command) {
  REQUIRE_MESSAGE(command, (command ? "" : command.error().message));
  const auto done = apply(project, *command);
  REQUIRE_MESSAGE(done, (done ? "" : done.error().message));
}

}  // namespace clausemark
