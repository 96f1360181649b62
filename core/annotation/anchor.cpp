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
    for (std::uint32_t k = 0; k < b_.size(); ++k) places_[b_[k].hash].push_back(k);
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
    }
    anchor.path = path_at(anchor.spans.front().start);
    return anchor;
  }

 private:
  // The same text at the same position, and around it as well.
  bool stands_there(const Annotation& annotation) const {
    constexpr std::uint32_t around = 32;  // bytes
    const auto extent = annotation.extent();
    const Range window{extent.start > around ? extent.start - around : 0,
                       std::min(extent.end + around, static_cast<std::uint32_t>(from_.text.size()))};
    return window.end <= to_.text.size() && slice(from_.text, window) == slice(to_.text, window);
  }

  std::string path_at(std::uint32_t source) const {
    for (const auto& block : to_.resolution.blocks) {
      if (block.source.contains(source)) return block.path;
    }
    return {};
  }

  Anchor find_span(Range source) const {
    const auto reading = from_.resolution.reading.from_source(source);
    const auto quote = words_in(reading);
    if (quote.empty()) return {};
    const auto there = by_alignment(quote);
    if (!there) return elsewhere(reading, quote);
    // A passage with the same words that is nobody's counterpart may be the one as well as this.
    auto rivals = free_places(quote);
    const auto score = likeness(quote, *there);
    std::erase_if(rivals, [&](const Place& rival) { return rival.there == *there || rival.score < score; });
    if (rivals.empty()) return placed(*there, reading, quote);
    rivals.insert(rivals.begin(), {*there, score});
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
    // Half of the words around, or a quote that is long enough to speak for itself; and no other place comes
    // near.
    constexpr std::uint32_t long_quote = 16;
    const bool known = places[0].score >= context || (quote.size() >= long_quote && places.size() == 1);
    const bool clear = places.size() == 1 || places[0].score >= places[1].score + context / 2;
    if (known && clear) return placed(places[0].there, reading, quote);
    return places.size() == 1 ? Anchor{} : ambiguous(places, reading, quote);
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

  // Where the same words stand, but for passages that are known to be others of the old text.
  std::vector<Place> free_places(Words quote) const {
    auto places = same_words(quote);
    std::erase_if(places, [&](const Place& place) { return spoken_for(place.there); });
    return places;
  }

  std::vector<Place> same_words(Words quote) const {
    std::vector<Place> places;
    const auto found = places_.find(a_[quote.start].hash);
    if (found == places_.end()) return places;
    for (const auto at : found->second) {
      if (at + quote.size() > b_.size()) break;
      std::uint32_t k = 1;
      while (k < quote.size() && a_[quote.start + k].hash == b_[at + k].hash) ++k;
      if (k < quote.size()) continue;
      const Words there{at, at + quote.size()};
      places.push_back({there, likeness(quote, there)});
      if (places.size() > 1000) break;  // "the": no context will ever tell
    }
    return places;
  }

  // The one place where most words of a long quote stand in this order.
  std::optional<Place> similar_words(Words quote) const {
    constexpr std::uint32_t least = 12;
    if (quote.size() < least) return std::nullopt;
    std::vector<std::uint64_t> pattern;
    for (auto k = quote.start; k < quote.end && pattern.size() < longest_pattern; ++k)
      pattern.push_back(a_[k].hash);
    std::vector<std::uint64_t> text;
    text.reserve(b_.size());
    for (const auto& word : b_) text.push_back(word.hash);
    const auto match = best_match(pattern, text, static_cast<std::uint32_t>(pattern.size() / 5));
    if (!match || pattern.size() < quote.size()) return std::nullopt;
    // Its edges must be the old ones.
    if (b_[match->start].hash != a_[quote.start].hash || b_[match->end - 1].hash != a_[quote.end - 1].hash)
      return std::nullopt;
    return Place{*match, likeness(quote, *match)};
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
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places_;  // of words in the new text
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
    if (annotation.placed() && anchor.spans.empty()) {
      for (const auto& span : annotation.spans) annotation.quotes.emplace_back(slice(project.text, span));
    }
    if (!anchor.spans.empty()) annotation.path = anchor.path;
    annotation.spans = anchor.spans;
    annotation.places = anchor.places;
    moved.project.annotations.push_back(std::move(annotation));
  }
  std::sort(moved.project.annotations.begin(), moved.project.annotations.end(), before);
  return moved;
}

}  // namespace clausemark
