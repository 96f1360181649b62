// Finds annotations again in another rendering of their text (a press release instead of a PDF) or in an
// amended version. Refuses to guess: what is not clearly somewhere is not put anywhere.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/annotation/annotation.h"
#include "core/annotation/project.h"
#include "core/resolution/model.h"

namespace clausemark {

enum class AnchorState {
  exact,      // at the same position stands the same text
  moved,      // found elsewhere, or with words exchanged around or inside, with clear margin
  ambiguous,  // several places are possible; none is chosen
  orphaned,   // nowhere to be found
};

const char* anchor_state_name(AnchorState state);

struct Anchor {
  AnchorState state = AnchorState::orphaned;
  std::vector<Range> spans;   // source ranges in the new text; empty where none was chosen
  std::vector<Range> places;  // of an ambiguous one: the extents that are possible, at most 20
  std::string path;           // the clause in which it now stands
};

// A text and what has been read in it.
struct ReadText {
  std::string_view text;  // source
  const Resolution& resolution;
};

// One anchor for each annotation of `from`, in order. Compares the reading texts word by word, so that line
// breaks, furniture and typography do not matter. Each span must be found for an annotation to be placed.
std::vector<Anchor> reanchor(const ReadText& from, const ReadText& to,
                             std::span<const Annotation> annotations);

// The project on another text: each annotation where its anchor says, or without a place. `from` is the
// resolution of the project's own text. Nothing is lost; status, notes and authors stay as they are.
struct MovedProject {
  Project project;
  std::vector<Anchor> anchors;  // in the order of the old project's annotations
};
MovedProject move_project(const Project& project, const Resolution& from, const ReadText& to);

}  // namespace clausemark
