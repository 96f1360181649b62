#include "core/annotation/agreement.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "core/annotation/alignment.h"
#include "core/annotation/span_matching.h"

namespace clausemark {

Coder coder_of(const Project& project, std::string name) {
  Coder coder{std::move(name), {}};
  for (const auto& annotation : project.annotations)
    if (annotation.status == Status::accepted && annotation.placed())
      coder.annotations.push_back(&annotation);
  return coder;
}

std::vector<Coder> coders_by_author(const Project& project) {
  std::map<std::string, Coder> coders;
  for (const auto* annotation : coder_of(project, {}).annotations) {
    const auto add = [&](const std::string& name) {
      auto& coder = coders[name];
      coder.name = name;
      coder.annotations.push_back(annotation);
    };
    add(annotation->author);
    for (const auto& name : annotation->cosigners) add(name);
  }
  std::vector<Coder> list;
  list.reserve(coders.size());
  for (auto& [name, coder] : coders) list.push_back(std::move(coder));
  return list;
}

Coefficient Overlap::f1() const {
  if (first + second == 0) return std::nullopt;
  return 2 * static_cast<double>(both) / static_cast<double>(first + second);
}

Overlap& Overlap::operator+=(const Overlap& other) {
  both += other.both;
  first += other.first;
  second += other.second;
  return *this;
}

namespace {

// What a coder says, in numbers: tags by their place in the tag set, clauses by their order, words.
struct Coded {
  std::vector<MarkedWords> marks;
  std::map<std::uint32_t, std::set<std::uint32_t>> clauses;  // clause → tags
};

class Study {
 public:
  Study(const std::vector<Coder>& coders, const TagSet& tag_set, std::string_view text,
        const Resolution& resolution, const AgreementOptions& options)
      : tag_set_(tag_set), resolution_(resolution), options_(options), words_(words_of(text)) {
    for (std::uint32_t k = 0; k < tag_set.tags.size(); ++k) tags_.emplace(tag_set.tags[k].id, k);
    for (const auto& block : resolution.blocks) {
      const auto next = static_cast<std::uint32_t>(clauses_.size());
      if (!block.path.empty()) clauses_.emplace(block.path, next);
    }
    for (const auto& coder : coders) {
      coded_.push_back(code(coder));
      result_.coders.push_back(coder.name);
    }
  }

  Agreement run() {
    result_.clauses = clauses_.size();
    sets_ = ratings_of_sets();
    result_.all = over_clauses(sets_);
    Unitizing together;
    for (std::uint32_t tag = 0; tag < tag_set_.tags.size(); ++tag) {
      auto counts = counts_of(tag);
      if (std::all_of(counts.begin(), counts.end(), [](std::size_t count) { return count == 0; })) continue;
      used_.push_back(tag);
      const auto found = unitizing(units_of(tag), static_cast<std::uint32_t>(words_.size()));
      together.observed += found.observed;
      together.expected += found.expected;
      auto coefficients = over_clauses(ratings_of(tag));
      coefficients.unitized = found.alpha();
      result_.tags.push_back({tag_set_.tags[tag].id, std::move(counts), coefficients});
    }
    result_.all.unitized = together.alpha();
    for (std::size_t i = 0; i < coded_.size(); ++i)
      for (std::size_t j = i + 1; j < coded_.size(); ++j) result_.pairs.push_back(pair(i, j));
    return std::move(result_);
  }

 private:
  // The words that a span touches.
  Range words_in(Range span) const {
    const auto first = std::partition_point(words_.begin(), words_.end(),
                                            [&](const Word& word) { return word.range.end <= span.start; });
    const auto last = std::partition_point(first, words_.end(),
                                           [&](const Word& word) { return word.range.start < span.end; });
    return {static_cast<std::uint32_t>(first - words_.begin()),
            static_cast<std::uint32_t>(last - words_.begin())};
  }

  Coded code(const Coder& coder) const {
    Coded coded;
    for (const auto* annotation : coder.annotations) {
      const auto tag = tags_.find(annotation->tag);
      if (tag == tags_.end()) continue;
      MarkedWords mark{tag->second, {}};
      for (const auto& span : annotation->spans) mark.words.push_back(words_in(span));
      coded.marks.push_back(std::move(mark));
      auto clause = clauses_.find(annotation->path);
      if (clause == clauses_.end()) {  // from elsewhere, without a path: the clause in which it stands
        const auto block = block_at(resolution_, annotation->extent().start);
        if (block != no_block) clause = clauses_.find(resolution_.blocks[block].path);
      }
      if (clause != clauses_.end()) coded.clauses[clause->second].insert(tag->second);
    }
    return coded;
  }

  std::vector<std::size_t> counts_of(std::uint32_t tag) const {
    std::vector<std::size_t> counts;
    for (const auto& coded : coded_) {
      counts.push_back(static_cast<std::size_t>(std::count_if(
          coded.marks.begin(), coded.marks.end(), [&](const MarkedWords& mark) { return mark.tag == tag; })));
    }
    return counts;
  }

  // A category for each set of tags that some clause carries.
  Ratings ratings_of_sets() const {
    std::map<std::set<std::uint32_t>, int> categories;
    Ratings ratings(clauses_.size());
    for (std::uint32_t clause = 0; clause < clauses_.size(); ++clause) {
      for (const auto& coded : coded_) {
        const auto found = coded.clauses.find(clause);
        const auto& tags = found == coded.clauses.end() ? std::set<std::uint32_t>() : found->second;
        ratings[clause].push_back(
            categories.emplace(tags, static_cast<int>(categories.size())).first->second);
      }
    }
    return ratings;
  }

  Ratings ratings_of(std::uint32_t tag) const {
    Ratings ratings(clauses_.size(), std::vector<int>(coded_.size(), 0));
    for (std::size_t coder = 0; coder < coded_.size(); ++coder)
      for (const auto& [clause, tags] : coded_[coder].clauses)
        if (tags.contains(tag)) ratings[clause][coder] = 1;
    return ratings;
  }

  static Coefficients over_clauses(const Ratings& ratings) {
    const bool two = !ratings.empty() && ratings.front().size() == 2;
    return {two ? cohen_kappa(ratings) : std::nullopt, fleiss_kappa(ratings), krippendorff_alpha(ratings),
            std::nullopt};
  }

  // What each coder marked with a tag, where a coder's own marks overlap as one unit.
  Units units_of(std::uint32_t tag) const {
    Units units;
    for (const auto& coded : coded_) {
      std::vector<Range> all;
      for (const auto& mark : coded.marks)
        for (const auto& words : mark.words)
          if (mark.tag == tag && !words.empty()) all.push_back(words);
      std::sort(all.begin(), all.end(), [](Range a, Range b) { return a.start < b.start; });
      std::vector<Range> apart;
      for (const auto& unit : all) {
        if (!apart.empty() && unit.start < apart.back().end)
          apart.back().end = std::max(apart.back().end, unit.end);
        else
          apart.push_back(unit);
      }
      units.push_back(std::move(apart));
    }
    return units;
  }

  PairAgreement pair(std::size_t i, std::size_t j) const {
    PairAgreement result;
    result.first = i;
    result.second = j;
    Ratings two;
    for (const auto& unit : sets_) two.push_back({unit[i], unit[j]});
    result.cohen = cohen_kappa(two);
    result.tags.push_back({});
    for (const auto tag : used_) {
      PairTag row;
      row.tag = tag_set_.tags[tag].id;
      row.exact = spans_alike(coded_[i].marks, coded_[j].marks, tag, 0);
      row.near = spans_alike(coded_[i].marks, coded_[j].marks, tag, options_.tolerance);
      row.clauses = clauses_alike(coded_[i], coded_[j], tag);
      result.tags.front().exact += row.exact;
      result.tags.front().near += row.near;
      result.tags.front().clauses += row.clauses;
      result.tags.push_back(std::move(row));
    }
    std::map<std::pair<std::string, std::string>, std::size_t> confusion;
    for (const auto& [one, other] : pair_up(coded_[i].marks, coded_[j].marks, options_.tolerance))
      ++confusion[{name_of(one), name_of(other)}];
    for (const auto& [names, count] : confusion)
      result.confusion.push_back({names.first, names.second, count});
    return result;
  }

  std::string name_of(std::uint32_t tag) const {
    return tag == no_tag ? std::string() : tag_set_.tags[tag].id;
  }

  static Overlap spans_alike(const std::vector<MarkedWords>& one, const std::vector<MarkedWords>& other,
                             std::uint32_t tag, std::uint32_t tolerance) {
    const auto only = [&](const std::vector<MarkedWords>& marks) {
      std::vector<MarkedWords> own;
      for (const auto& mark : marks)
        if (mark.tag == tag) own.push_back(mark);
      return own;
    };
    const auto first = only(one);
    const auto second = only(other);
    return {match_near(first, second, tolerance).size(), first.size(), second.size()};
  }

  static Overlap clauses_alike(const Coded& one, const Coded& other, std::uint32_t tag) {
    Overlap overlap;
    for (const auto& [clause, tags] : one.clauses) {
      if (!tags.contains(tag)) continue;
      ++overlap.first;
      const auto found = other.clauses.find(clause);
      if (found != other.clauses.end() && found->second.contains(tag)) ++overlap.both;
    }
    for (const auto& [clause, tags] : other.clauses) overlap.second += tags.contains(tag) ? 1 : 0;
    return overlap;
  }

  const TagSet& tag_set_;
  const Resolution& resolution_;
  AgreementOptions options_;
  std::vector<Word> words_;
  std::unordered_map<std::string, std::uint32_t> tags_;
  std::unordered_map<std::string, std::uint32_t> clauses_;
  std::vector<Coded> coded_;
  Ratings sets_;
  std::vector<std::uint32_t> used_;
  Agreement result_;
};

}  // namespace

Agreement agreement(const std::vector<Coder>& coders, const TagSet& tag_set, std::string_view text,
                    const Resolution& resolution, const AgreementOptions& options) {
  return Study(coders, tag_set, text, resolution, options).run();
}

}  // namespace clausemark
