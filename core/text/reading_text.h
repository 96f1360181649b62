// ReadingText: the document as it is read. Furniture is gone, lines are joined, broken words are mended,
// and every byte knows where in the source it came from.
//
//   source   … internally displac ed \n persons …
//   reading  … internally displaced persons …
//             └────── piece ──────┘└ mend: broken_word
//
// It is built once by appending and never changed after; the source is not touched.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/range.h"

namespace clausemark {

enum class MendKind {
  broken_word,   // a space inside a word, "displac ed"
  loose_hyphen,  // a space beside a hyphen, "politically -led", or a hyphen at a line end
  soft_hyphen,   // U+00AD
};

// One repair: what stood in the source, and where in the reading text its result begins.
struct Mend {
  MendKind kind;
  Range source;           // the bytes left out
  std::uint32_t reading;  // the byte of the reading text at which they would have stood
  friend bool operator==(const Mend&, const Mend&) = default;
};

class ReadingText {
 public:
  std::string_view text() const { return text_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  const std::vector<Mend>& mends() const { return mends_; }

  // Makes room, where it is known how long the text can become.
  void reserve(std::size_t bytes) { text_.reserve(bytes); }
  // Copies `source` bytes of the source, `bytes` being their content. Sources must ascend.
  void append(Range source, std::string_view bytes);
  // Adds bytes that the source does not have (a space for a line end); they stand for position `source`.
  void insert(std::string_view bytes, std::uint32_t source);
  void note(Mend mend) { mends_.push_back(mend); }

  // The source range from which a range of the reading text came, from its first byte to its last, whatever
  // was left out in between included. An empty range gives an empty one.
  Range to_source(Range reading) const;

  static constexpr std::uint32_t left_out = 0xFFFFFFFF;

  // Finds many places of the source in one sweep.
  class Cursor {
   public:
    // Where a byte of the source stands in the reading text, or left_out. Bytes must be asked for in
    // ascending order.
    std::uint32_t from_source(std::uint32_t source);

   private:
    friend class ReadingText;
    explicit Cursor(const ReadingText& reading) : reading_(reading) {}
    const ReadingText& reading_;
    std::size_t piece_ = 0;
  };
  Cursor cursor() const { return Cursor(*this); }

  // The part of the reading text that came from a source range; empty where all of it was left out.
  Range from_source(Range source) const;

 private:
  struct Piece {
    std::uint32_t reading;  // first byte in the reading text
    std::uint32_t source;   // first byte in the source
    std::uint32_t length;   // bytes copied; 0 for inserted bytes
  };
  std::uint32_t source_of(std::uint32_t reading_byte) const;

  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<Mend> mends_;
};

}  // namespace clausemark
