// Two people's random work on one text, from a string of bytes: what they did is merged in both orders,
// nothing that one of them has and the other did not delete is lost, and the result can be saved and loaded.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "core/annotation/difference.h"
#include "core/annotation/merge.h"
#include "core/formats/project_json.h"
#include "tests/core/merge_checks.h"

namespace {

using namespace clausemark;

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  bool empty() const { return size_ == 0; }
  std::uint32_t next(std::uint32_t below) {
    if (size_ == 0) return 0;
    --size_;
    return *data_++ % below;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
};

void step(Project& project, Bytes& bytes, const Signature& by) {
  const char* const tags[] = {"demand", "urge", "request"};
  const auto size = static_cast<std::uint32_t>(project.text.size());
  const auto start = bytes.next(size - 1);
  const Range span{start, start + 1 + bytes.next(size - start)};
  const auto id = std::to_string(bytes.next(6));
  const auto other = std::to_string(bytes.next(6));
  Result<Command> command = annotate(project, id, {span}, tags[bytes.next(3)], "op1", by);
  switch (bytes.next(9)) {
    case 0:
      command = erase(project, id);
      break;
    case 1:
      command = set_tag(project, id, tags[bytes.next(3)], by);
      break;
    case 2:
      command = set_note(project, id, std::string(bytes.next(3), 'x'), by);
      break;
    case 3:
      command = link(project, id, {"see", other}, by);
      break;
    case 4:
      command = set_attribute(project, id, {"a", std::to_string(bytes.next(3))}, by);
      break;
    case 5:
      command = set_status(project, id, bytes.next(2) == 0 ? Status::accepted : Status::rejected, by);
      break;
    case 6: {
      auto tags_now = project.tag_set;
      auto& tag = tags_now.tags[bytes.next(3)];
      tag.name += 'x';
      tag.parent = bytes.next(2) == 0 ? "" : tags[bytes.next(3)];
      command = change_tag_set("Tags", tags_now);
      break;
    }
    default:
      break;
  }
  if (command) static_cast<void>(apply(project, *command));  // what is refused changes nothing
}

Project merged(const Project* base, const Project& ours, const Project& theirs) {
  const auto merge = clausemark::merge(base, ours, theirs);
  auto project = ours;
  if (!merge || !apply(project, merge->command)) std::abort();
  const auto loaded = load_project(save_project(project));
  if (!loaded || !(*loaded == project)) std::abort();
  if (!test::keeps_work(base, ours, project) || !test::keeps_work(base, theirs, project)) std::abort();
  for (const auto* side : {&ours, &theirs}) {
    const auto& across = side == &ours ? theirs : ours;
    for (const auto& annotation : side->annotations) {
      const bool deleted =
          base != nullptr && base->find(annotation.id) != nullptr && across.find(annotation.id) == nullptr;
      if (!deleted && project.find(annotation.id) == nullptr) std::abort();
    }
  }
  return project;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, std::min<std::size_t>(size, 400));
  Project base;
  base.text = "Demands that all parties respect the truce.";
  base.tag_set = default_tag_set();
  for (int k = 0; k < 5; ++k) step(base, bytes, {});
  auto ours = base;
  auto theirs = base;
  while (!bytes.empty()) {
    if (bytes.next(2) == 0)
      step(ours, bytes, {"Ada", "2031-03-14T10:00:00Z"});
    else
      step(theirs, bytes, {"Ben", "2031-03-14T11:00:00Z"});
  }
  for (const auto* from : {static_cast<const Project*>(&base), static_cast<const Project*>(nullptr)}) {
    const auto one = merged(from, ours, theirs);
    const auto other = merged(from, theirs, ours);
    if (one.annotations.size() != other.annotations.size()) std::abort();
    if (!(merged(from, one, theirs) == one)) std::abort();  // merging again adds nothing
  }
  return 0;
}
