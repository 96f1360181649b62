#include "core/annotation/merge.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/annotation/difference.h"
#include "core/annotation/merge_tag_sets.h"
#include "core/annotation/soundness.h"

namespace clausemark {

const char* conflict_kind_name(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::changed_differently:
      return "changed_differently";
    case ConflictKind::deleted_and_changed:
      return "deleted_and_changed";
    case ConflictKind::tag_defined_twice:
      return "tag_defined_twice";
    case ConflictKind::tag_in_use:
      return "tag_in_use";
  }
  return "changed_differently";
}

namespace {

// The value that both sides can live with: into `ours`, or false where both changed it.
template <class T>
bool settle(const T& base, T& ours, const T& theirs) {
  if (ours == theirs || theirs == base) return true;
  if (!(ours == base)) return false;
  ours = theirs;
  return true;
}

bool settle_place(const Annotation& base, Annotation& ours, const Annotation& theirs) {
  const auto same = [](const Annotation& a, const Annotation& b) {
    return a.spans == b.spans && a.quotes == b.quotes && a.places == b.places && a.path == b.path;
  };
  if (same(ours, theirs) || same(theirs, base)) return true;
  if (!same(ours, base)) return false;
  ours.spans = theirs.spans;
  ours.quotes = theirs.quotes;
  ours.places = theirs.places;
  ours.path = theirs.path;
  return true;
}

using Value = std::optional<std::string>;  // of an attribute that may be missing

bool settle_attributes(const Annotation& base, Annotation& ours, const Annotation& theirs) {
  const auto table = [](const Annotation& annotation) {
    std::map<std::string, std::string> values;
    for (const auto& attribute : annotation.attributes) values[attribute.name] = attribute.value;
    return values;
  };
  const auto old = table(base);
  const auto mine = table(ours);
  const auto other = table(theirs);
  std::set<std::string> names;
  for (const auto* one : {&old, &mine, &other})
    for (const auto& row : *one) names.insert(row.first);
  const auto value_of = [](const auto& values, const std::string& name) {
    const auto found = values.find(name);
    return found == values.end() ? Value() : Value(found->second);
  };
  std::vector<Attribute> merged;
  for (const auto& name : names) {
    auto value = value_of(mine, name);
    if (!settle(value_of(old, name), value, value_of(other, name))) return false;
    if (value) merged.push_back({name, *value});
  }
  if (merged.size() > most_attributes) return false;
  ours.attributes = std::move(merged);
  return true;
}

// Links never contradict each other: those that one side added or took away. Only too many are refused.
bool settle_links(const Annotation& base, Annotation& ours, const Annotation& theirs) {
  const auto has = [](const Annotation& annotation, const Link& link) {
    return std::binary_search(annotation.links.begin(), annotation.links.end(), link);
  };
  std::set<Link> merged;
  for (const auto& link : ours.links)
    if (has(theirs, link) || !has(base, link)) merged.insert(link);
  for (const auto& link : theirs.links)
    if (!has(base, link)) merged.insert(link);
  ours.links.assign(merged.begin(), merged.end());
  return ours.links.size() <= most_links;
}

// Whoever signed first stays the author, and whoever came to the same on the other side signs with them.
void settle_signature(const Annotation& base, Annotation& ours, const Annotation& theirs) {
  const auto signature = [](const Annotation& annotation) {
    return std::pair(annotation.modified.empty() ? annotation.created : annotation.modified,
                     annotation.author);
  };
  std::set<std::string> others(ours.cosigners.begin(), ours.cosigners.end());
  others.insert(theirs.cosigners.begin(), theirs.cosigners.end());
  auto author = ours.author;
  if (ours.author == base.author) {
    author = theirs.author;
  } else if (theirs.author != base.author) {
    others.insert({ours.author, theirs.author});
    if (signature(theirs) < signature(ours)) author = theirs.author;
  }
  others.erase(author);
  others.erase("");
  ours.author = author;
  ours.cosigners.assign(others.begin(), others.end());
  if (author.empty()) ours.cosigners.clear();
  if (ours.created.empty() || (!theirs.created.empty() && theirs.created < ours.created))
    ours.created = theirs.created;
  ours.modified = std::max(ours.modified, theirs.modified);
}

// What both sides made of an annotation, as one; nothing where they contradict each other.
std::optional<Annotation> settled(const Annotation& base, const Annotation& ours, const Annotation& theirs) {
  if (theirs == base || theirs == ours) return ours;
  if (ours == base) return theirs;
  auto one = ours;
  if (!settle_place(base, one, theirs) || !settle(base.tag, one.tag, theirs.tag) ||
      !settle(base.status, one.status, theirs.status) || !settle(base.note, one.note, theirs.note) ||
      !settle(base.rule, one.rule, theirs.rule) || !settle_attributes(base, one, theirs) ||
      !settle_links(base, one, theirs))
    return std::nullopt;
  settle_signature(base, one, theirs);
  return one;
}

// A proposal of a rule to which nobody has done anything, beside another state of the same proposal.
bool is_origin(const Annotation& annotation, const Annotation& other) {
  return annotation.status == Status::suggested && annotation.author.empty() && annotation.modified.empty() &&
         annotation.note.empty() && annotation.attributes.empty() && annotation.links.empty() &&
         !annotation.rule.empty() && annotation.rule == other.rule;
}

// What two annotations with one id come from, where no base says so. Links and signatures alone are no
// contradiction: those of both are kept.
std::optional<Annotation> presumed_base(const Annotation& ours, const Annotation& theirs) {
  if (is_origin(ours, theirs)) return ours;
  if (is_origin(theirs, ours)) return theirs;
  for (const auto aspect : differing(ours, theirs))
    if (aspect != Aspect::links && aspect != Aspect::signature) return std::nullopt;
  auto bare = ours;
  bare.links.clear();
  bare.author.clear();
  bare.cosigners.clear();
  bare.created.clear();
  bare.modified.clear();
  return bare;
}

class Merger {
 public:
  Merger(const Project* base, const Project& ours, const Project& theirs)
      : ours_(ours), theirs_(theirs), our_index_(by_id(ours)), their_index_(by_id(theirs)) {
    if (base != nullptr) base_index_ = by_id(*base);
    base_ = base;
  }

  Merge run() {
    for (const auto& annotation : ours_.annotations)
      if (their_index_.contains(annotation.id)) find_contradiction(annotation.id);
    for (const auto& annotation : ours_.annotations) merge_one(annotation.id);
    for (const auto& annotation : theirs_.annotations)
      if (!our_index_.contains(annotation.id)) merge_one(annotation.id);
    keep_link_targets();
    merge_tags();

    Merge result;
    result.command.name = "Merge";
    if (!(tag_set_ == ours_.tag_set)) result.command.edits.emplace_back(SetTagSet{tag_set_});
    for (const auto& annotation : ours_.annotations)
      if (!merged_.contains(annotation.id)) result.command.edits.emplace_back(EraseAnnotation{annotation.id});
    for (auto& [id, annotation] : merged_) {
      const auto* mine = find(our_index_, id);
      if (mine == nullptr || !(*mine == annotation))
        result.command.edits.emplace_back(PutAnnotation{std::move(annotation)});
    }
    result.conflicts = std::move(conflicts_);
    return result;
  }

 private:
  // Of a contradiction the id under which either side now stands, if it is another one.
  struct Names {
    std::string ours;
    std::string theirs;
  };

  // What both sides made of an annotation that both have.
  std::optional<Annotation> settled_one(const Annotation& mine, const Annotation& other) const {
    if (mine == other) return mine;
    const auto* base = find(base_index_, mine.id);
    const auto from = base == nullptr ? presumed_base(mine, other) : *base;
    return from ? settled(*from, mine, other) : std::nullopt;
  }

  // Of a contradiction one side keeps the id, and the other stands beside it: ours keeps it, unless they have
  // met the same contradiction before and ours stands beside theirs already.
  void find_contradiction(const std::string& id) {
    const auto& mine = *find(our_index_, id);
    const auto& other = *find(their_index_, id);
    if (settled_one(mine, other) || stands_beside(our_index_, mine, other) ||
        stands_beside(their_index_, other, mine))
      return;
    auto& names = contradictions_[id];
    if (const auto known = twin(their_index_, id, mine);
        !known.empty() && stands(known, their_index_, our_index_)) {
      names.ours = known;
      return;
    }
    names.theirs = twin(our_index_, id, other);
    if (!names.theirs.empty() && stands(names.theirs, our_index_, their_index_)) return;
    for (int number = 2;; ++number) {
      names.theirs = twin_id(id, number);
      if (!our_index_.contains(names.theirs) && !their_index_.contains(names.theirs)) return;
    }
  }

  // An annotation of one side. What it links to under an id that this side no longer has leads where that now
  // stands, unless the link was there before.
  Annotation renamed(Annotation annotation, std::string Names::*side) const {
    const auto* base = find(base_index_, annotation.id);
    for (auto& link : annotation.links) {
      const auto moved = contradictions_.find(link.to);
      if (moved == contradictions_.end() || (moved->second.*side).empty() || link.role == conflict_role)
        continue;
      if (base == nullptr || !std::binary_search(base->links.begin(), base->links.end(), link))
        link.to = moved->second.*side;
    }
    std::sort(annotation.links.begin(), annotation.links.end());
    annotation.links.erase(std::unique(annotation.links.begin(), annotation.links.end()),
                           annotation.links.end());
    return annotation;
  }

  void merge_one(const std::string& id) {
    const auto* mine = find(our_index_, id);
    const auto* other = find(their_index_, id);
    if (mine == nullptr || other == nullptr) {
      const auto* left = mine == nullptr ? other : mine;
      const auto* base = find(base_index_, id);
      // Deleted by the other side, unless it is new; a change counts for more than a deletion.
      if (base != nullptr && *left == *base) return;
      if (base != nullptr) conflicts_.push_back({ConflictKind::deleted_and_changed, id, {}});
      merged_.insert_or_assign(id, renamed(*left, mine == nullptr ? &Names::theirs : &Names::ours));
      return;
    }
    const auto ours = renamed(*mine, &Names::ours);
    const auto theirs = renamed(*other, &Names::theirs);
    const auto contradiction = contradictions_.find(id);
    if (contradiction == contradictions_.end()) {
      const auto one = settled_one(ours, theirs);
      merged_.emplace(id, one ? *one : ours);
      return;
    }
    const auto& names = contradiction->second;
    const bool ours_moves = !names.ours.empty();
    const auto& moved = ours_moves ? names.ours : names.theirs;
    merged_.emplace(id, ours_moves ? theirs : ours);
    // One that stands there already comes with its own side.
    if (!our_index_.contains(moved) && !their_index_.contains(moved))
      merged_.emplace(moved, beside(id, moved, ours_moves ? ours : theirs));
    conflicts_.push_back({ConflictKind::changed_differently, id, moved});
  }

  // An annotation as it stands beside the one with this id: under `twin_id`, linked to it.
  static Annotation beside(const std::string& id, const std::string& twin_id, Annotation annotation) {
    add_link(annotation, {conflict_role, id});
    annotation.id = twin_id;
    return annotation;
  }
  static std::string twin_id(const std::string& id, int number) { return id + "#" + std::to_string(number); }

  // An annotation whose links lead to what their targets were called before a merge renamed them.
  static Annotation with_first_names(Annotation annotation) {
    for (auto& link : annotation.links) {
      const auto mark = link.to.rfind('#');
      const bool has_number = mark != std::string::npos && mark + 1 < link.to.size() &&
                              link.to.find_first_not_of("0123456789", mark + 1) == std::string::npos;
      if (has_number) link.to.resize(mark);
    }
    std::sort(annotation.links.begin(), annotation.links.end());
    return annotation;
  }

  // Whether one side has kept both before: beside its own annotation it has what the other side has under the
  // same id, and neither says any more that they contradict each other.
  static bool stands_beside(const AnnotationsById& side, const Annotation& own, const Annotation& other) {
    const auto contradicts = [](const Annotation& one, const std::string& id) {
      return std::binary_search(one.links.begin(), one.links.end(), Link{conflict_role, id});
    };
    for (int number = 2;; ++number) {
      const auto* there = find(side, twin_id(own.id, number));
      if (there == nullptr) return false;
      const auto aspects = differing(*there, other);
      const bool same = std::all_of(aspects.begin(), aspects.end(), [](Aspect aspect) {
        return aspect == Aspect::links || aspect == Aspect::signature;
      });
      if (same && !contradicts(*there, own.id) && !contradicts(own, there->id)) return true;
    }
  }

  // The id under which an annotation stands beside another one, or nothing.
  static std::string twin(const AnnotationsById& index, const std::string& id, const Annotation& annotation) {
    for (int number = 2;; ++number) {
      const auto* there = find(index, twin_id(id, number));
      if (there == nullptr) return {};
      if (with_first_names(*there) == with_first_names(beside(id, there->id, annotation))) return there->id;
    }
  }
  // Whether what one side has under this id will be in the merged project as it is.
  bool stands(const std::string& id, const AnnotationsById& side, const AnnotationsById& across) const {
    const auto* there = find(across, id);
    return there == nullptr ? find(base_index_, id) == nullptr : *there == *find(side, id);
  }

  // A target that one side deleted while the other linked to it stays, and so does what it is linked to.
  void keep_link_targets() {
    std::vector<std::string> open;
    for (const auto& [id, annotation] : merged_) open.push_back(id);
    while (!open.empty()) {
      const auto from = std::move(open.back());
      open.pop_back();
      const auto links = merged_.at(from).links;
      for (const auto& link : links) {
        if (merged_.contains(link.to)) continue;
        const auto* mine = find(our_index_, link.to);
        const auto* kept = mine == nullptr ? find(their_index_, link.to) : mine;
        if (kept == nullptr) continue;
        merged_.emplace(link.to, *kept);
        conflicts_.push_back({ConflictKind::deleted_and_changed, link.to, {}});
        open.push_back(link.to);
      }
    }
  }

  void merge_tags() {
    std::vector<const Annotation*> all;
    for (const auto& [id, annotation] : merged_) all.push_back(&annotation);
    tag_set_ = merge_tag_sets(base_ == nullptr ? nullptr : &base_->tag_set, ours_.tag_set, theirs_.tag_set,
                              all, conflicts_);
  }

  const Project* base_ = nullptr;
  const Project& ours_;
  const Project& theirs_;
  AnnotationsById base_index_;
  AnnotationsById our_index_;
  AnnotationsById their_index_;
  std::map<std::string, Annotation> merged_;
  std::map<std::string, Names> contradictions_;  // by the id of both
  TagSet tag_set_;
  std::vector<Conflict> conflicts_;
};

}  // namespace

Result<Merge> merge(const Project* base, const Project& ours, const Project& theirs) {
  if (ours.text != theirs.text || (base != nullptr && base->text != ours.text)) {
    return refuse(ErrorCode::text_mismatch,
                  "the annotations are not about the same text; move them onto one text first");
  }
  return Merger(base, ours, theirs).run();
}

}  // namespace clausemark
