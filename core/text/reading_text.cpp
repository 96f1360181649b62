#include "core/text/reading_text.h"

#include <algorithm>

namespace clausemark {

void ReadingText::append(Range source, std::string_view bytes) {
  if (source.empty()) return;
  if (!pieces_.empty()) {
    auto& last = pieces_.back();
    if (last.length > 0 && last.source + last.length == source.start &&
        last.reading + last.length == size()) {
      last.length += source.size();
      text_ += bytes;
      return;
    }
  }
  pieces_.push_back({size(), source.start, source.size()});
  text_ += bytes;
}

void ReadingText::insert(std::string_view bytes, std::uint32_t source) {
  if (bytes.empty()) return;
  pieces_.push_back({size(), source, 0});
  text_ += bytes;
}

std::uint32_t ReadingText::source_of(std::uint32_t reading_byte) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), reading_byte,
                       [](std::uint32_t at, const Piece& piece) { return at < piece.reading; });
  if (after == pieces_.begin()) return 0;
  const auto& piece = *std::prev(after);
  return piece.source + std::min(reading_byte - piece.reading, piece.length);
}

Range ReadingText::to_source(Range reading) const {
  reading.end = std::min(reading.end, size());
  if (reading.empty()) {
    const auto at = pieces_.empty() ? 0 : source_of(std::min(reading.start, size()));
    return {at, at};
  }
  const auto last = std::upper_bound(pieces_.begin(), pieces_.end(), reading.end - 1,
                                     [](std::uint32_t at, const Piece& piece) { return at < piece.reading; });
  const auto& piece = *std::prev(last);
  const std::uint32_t end = piece.source + std::min(reading.end - piece.reading, piece.length);
  const std::uint32_t start = source_of(reading.start);
  return {start, std::max(start, end)};
}

Range ReadingText::from_source(Range source) const {
  // The first piece that ends after the start, and the last that begins before the end; pieces ascend in
  // both.
  const auto first = std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
    return piece.source + piece.length <= source.start;
  });
  const auto last = std::partition_point(first, pieces_.end(),
                                         [&](const Piece& piece) { return piece.source < source.end; });
  Range reading;
  bool found = false;
  for (auto piece = first; piece != last; ++piece) {
    if (piece->length == 0) continue;
    const auto from = std::max(source.start, piece->source) - piece->source;
    if (!found) reading.start = piece->reading + from;
    found = true;
    break;
  }
  if (!found) return {};
  for (auto piece = last; piece != first;) {
    --piece;
    if (piece->length == 0) continue;
    const auto to = std::min(source.end, piece->source + piece->length) - piece->source;
    reading.end = piece->reading + to;
    break;
  }
  return reading;
}

std::uint32_t ReadingText::Cursor::from_source(std::uint32_t source) {
  const auto& pieces = reading_.pieces_;
  while (piece_ < pieces.size() && pieces[piece_].source + pieces[piece_].length <= source) ++piece_;
  if (piece_ == pieces.size() || pieces[piece_].source > source) return left_out;
  return pieces[piece_].reading + (source - pieces[piece_].source);
}

}  // namespace clausemark
