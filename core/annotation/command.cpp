#include "core/annotation/command.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace clausemark {
namespace {

std::string pointer(std::size_t edit) { return "/edits/" + std::to_string(edit); }

Result<void> check(const Project& project, const Annotation& annotation, std::size_t edit) {
  if (annotation.id.empty()) return refuse(ErrorCode::bad_value, "the annotation has no id", pointer(edit));
  const auto range = annotation.target;
  if (range.empty() || range.end > project.text.size() || !utf8::is_boundary(project.text, range.start) ||
      !utf8::is_boundary(project.text, range.end)) {
    return refuse(ErrorCode::bad_range,
                  "bytes " + std::to_string(range.start) + " to " + std::to_string(range.end) +
                      " are no span of the text, which has " + std::to_string(project.text.size()) + " bytes",
                  pointer(edit));
  }
  if (project.tag_set.find(annotation.tag) == nullptr) {
    return refuse(ErrorCode::unknown_tag, "the tag set has no tag \"" + annotation.tag + "\"", pointer(edit));
  }
  return {};
}

Edit put(std::vector<Annotation>& list, const Annotation& annotation) {
  Edit inverse = EraseAnnotation{annotation.id};
  const auto old =
      std::find_if(list.begin(), list.end(), [&](const Annotation& a) { return a.id == annotation.id; });
  if (old != list.end()) {
    inverse = PutAnnotation{std::move(*old)};
    list.erase(old);
  }
  list.insert(std::upper_bound(list.begin(), list.end(), annotation, before), annotation);
  return inverse;
}

Result<Annotation> copy_of(const Project& project, std::string_view id) {
  const auto* found = project.find(id);
  if (found == nullptr)
    return refuse(ErrorCode::no_such_id, "there is no annotation \"" + std::string(id) + "\"");
  return *found;
}

Command change(std::string name, Annotation annotation, const Signature& by) {
  annotation.modified = by.time;
  return {std::move(name), {PutAnnotation{std::move(annotation)}}};
}

std::string tag_name(const Project& project, std::string_view tag) {
  const auto* found = project.tag_set.find(tag);
  return found == nullptr ? std::string(tag) : found->name;
}

}  // namespace

Result<Command> apply(Project& project, const Command& command) {
  // Everything is checked before anything changes. Ids put by earlier edits of the same command count as
  // there.
  std::vector<std::string_view> added;
  std::vector<std::string_view> erased;
  for (std::size_t k = 0; k < command.edits.size(); ++k) {
    if (const auto* edit = std::get_if<PutAnnotation>(&command.edits[k])) {
      if (auto checked = check(project, edit->annotation, k); !checked)
        return tl::unexpected<Error>(checked.error());
      added.emplace_back(edit->annotation.id);
      std::erase(erased, std::string_view(edit->annotation.id));
    } else {
      const std::string_view id = std::get<EraseAnnotation>(command.edits[k]).id;
      const bool there =
          std::find(added.begin(), added.end(), id) != added.end() || project.find(id) != nullptr;
      if (!there || std::find(erased.begin(), erased.end(), id) != erased.end()) {
        return refuse(ErrorCode::no_such_id, "there is no annotation \"" + std::string(id) + "\"",
                      pointer(k));
      }
      erased.push_back(id);
    }
  }
  Command inverse{command.name, {}};
  for (const auto& edit : command.edits) {
    if (const auto* added_edit = std::get_if<PutAnnotation>(&edit)) {
      inverse.edits.push_back(put(project.annotations, added_edit->annotation));
    } else {
      const auto& id = std::get<EraseAnnotation>(edit).id;
      const auto old = std::find_if(project.annotations.begin(), project.annotations.end(),
                                    [&](const Annotation& a) { return a.id == id; });
      inverse.edits.emplace_back(PutAnnotation{std::move(*old)});
      project.annotations.erase(old);
    }
  }
  std::reverse(inverse.edits.begin(), inverse.edits.end());
  return inverse;
}

Command annotate(const Project& project, std::string id, Range target, std::string_view tag, std::string path,
                 const Signature& by) {
  Annotation annotation;
  annotation.id = std::move(id);
  annotation.target = target;
  annotation.tag = std::string(tag);
  annotation.author = by.author;
  annotation.created = by.time;
  annotation.path = std::move(path);
  return {"Tag as " + tag_name(project, tag), {PutAnnotation{std::move(annotation)}}};
}

Result<Command> erase(const Project& project, std::string_view id) {
  return copy_of(project, id).map([&](const Annotation& old) {
    return Command{"Delete " + tag_name(project, old.tag), {EraseAnnotation{old.id}}};
  });
}

Result<Command> set_tag(const Project& project, std::string_view id, std::string_view tag,
                        const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    annotation.tag = std::string(tag);
    return change("Change tag to " + tag_name(project, tag), std::move(annotation), by);
  });
}

Result<Command> set_note(const Project& project, std::string_view id, std::string note, const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    annotation.note = std::move(note);
    return change("Edit note", std::move(annotation), by);
  });
}

Result<Command> set_status(const Project& project, std::string_view id, Status status, const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    const char* verb = status == Status::accepted   ? "Accept "
                       : status == Status::rejected ? "Reject "
                                                    : "Reopen ";
    annotation.status = status;
    annotation.author = by.author;
    if (annotation.created.empty()) annotation.created = by.time;
    auto name = verb + tag_name(project, annotation.tag);
    return change(std::move(name), std::move(annotation), by);
  });
}

}  // namespace clausemark
