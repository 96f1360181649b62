#include "core/annotation/adjudication.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace clausemark {
namespace {

constexpr std::size_t most_looked = 16;

bool is_accepted(const Annotation* annotation) {
  return annotation != nullptr && annotation->status == Status::accepted;
}

bool is_decided(const Annotation* annotation) {
  return annotation != nullptr && annotation->status != Status::suggested;
}

// In what two annotations contradict each other; who signed, the rule and what they are linked to is none.
std::vector<Aspect> contradiction(const Annotation& ours, const Annotation& theirs) {
  auto aspects = differing(ours, theirs);
  std::erase_if(aspects, [](Aspect aspect) {
    return aspect == Aspect::signature || aspect == Aspect::rule || aspect == Aspect::links;
  });
  return aspects;
}

std::uint32_t size_of(const std::vector<Range>& spans) {
  std::uint32_t size = 0;
  for (const auto& span : spans) size += span.size();
  return size;
}

// Spans are in order and apart from each other.
std::uint32_t shared(const std::vector<Range>& one, const std::vector<Range>& other) {
  std::uint32_t size = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    const auto start = std::max(a->start, b->start);
    const auto end = std::min(a->end, b->end);
    if (start < end) size += end - start;
    if (a->end < b->end)
      ++a;
    else
      ++b;
  }
  return size;
}

// How much two annotations are about the same, from 0 (they are not) on.
double likeness(const Annotation& ours, const Annotation& theirs) {
  const auto both = shared(ours.spans, theirs.spans);
  if (both == 0) return 0;
  const double share =
      static_cast<double>(both) / static_cast<double>(std::max(size_of(ours.spans), size_of(theirs.spans)));
  if (ours.tag == theirs.tag) return 1 + share;
  return share >= 0.5 ? share : 0;
}

using Pair = std::pair<const Annotation*, const Annotation*>;

// Annotations that are alone so far, paired with those of the other side that are about the same, the most
// alike first. Both lists are in canonical order; nullptr takes the place of what is paired.
class Matcher {
 public:
  Matcher(std::vector<const Annotation*> ours, std::vector<const Annotation*> theirs)
      : ours_(std::move(ours)), theirs_(std::move(theirs)) {}

  std::vector<Pair> run() {
    pair_identical();
    find_likely();
    std::sort(likely_.begin(), likely_.end(), [](const Likely& a, const Likely& b) {
      return std::tie(b.likeness, a.ours, a.theirs) < std::tie(a.likeness, b.ours, b.theirs);
    });
    for (const auto& one : likely_) pair(one.ours, one.theirs);
    return std::move(pairs_);
  }
  // What nobody was found for.
  const std::vector<const Annotation*>& ours() const { return ours_; }
  const std::vector<const Annotation*>& theirs() const { return theirs_; }

 private:
  struct Likely {
    double likeness = 0;
    std::size_t ours = 0;
    std::size_t theirs = 0;
  };

  void pair(std::size_t mine, std::size_t other) {
    if (ours_[mine] == nullptr || theirs_[other] == nullptr) return;
    pairs_.emplace_back(ours_[mine], theirs_[other]);
    ours_[mine] = theirs_[other] = nullptr;
  }

  void pair_identical() {
    using Same = std::pair<std::string_view, std::vector<std::pair<std::uint32_t, std::uint32_t>>>;
    const auto same_of = [](const Annotation& annotation) {
      Same same{annotation.tag, {}};
      for (const auto& span : annotation.spans) same.second.emplace_back(span.start, span.end);
      return same;
    };
    std::map<Same, std::vector<std::size_t>> there;
    for (std::size_t k = theirs_.size(); k > 0; --k) there[same_of(*theirs_[k - 1])].push_back(k - 1);
    for (std::size_t k = 0; k < ours_.size(); ++k) {
      const auto found = there.find(same_of(*ours_[k]));
      if (found == there.end() || found->second.empty() || !ours_[k]->placed()) continue;
      pair(k, found->second.back());
      found->second.pop_back();
    }
  }

  // By start, and those of theirs that reach over a start by where they end.
  void find_likely() {
    std::set<std::pair<std::uint32_t, std::size_t>> open;
    std::size_t next = 0;
    const auto start_of = [&](std::size_t k) {
      return theirs_[k] == nullptr || !theirs_[k]->placed() ? 0 : theirs_[k]->extent().start;
    };
    const auto look = [&](std::size_t mine, std::size_t other) {
      if (theirs_[other] == nullptr || !theirs_[other]->placed()) return;
      if (const auto like = likeness(*ours_[mine], *theirs_[other]); like > 0)
        likely_.push_back({like, mine, other});
    };
    for (std::size_t k = 0; k < ours_.size(); ++k) {
      if (ours_[k] == nullptr || !ours_[k]->placed()) continue;
      const auto words = ours_[k]->extent();
      for (; next < theirs_.size() && start_of(next) <= words.start; ++next) {
        if (theirs_[next] != nullptr && theirs_[next]->placed())
          open.emplace(theirs_[next]->extent().end, next);
      }
      while (!open.empty() && open.begin()->first <= words.start) open.erase(open.begin());
      std::size_t looked = 0;
      for (auto one = open.begin(); one != open.end() && looked < most_looked; ++one, ++looked)
        look(k, one->second);
      looked = 0;
      for (auto at = next; at < theirs_.size() && looked < most_looked; ++at, ++looked) {
        if (start_of(at) >= words.end) break;
        look(k, at);
      }
    }
  }

  std::vector<const Annotation*> ours_;
  std::vector<const Annotation*> theirs_;
  std::vector<Likely> likely_;
  std::vector<Pair> pairs_;
};

// A comparison, and the pairs in it that have two ids.
struct Matched {
  Comparison comparison;
  std::vector<Pair> pairs;
};

Matched match_decisions(const Project& ours, const Project& theirs) {
  Matched result;
  auto& comparison = result.comparison;
  const auto add = [&](const Annotation& mine, const Annotation& other) {
    auto aspects = contradiction(mine, other);
    if (aspects.empty()) {
      comparison.same += is_accepted(&mine) ? 1 : 0;
      return;
    }
    comparison.rows.push_back({&mine, &other, std::move(aspects)});
    ++comparison.differing;
  };
  const auto mine = by_id(ours);
  const auto other = by_id(theirs);
  std::vector<const Annotation*> left;
  std::vector<const Annotation*> right;
  for (const auto& annotation : ours.annotations) {
    const auto* same = find(other, annotation.id);
    if (is_decided(&annotation) && is_decided(same))
      add(annotation, *same);
    else if (is_accepted(&annotation))
      left.push_back(&annotation);
  }
  for (const auto& annotation : theirs.annotations) {
    if (is_accepted(&annotation) && !is_decided(find(mine, annotation.id))) right.push_back(&annotation);
  }
  Matcher matcher(std::move(left), std::move(right));
  result.pairs = matcher.run();
  for (const auto& [one, two] : result.pairs) add(*one, *two);
  for (const auto* alone : matcher.ours()) {
    if (alone == nullptr) continue;
    comparison.rows.push_back({alone, nullptr, {}});
    ++comparison.only_ours;
  }
  for (const auto* alone : matcher.theirs()) {
    if (alone == nullptr) continue;
    comparison.rows.push_back({nullptr, alone, {}});
    ++comparison.only_theirs;
  }
  std::stable_sort(
      comparison.rows.begin(), comparison.rows.end(),
      [](const Disagreement& a, const Disagreement& b) { return before(a.either(), b.either()); });
  return result;
}

// Ours, signed by those who signed theirs as well.
Annotation signed_by_both(Annotation ours, const Annotation& theirs) {
  auto others = theirs.cosigners;
  others.push_back(theirs.author);
  for (const auto& name : others) {
    if (name.empty() || name == ours.author) continue;
    if (ours.author.empty()) {
      ours.author = name;
      continue;
    }
    const auto place = std::lower_bound(ours.cosigners.begin(), ours.cosigners.end(), name);
    if (place == ours.cosigners.end() || *place != name) ours.cosigners.insert(place, name);
  }
  return ours;
}

bool has_link(const Annotation* from, const std::string& to) {
  return from != nullptr && std::any_of(from->links.begin(), from->links.end(), [&](const Link& link) {
           return link.role == conflict_role && link.to == to;
         });
}

// Without `dropped`: what contradicted it now contradicts `kept`, where it does.
Command keep_one(const Project& project, const Annotation& kept, const Annotation& dropped) {
  Command command{"", {EraseAnnotation{dropped.id}}};
  auto left = kept;
  std::erase_if(left.links, [&](const Link& link) { return link.to == dropped.id; });
  for (const auto& link : dropped.links) {
    const auto* other = project.find(link.to);
    if (link.role == conflict_role && other != nullptr && other->id != kept.id && !has_link(other, kept.id) &&
        !contradiction(*other, kept).empty())
      add_link(left, link);
  }
  for (auto& edit : free_of_links(project, {dropped.id})) {
    auto& other = std::get<PutAnnotation>(edit).annotation;
    if (other.id == kept.id) continue;
    if (has_link(project.find(other.id), dropped.id) && !has_link(&left, other.id) &&
        !contradiction(other, kept).empty())
      add_link(other, {conflict_role, kept.id});
    command.edits.push_back(std::move(edit));
  }
  if (!(left == kept)) command.edits.emplace_back(PutAnnotation{std::move(left)});
  return command;
}

}  // namespace

Comparison compare_decisions(const Project& ours, const Project& theirs) {
  return match_decisions(ours, theirs).comparison;
}

Result<Merge> merge_to_adjudicate(const Project& ours, const Project& theirs) {
  auto merged = merge(nullptr, ours, theirs);
  if (!merged) return merged;
  auto both = ours;
  if (auto possible = apply(both, merged->command); !possible) return tl::unexpected<Error>(possible.error());
  const auto now = by_id(both);
  std::unordered_set<std::string_view> targets;
  for (const auto& annotation : both.annotations)
    for (const auto& link : annotation.links) targets.insert(link.to);
  const auto matched = match_decisions(ours, theirs);
  const auto put = [&](Annotation annotation) {
    merged->command.edits.emplace_back(PutAnnotation{std::move(annotation)});
  };
  std::unordered_set<std::string> joined;
  for (const auto& [mine, other] : matched.pairs) {
    const auto* first = find(now, mine->id);
    const auto* second = find(now, other->id);
    // Where an id stands for something else after the merge, both stay as they are.
    if (first == nullptr || second == nullptr || !contradiction(*first, *mine).empty() ||
        !contradiction(*second, *other).empty())
      continue;
    if (!contradiction(*first, *second).empty()) {
      auto linked = *second;
      add_link(linked, {conflict_role, mine->id});
      if (linked == *second || has_link(first, other->id)) continue;
      put(std::move(linked));
      merged->conflicts.push_back({ConflictKind::changed_differently, mine->id, other->id});
    } else if (second->links.empty() && !targets.contains(other->id)) {
      joined.insert(other->id);
      auto one = signed_by_both(*first, *second);
      if (!(one == *first)) put(std::move(one));
    }
  }
  // What is joined is not put at all, or is taken away if it was there before.
  const auto before = by_id(ours);
  std::erase_if(merged->command.edits, [&](const Edit& edit) {
    const auto* one = std::get_if<PutAnnotation>(&edit);
    return one != nullptr && joined.contains(one->annotation.id);
  });
  for (const auto& id : joined) {
    if (before.contains(id)) merged->command.edits.emplace_back(EraseAnnotation{id});
  }
  return merged;
}

std::vector<Dispute> disputes_of(const Project& project) {
  std::vector<Dispute> disputes;
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (const auto& annotation : project.annotations) {
    for (const auto& link : annotation.links) {
      if (link.role != conflict_role) continue;
      const auto& [one, other] = std::minmax(link.to, annotation.id);
      if (known.emplace(one, other).second) disputes.push_back({link.to, annotation.id});
    }
  }
  return disputes;
}

bool is_dispute(const Project& project, const Dispute& dispute) {
  return has_link(project.find(dispute.second), dispute.first) ||
         has_link(project.find(dispute.first), dispute.second);
}

Result<Command> settle(const Project& project, const Dispute& dispute, Verdict verdict, const Signature& by) {
  if (!is_dispute(project, dispute))
    return refuse(ErrorCode::no_such_id, "the annotations \"" + dispute.first + "\" and \"" + dispute.second +
                                             "\" do not contradict each other");
  const auto& first = *project.find(dispute.first);
  const auto& second = *project.find(dispute.second);
  if (verdict == Verdict::both) {
    Command command{"Keep both", {}};
    for (const auto& [from, to] : {std::pair(&first, &second), std::pair(&second, &first)}) {
      if (!has_link(from, to->id)) continue;
      auto freed = *from;
      std::erase(freed.links, Link{conflict_role, to->id});
      freed.modified = by.time;
      command.edits.emplace_back(PutAnnotation{std::move(freed)});
    }
    return command;
  }
  const auto& kept = verdict == Verdict::first ? first : second;
  auto command = keep_one(project, kept, verdict == Verdict::first ? second : first);
  const auto* tag = project.tag_set.find(kept.tag);
  command.name = kept.status == Status::rejected ? "Keep rejected " : "Keep ";
  command.name += tag == nullptr ? kept.tag : tag->name;
  return command;
}

}  // namespace clausemark
