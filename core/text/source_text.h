// SourceText: the document as it was handed in, decoded once and never altered afterwards.
//
//   input bytes ──decode──▶ text() : valid UTF-8, line ends as they were, byte order mark removed
//
// Every Range stored anywhere in Clausemark is measured in bytes of text().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace clausemark {

enum class Encoding { utf8, utf8_bom, utf16_le, utf16_be };

// Bytes of the input that are no text; each stands as U+FFFD in text().
struct DecodeIssue {
  std::uint32_t input_byte;  // where it was, in bytes of the input as handed in
  std::uint32_t text_byte;   // where its U+FFFD stands, in bytes of text()
  friend bool operator==(const DecodeIssue&, const DecodeIssue&) = default;
};

class SourceText {
 public:
  // The largest text that is taken, in bytes, both as handed in and as UTF-8.
  static constexpr std::size_t max_bytes = 64u << 20;

  SourceText() = default;

  // A text that is UTF-8 already, taken as it is. Refuses `bad_value` where it is not, with the byte, and
  // `too_large`.
  static Result<SourceText> from_utf8(std::string text);

  // Decodes UTF-8 (with or without byte order mark) or UTF-16 with byte order mark. Invalid sequences are
  // replaced and listed in issues(). Refuses only what is no text at all: `not_text` (a PDF, a zip-based
  // document, binary data) and `too_large`.
  static Result<SourceText> decode(std::string_view input);

  std::string_view text() const { return text_; }
  Encoding encoding() const { return encoding_; }
  // The first of them; issue_count() says how many there are in all.
  const std::vector<DecodeIssue>& issues() const { return issues_; }
  std::size_t issue_count() const { return issue_count_; }
  static constexpr std::size_t max_issues = 1000;

 private:
  void decode_utf8(std::string_view input, std::size_t from);
  void decode_utf16(std::string_view input, bool little_endian);

  std::string text_;
  Encoding encoding_ = Encoding::utf8;
  void note_issue(std::size_t input_byte);

  std::vector<DecodeIssue> issues_;
  std::size_t issue_count_ = 0;
};

}  // namespace clausemark
