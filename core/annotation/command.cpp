#include "core/annotation/command.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "core/annotation/soundness.h"

namespace clausemark {
namespace {

Error at_edit(Error error, std::size_t edit) {
  error.where = "/edits/" + std::to_string(edit);
  return error;
}

tl::unexpected<Error> no_such(std::string_view id, std::size_t edit) {
  return tl::unexpected<Error>(
      at_edit({ErrorCode::no_such_id, "there is no annotation \"" + std::string(id) + "\"", {}}, edit));
}

// What a command comes to: for each id that it names the annotation in the end, or none.
class Outcome {
 public:
  Outcome(const Project& project, const Command& command) : project_(project), command_(command) {}

  Result<void> work_out() {
    // Where the annotations that are named stand; one pass, so that a command of many edits takes no longer.
    std::unordered_set<std::string_view> named;
    for (const auto& edit : command_.edits) {
      if (const auto* put = std::get_if<PutAnnotation>(&edit)) named.insert(put->annotation.id);
      if (const auto* erased = std::get_if<EraseAnnotation>(&edit)) named.insert(erased->id);
    }
    for (const auto& annotation : project_.annotations) {
      if (named.contains(annotation.id)) old_.emplace(annotation.id, &annotation);
    }
    for (std::size_t k = 0; k < command_.edits.size(); ++k) {
      const auto& edit = command_.edits[k];
      if (const auto* put = std::get_if<PutAnnotation>(&edit)) {
        net_[put->annotation.id] = {&put->annotation, k};
      } else if (const auto* erased = std::get_if<EraseAnnotation>(&edit)) {
        const auto earlier = net_.find(erased->id);
        const bool there =
            earlier != net_.end() ? earlier->second.annotation != nullptr : old_.contains(erased->id);
        if (!there) return no_such(erased->id, k);
        net_[erased->id] = {nullptr, k};
      } else {
        tag_set_ = &std::get<SetTagSet>(edit).tag_set;
        tag_set_edit_ = k;
      }
    }
    return check();
  }

  Command inverse() const {
    Command command{command_.name, {}};
    if (tag_set_ != nullptr) command.edits.emplace_back(SetTagSet{project_.tag_set});
    for (const auto& [id, net] : net_) {
      if (const auto old = old_.find(id); old != old_.end()) {
        command.edits.emplace_back(PutAnnotation{*old->second});
      } else if (net.annotation != nullptr) {
        command.edits.emplace_back(EraseAnnotation{std::string(id)});
      }
    }
    return command;
  }

  // Leaves this outcome without use, for what it points at is gone.
  void take_place(Project& project) const {
    if (tag_set_ != nullptr) project.tag_set = *tag_set_;
    auto& list = project.annotations;
    if (!old_.empty()) std::erase_if(list, [&](const Annotation& one) { return net_.contains(one.id); });
    std::vector<Annotation> added;
    for (const auto& [id, net] : net_) {
      if (net.annotation != nullptr) added.push_back(*net.annotation);
    }
    if (added.empty()) return;
    std::sort(added.begin(), added.end(), before);
    const auto middle = static_cast<std::ptrdiff_t>(list.size());
    list.insert(list.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    std::inplace_merge(list.begin(), list.begin() + middle, list.end(), before);
  }

 private:
  struct Net {
    const Annotation* annotation = nullptr;  // none where it is erased
    std::size_t edit = 0;                    // the edit that says so
  };

  Result<void> check() const {
    const auto& tag_set = tag_set_ == nullptr ? project_.tag_set : *tag_set_;
    if (tag_set_ != nullptr) {
      if (auto checked = check_tag_set(tag_set); !checked) {
        auto error = checked.error();
        error.where = "/edits/" + std::to_string(tag_set_edit_) + "/tagSet" + error.where;
        return tl::unexpected<Error>(error);
      }
    }
    std::size_t put = 0;
    for (const auto& [id, net] : net_) put += net.annotation != nullptr ? 1 : 0;
    if (auto checked = check_count(project_.annotations.size() - old_.size() + put); !checked)
      return tl::unexpected<Error>(at_edit(checked.error(), 0));
    bool links = false;
    bool erased = false;
    for (const auto& [id, net] : net_) {
      if (net.annotation == nullptr) {
        erased = true;
        continue;
      }
      if (auto checked = check_annotation(*net.annotation, project_.text, tag_set); !checked)
        return tl::unexpected<Error>(at_edit(checked.error(), net.edit));
      links = links || !net.annotation->links.empty();
    }
    if (tag_set_ != nullptr) {
      for (const auto& annotation : project_.annotations) {
        if (net_.contains(annotation.id)) continue;
        if (auto checked = check_annotation(annotation, project_.text, tag_set); !checked) {
          auto error = at_edit(checked.error(), tag_set_edit_);
          error.message += "; the annotation \"" + annotation.id + "\" needs it";
          return tl::unexpected<Error>(error);
        }
      }
    }
    if (erased) {
      for (const auto& annotation : project_.annotations) {
        if (net_.contains(annotation.id)) continue;
        for (const auto& link : annotation.links) {
          const auto gone = net_.find(link.to);
          if (gone == net_.end() || gone->second.annotation != nullptr) continue;
          auto error = at_edit({ErrorCode::no_such_id,
                                "the annotation \"" + annotation.id + "\" is linked to \"" + link.to + "\"",
                                {}},
                               gone->second.edit);
          return tl::unexpected<Error>(error);
        }
      }
    }
    return links ? check_links() : Result<void>{};
  }

  // The links of what is put must lead to annotations that are there in the end.
  Result<void> check_links() const {
    std::unordered_set<std::string_view> ids;
    for (const auto& annotation : project_.annotations) ids.insert(annotation.id);
    for (const auto& [id, net] : net_) {
      if (net.annotation == nullptr)
        ids.erase(id);
      else
        ids.insert(id);
    }
    for (const auto& [id, net] : net_) {
      if (net.annotation == nullptr) continue;
      for (const auto& link : net.annotation->links) {
        if (!ids.contains(link.to)) return no_such(link.to, net.edit);
      }
    }
    return {};
  }

  const Project& project_;
  const Command& command_;
  std::unordered_map<std::string_view, const Annotation*> old_;
  std::map<std::string_view, Net> net_;  // in the order of ids, so that inverses are always the same
  const TagSet* tag_set_ = nullptr;
  std::size_t tag_set_edit_ = 0;
};

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
  Outcome outcome(project, command);
  if (auto possible = outcome.work_out(); !possible) return tl::unexpected<Error>(possible.error());
  auto inverse = outcome.inverse();
  outcome.take_place(project);
  return inverse;
}

Command annotate(const Project& project, std::string id, std::vector<Range> spans, std::string_view tag,
                 std::string path, const Signature& by) {
  Annotation annotation;
  annotation.id = std::move(id);
  annotation.spans = std::move(spans);
  annotation.tag = std::string(tag);
  annotation.author = by.author;
  annotation.created = by.time;
  annotation.path = std::move(path);
  return {"Tag as " + tag_name(project, tag), {PutAnnotation{std::move(annotation)}}};
}

std::vector<Edit> free_of_links(const Project& project, const std::unordered_set<std::string_view>& erased) {
  std::vector<Edit> edits;
  for (const auto& annotation : project.annotations) {
    const auto leads_there = [&](const Link& link) { return erased.contains(link.to); };
    if (erased.contains(annotation.id) ||
        std::none_of(annotation.links.begin(), annotation.links.end(), leads_there))
      continue;
    auto freed = annotation;
    std::erase_if(freed.links, leads_there);
    edits.emplace_back(PutAnnotation{std::move(freed)});
  }
  return edits;
}

Result<Command> erase(const Project& project, std::string_view id) {
  return copy_of(project, id).map([&](const Annotation& old) {
    Command command{"Delete " + tag_name(project, old.tag), {EraseAnnotation{old.id}}};
    auto freed = free_of_links(project, {old.id});
    std::move(freed.begin(), freed.end(), std::back_inserter(command.edits));
    return command;
  });
}

Result<Command> set_tag(const Project& project, std::string_view id, std::string_view tag,
                        const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    annotation.tag = std::string(tag);
    annotation.cosigners.clear();  // they held something else
    return change("Change tag to " + tag_name(project, tag), std::move(annotation), by);
  });
}

Result<Command> set_note(const Project& project, std::string_view id, std::string note, const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    annotation.note = std::move(note);
    return change("Edit note", std::move(annotation), by);
  });
}

Command set_status(const Project& project, Annotation annotation, Status status, const Signature& by) {
  const char* verb = status == Status::accepted   ? "Accept "
                     : status == Status::rejected ? "Reject "
                                                  : "Reopen ";
  const bool was_open = annotation.status == Status::suggested;
  const bool opens = status == Status::suggested && !annotation.rule.empty();
  annotation.status = status;
  annotation.cosigners.clear();
  // Who decides on a suggestion makes it an annotation of theirs; what somebody has made stays theirs.
  if (opens) {
    annotation.author.clear();
    annotation.created.clear();
  } else if (was_open) {
    annotation.author = by.author;
    if (annotation.created.empty()) annotation.created = by.time;
  }
  // A decision alone leaves what the rule proposed as it is, and so does taking it back.
  if (!was_open && !opens) annotation.modified = by.time;
  auto name = verb + tag_name(project, annotation.tag);
  return {std::move(name), {PutAnnotation{std::move(annotation)}}};
}

Result<Command> set_status(const Project& project, std::string_view id, Status status, const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    return set_status(project, std::move(annotation), status, by);
  });
}

Result<Command> set_attribute(const Project& project, std::string_view id, Attribute attribute,
                              const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    auto& list = annotation.attributes;
    std::erase_if(list, [&](const Attribute& one) { return one.name == attribute.name; });
    auto name = (attribute.value.empty() ? "Clear " : "Set ") + attribute.name;
    if (!attribute.value.empty()) {
      const auto place = std::lower_bound(list.begin(), list.end(), attribute);
      list.insert(place, std::move(attribute));
    }
    return change(std::move(name), std::move(annotation), by);
  });
}

Result<Command> set_spans(const Project& project, std::string_view id, std::vector<Range> spans,
                          std::string path, const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    annotation.spans = std::move(spans);
    annotation.path = std::move(path);
    annotation.cosigners.clear();
    annotation.quotes.clear();
    annotation.places.clear();
    return change("Adjust words", std::move(annotation), by);
  });
}

Result<Command> link(const Project& project, std::string_view id, Link link, const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    auto name = "Link: " + link.role;
    add_link(annotation, std::move(link));
    return change(std::move(name), std::move(annotation), by);
  });
}

Result<Command> unlink(const Project& project, std::string_view id, const Link& link, const Signature& by) {
  return copy_of(project, id).map([&](Annotation annotation) {
    std::erase(annotation.links, link);
    return change("Unlink: " + link.role, std::move(annotation), by);
  });
}

Command change_tag_set(std::string name, TagSet tag_set) {
  return {std::move(name), {SetTagSet{std::move(tag_set)}}};
}

}  // namespace clausemark
