#include "core/annotation/anchor.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "core/annotation/alignment.h"
#include "core/annotation/approximate.h"

namespace clausemark {
namespace {

constexpr std::uint32_t context = 8;     // words looked at on either side
constexpr std::size_t most_places = 20;  // that are listed

// A span of words, in one text or the other.
using Words = Range;

class Finder {
 public:
  Finder(const ReadText& from, const ReadText& to)
      : from_(from),
        to_(to),
        a_(words_of(from.resolution.reading.text())),
        b_(words_of(to.resolution.reading.text())),
        alignment_(a_, b_) {
    for (std::uint32_t k = 0; k < a_.size(); ++k) old_places_[a_[k].hash].push_back(k);
    for (std::uint32_t k = 0; k < b_.size(); ++k) {
      places_[b_[k].hash].push_back(k);
      hashes_.push_back(b_[k].hash);
    }
    const auto shorter = std::min(from_.text.size(), to_.text.size());
    while (same_before_ < shorter && from_.text[same_before_] == to_.text[same_before_]) ++same_before_;
    while (same_behind_ < shorter &&
           from_.text[from_.text.size() - 1 - same_behind_] == to_.text[to_.text.size() - 1 - same_behind_])
      ++same_behind_;
  }

  Anchor find(const Annotation& annotation) const {
    Anchor anchor;
    if (!annotation.placed()) return anchor;
    if (stands_there(annotation)) {
      anchor.state = AnchorState::exact;
      anchor.spans = annotation.spans;
    } else {
      for (const auto& span : annotation.spans) {
        auto found = find_span(span);
        if (found.spans.empty()) return found;
        anchor.spans.push_back(found.spans.front());
      }
      anchor.state = AnchorState::moved;
      for (std::size_t k = 1; k < anchor.spans.size(); ++k) {
        if (anchor.spans[k].start < anchor.spans[k - 1].end) return {};  // the parts have changed places
      }
      if (anchor.spans == annotation.spans && same_words_there(annotation)) anchor.state = AnchorState::exact;
    }
    anchor.path = path_at(anchor.spans.front().start);
    return anchor;
  }

 private:
  bool same_words_there(const Annotation& annotation) const {
    return std::all_of(annotation.spans.begin(), annotation.spans.end(),
                       [&](Range span) { return slice(from_.text, span) == slice(to_.text, span); });
  }

  // All before it is the same, or all behind it.
  bool stands_there(const Annotation& annotation) const {
    const auto extent = annotation.extent();
    return extent.end <= same_before_ ||
           (from_.text.size() == to_.text.size() && extent.start + same_behind_ >= from_.text.size());
  }

  std::string path_at(std::uint32_t source) const {
    const auto block = block_at(to_.resolution, source);
    return block == no_block ? std::string{} : to_.resolution.blocks[block].path;
  }

  Anchor find_span(Range source) const {
    const auto reading = from_.resolution.reading.from_source(source);
    const auto quote = words_in(reading);
    if (quote.empty()) return {};
    const auto there = by_alignment(quote);
    if (!there) return elsewhere(reading, quote);
    // A passage with the same words that is nobody's counterpart may be the one as well as this.
    const auto score = likeness(quote, *there);
    if (score == 2 * context) return placed(*there, reading, quote);
    auto rivals = free_places(quote);
    std::erase_if(rivals, [&](const Place& rival) { return rival.there == *there || rival.score < score; });
    if (rivals.empty()) return placed(*there, reading, quote);
    rivals.insert(rivals.begin(), {*there, score, true});
    return ambiguous(rivals, reading, quote);
  }

  Anchor placed(Words there, Range reading, Words quote) const {
    Anchor anchor;
    anchor.state = AnchorState::moved;
    anchor.spans = {to_.resolution.reading.to_source(with_signs(there, reading, quote))};
    return anchor;
  }

  Words words_in(Range reading) const {
    const auto first = std::partition_point(
        a_.begin(), a_.end(), [&](const Word& word) { return word.range.start < reading.start; });
    const auto last = std::partition_point(first, a_.end(),
                                           [&](const Word& word) { return word.range.end <= reading.end; });
    return {static_cast<std::uint32_t>(first - a_.begin()), static_cast<std::uint32_t>(last - a_.begin())};
  }

  // ------------------------------------------------------------ in its old place between its old neighbours

  std::optional<Words> by_alignment(Words quote) const {
    const auto first = edge(quote.start);
    const auto last = edge(quote.end - 1);
    if (!first || !last || *first > *last) return std::nullopt;
    const Words there{*first, *last + 1};
    std::uint32_t kept = 0;
    for (auto k = quote.start; k < quote.end; ++k) {
      const auto to = alignment_.to(k);
      if (to != Alignment::none && there.contains(to)) ++kept;
    }
    // Two thirds of its words are still there, and it has not grown by more than half.
    if (3 * kept < 2 * quote.size() || 2 * there.size() > 3 * quote.size() + 1) return std::nullopt;
    // A short quote is nothing without its neighbours.
    if (kept < context && 2 * neighbours(quote) < context) return std::nullopt;
    return there;
  }

  // How many of the words on either side are still neighbours.
  std::uint32_t neighbours(Words quote) const {
    const auto from = quote.start > context ? quote.start - context : 0;
    const auto to = std::min(quote.end + context, alignment_.size());
    std::uint32_t kept = 0;
    for (auto k = from; k < to; ++k) {
      if (!quote.contains(k) && alignment_.to(k) != Alignment::none) ++kept;
    }
    return kept;
  }

  // A counterpart can be trusted when it stands in a row of words whose counterparts stand in a row as well.
  bool firm(std::uint32_t at) const {
    constexpr std::uint32_t shortest_row = 3;
    const auto to = alignment_.to(at);
    if (to == Alignment::none) return false;
    std::uint32_t row = 1;
    for (std::uint32_t k = 1; k < shortest_row && k <= at && k <= to && alignment_.to(at - k) == to - k; ++k)
      ++row;
    for (std::uint32_t k = 1;
         k < shortest_row && at + k < alignment_.size() && alignment_.to(at + k) == to + k; ++k)
      ++row;
    return row >= shortest_row;
  }

  // Where a word at an edge of a quote went. When it was dropped or exchanged nobody can tell what stands for
  // it and what was added beside it; and of two words that are the same one may be the other.
  std::optional<std::uint32_t> edge(std::uint32_t at) const {
    if (!firm(at)) return std::nullopt;
    const auto to = alignment_.to(at);
    const auto twin = [&](std::uint32_t neighbour) {
      return neighbour < b_.size() && b_[neighbour].hash == b_[to].hash && !alignment_.taken(neighbour);
    };
    return twin(to - 1) || twin(to + 1) ? std::nullopt : std::optional(to);
  }

  // ------------------------------------------------------------ somewhere else

  struct Place {
    Words there;
    std::uint32_t score = 0;  // words around that are the same
    bool same = false;        // has the very words of the quote
  };

  Anchor elsewhere(Range reading, Words quote) const {
    auto places = free_places(quote);
    if (places.empty()) {
      const auto alike = similar_words(quote);
      if (alike && !spoken_for(alike->there)) places.push_back(*alike);
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const Place& x, const Place& y) { return x.score > y.score; });
    if (places.empty()) return {};
    // Half of the words around, or a quote that is long enough to speak for itself; no other place comes
    // near, and no other passage that has lost its place has the same words.
    constexpr std::uint32_t long_quote = 16;
    const bool known =
        places[0].score >= context || (places[0].same && quote.size() >= long_quote && places.size() == 1);
    const bool clear = places.size() == 1 || places[0].score >= places[1].score + context / 2;
    if (known && clear && !has_homeless_twin(quote)) return placed(places[0].there, reading, quote);
    return places.size() == 1 && !known ? Anchor{} : ambiguous(places, reading, quote);
  }

  Anchor ambiguous(const std::vector<Place>& places, Range reading, Words quote) const {
    Anchor anchor;
    anchor.state = AnchorState::ambiguous;
    for (const auto& place : places) {
      if (anchor.places.size() == most_places) break;
      anchor.places.push_back(to_.resolution.reading.to_source(with_signs(place.there, reading, quote)));
    }
    return anchor;
  }

  // Where the words of a passage of the old text stand, sought by the one that is rarest there: calls `visit`
  // with the first word of each place until it returns false.
  template <class Visit>
  void each_place(Words quote, const std::vector<Word>& words,
                  const std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>& index,
                  Visit visit) const {
    const std::vector<std::uint32_t>* rarest = nullptr;
    std::uint32_t offset = 0;
    for (std::uint32_t k = 0; k < quote.size() && k < longest_pattern; ++k) {
      const auto found = index.find(a_[quote.start + k].hash);
      if (found == index.end()) return;
      if (rarest != nullptr && found->second.size() >= rarest->size()) continue;
      rarest = &found->second;
      offset = k;
    }
    if (rarest == nullptr) return;
    for (const auto at : *rarest) {
      if (at < offset || at - offset + quote.size() > words.size()) continue;
      std::uint32_t k = 0;
      while (k < quote.size() && a_[quote.start + k].hash == words[at - offset + k].hash) ++k;
      if (k == quote.size() && !visit(at - offset)) return;
    }
  }

  // Where the same words stand, but for passages that are known to be others of the old text. More than 1000
  // are as good as 1000: no context will tell them apart.
  std::vector<Place> free_places(Words quote) const {
    constexpr std::size_t most = 1000;
    std::vector<Place> places;
    each_place(quote, b_, places_, [&](std::uint32_t at) {
      const Words there{at, at + quote.size()};
      if (!spoken_for(there)) places.push_back({there, likeness(quote, there), true});
      return places.size() < most;
    });
    // Where there are so many, the last of them stands for all that were not looked at.
    if (places.size() == most) places.back().score = 2 * context;
    return places;
  }

  // Whether another passage of the old text has the same words and no counterpart either.
  bool has_homeless_twin(Words quote) const {
    bool twin = false;
    each_place(quote, a_, old_places_, [&](std::uint32_t at) {
      if (at == quote.start) return true;
      std::uint32_t kept = 0;
      for (std::uint32_t k = 0; k < quote.size(); ++k)
        kept += alignment_.to(at + k) != Alignment::none ? 1 : 0;
      twin = 2 * kept <= quote.size();
      return !twin;
    });
    return twin;
  }

  // The one place where most words of a long quote stand in this order.
  std::optional<Place> similar_words(Words quote) const {
    constexpr std::uint32_t least = 12;
    if (quote.size() < least || quote.size() > longest_pattern || budget_ < hashes_.size())
      return std::nullopt;
    budget_ -= hashes_.size();
    std::vector<std::uint64_t> pattern;
    for (auto k = quote.start; k < quote.end; ++k) pattern.push_back(a_[k].hash);
    const auto match = best_match(pattern, hashes_, static_cast<std::uint32_t>(pattern.size() / 5));
    if (!match) return std::nullopt;
    // Its edges must be the old ones.
    if (b_[match->start].hash != a_[quote.start].hash || b_[match->end - 1].hash != a_[quote.end - 1].hash)
      return std::nullopt;
    return Place{*match, likeness(quote, *match), false};
  }

  // How many of the words around two passages are the same, in their order from the passage on.
  std::uint32_t likeness(Words quote, Words there) const {
    std::uint32_t score = 0;
    for (std::uint32_t k = 1; k <= context; ++k) {
      if (quote.start >= k && there.start >= k && a_[quote.start - k].hash == b_[there.start - k].hash)
        ++score;
    }
    for (std::uint32_t k = 0; k < context; ++k) {
      if (quote.end + k < a_.size() && there.end + k < b_.size() &&
          a_[quote.end + k].hash == b_[there.end + k].hash)
        ++score;
    }
    return score;
  }

  bool spoken_for(Words there) const {
    std::uint32_t taken = 0;
    for (auto k = there.start; k < there.end; ++k) taken += alignment_.taken(k) ? 1 : 0;
    return 2 * taken > there.size();
  }

  // ------------------------------------------------------------ back to text

  // The reading range of words, with the signs that stood at the edges of the old one, such as brackets.
  Range with_signs(Words there, Range reading, Words quote) const {
    const auto old_text = from_.resolution.reading.text();
    const auto new_text = to_.resolution.reading.text();
    Range range{b_[there.start].range.start, b_[there.end - 1].range.end};
    const auto before = slice(old_text, {reading.start, a_[quote.start].range.start});
    if (range.start >= before.size() && new_text.substr(range.start - before.size(), before.size()) == before)
      range.start -= static_cast<std::uint32_t>(before.size());
    const auto behind = slice(old_text, {a_[quote.end - 1].range.end, reading.end});
    if (new_text.substr(range.end, behind.size()) == behind)
      range.end += static_cast<std::uint32_t>(behind.size());
    return range;
  }

  const ReadText& from_;
  const ReadText& to_;
  std::vector<Word> a_;
  std::vector<Word> b_;
  Alignment alignment_;
  // Where each word stands, by its hash.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> old_places_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places_;
  std::vector<std::uint64_t> hashes_;  // of the new text
  std::size_t same_before_ = 0;        // bytes at the beginning that the texts share
  std::size_t same_behind_ = 0;        // and at the end
  // Words that approximate matching may still look at; when they are used up, what has no place is an orphan.
  mutable std::uint64_t budget_ = 2'000'000'000;
};

}  // namespace

const char* anchor_state_name(AnchorState state) {
  switch (state) {
    case AnchorState::exact:
      return "exact";
    case AnchorState::moved:
      return "moved";
    case AnchorState::ambiguous:
      return "ambiguous";
    case AnchorState::orphaned:
      return "orphaned";
  }
  return "orphaned";
}

std::vector<Anchor> reanchor(const ReadText& from, const ReadText& to,
                             std::span<const Annotation> annotations) {
  const Finder finder(from, to);
  std::vector<Anchor> anchors;
  anchors.reserve(annotations.size());
  for (const auto& annotation : annotations) anchors.push_back(finder.find(annotation));
  return anchors;
}

MovedProject move_project(const Project& project, const Resolution& from, const ReadText& to) {
  MovedProject moved;
  moved.anchors = reanchor({project.text, from}, to, project.annotations);
  moved.project.facts = to.resolution.facts;
  moved.project.text = std::string(to.text);
  moved.project.tag_set = project.tag_set;
  for (std::size_t k = 0; k < project.annotations.size(); ++k) {
    auto annotation = project.annotations[k];
    const auto& anchor = moved.anchors[k];
    if (anchor.spans.empty())
      annotation.quotes = quotes_of(project, annotation);
    else
      annotation.path = anchor.path;
    annotation.spans = anchor.spans;
    annotation.places = anchor.places;
    moved.project.annotations.push_back(std::move(annotation));
  }
  std::sort(moved.project.annotations.begin(), moved.project.annotations.end(), before);
  return moved;
}

}  // namespace clausemark
