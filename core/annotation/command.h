// Every change of a Project is a Command: at once the unit of undo, of the autosave journal and of merge.
//
//   Intent ──▶ Command ──apply──▶ Project          apply gives back the Command that undoes it
//
// A Command is a name for people and a list of primitive edits. It is applied whole or refused whole.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>
#include <vector>

#include "core/annotation/project.h"
#include "core/result.h"

namespace clausemark {

// Adds an annotation, or replaces the one with the same id.
struct PutAnnotation {
  Annotation annotation;
  friend bool operator==(const PutAnnotation&, const PutAnnotation&) = default;
};

struct EraseAnnotation {
  std::string id;
  friend bool operator==(const EraseAnnotation&, const EraseAnnotation&) = default;
};

// Replaces the tag set. Every annotation must still be possible under the new one.
struct SetTagSet {
  TagSet tag_set;
  friend bool operator==(const SetTagSet&, const SetTagSet&) = default;
};

using Edit = std::variant<PutAnnotation, EraseAnnotation, SetTagSet>;

struct Command {
  std::string name;  // "Tag as demand", shown beside Undo
  std::vector<Edit> edits;
  friend bool operator==(const Command&, const Command&) = default;
};

// Applies a command and gives back its inverse. The edits are taken in order; the project that they lead to
// must be sound: refuses `bad_range`, `unknown_tag`, `no_such_id` (also for a link to nowhere) and
// `bad_value` (an empty id, a value that the tag set does not allow) and `too_large`, naming the edit at
// fault as a JSON pointer ("/edits/0"); the project is then unchanged. Takes time in proportion to the
// project and the command.
Result<Command> apply(Project& project, const Command& command);

// Who acts, and when: handed in from outside, for the core has neither clock nor account.
struct Signature {
  std::string author;
  std::string time;  // RFC 3339
};

// What goes with erasing some annotations: those that are linked to them are put back without these links.
// One pass.
std::vector<Edit> free_of_links(const Project& project, const std::unordered_set<std::string_view>& erased);

// The commands that readers give. Those that name an annotation refuse `no_such_id`.
Command annotate(const Project& project, std::string id, std::vector<Range> spans, std::string_view tag,
                 std::string path, const Signature& by);
// Links to it go with it.
Result<Command> erase(const Project& project, std::string_view id);
Result<Command> set_tag(const Project& project, std::string_view id, std::string_view tag,
                        const Signature& by);
Result<Command> set_note(const Project& project, std::string_view id, std::string note, const Signature& by);
Result<Command> set_status(const Project& project, std::string_view id, Status status, const Signature& by);
// The same for an annotation of the project.
Command set_status(const Project& project, Annotation annotation, Status status, const Signature& by);
// An empty value takes the attribute away.
Result<Command> set_attribute(const Project& project, std::string_view id, Attribute attribute,
                              const Signature& by);
Result<Command> set_spans(const Project& project, std::string_view id, std::vector<Range> spans,
                          std::string path, const Signature& by);
Result<Command> link(const Project& project, std::string_view id, Link link, const Signature& by);
Result<Command> unlink(const Project& project, std::string_view id, const Link& link, const Signature& by);
Command change_tag_set(std::string name, TagSet tag_set);

}  // namespace clausemark
