#include "core/text/source_text.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace clausemark {
namespace {

struct Signature {
  std::string_view magic;
  const char* message;
};

// Files that people drop by mistake, by their first bytes.
constexpr Signature signatures[] = {
    {"%PDF-", "this is a PDF file; copy its text, or convert it with pdftotext, and open that"},
    {"PK\x03\x04", "this is a Word, OpenDocument or zip file; save it as plain text and open that"},
    {"\xD0\xCF\x11\xE0", "this is an old Word or Office file; save it as plain text and open that"},
    {"{\\rtf", "this is a Rich Text file; save it as plain text and open that"},
    {"\x89PNG", "this is an image; a text is needed"},
    {"\xFF\xD8\xFF", "this is an image; a text is needed"},
    {"GIF8", "this is an image; a text is needed"},
    {"\x1F\x8B", "this is a compressed file; unpack it and open its text"},
};

tl::unexpected<Error> too_large(std::size_t bytes) {
  return refuse(ErrorCode::too_large, "the text has " + std::to_string(bytes) + " bytes; at most " +
                                          std::to_string(SourceText::max_bytes) + " (64 MiB) can be opened");
}

}  // namespace

Result<SourceText> SourceText::decode(std::string_view input) {
  if (input.size() > max_bytes) return too_large(input.size());
  for (const auto& signature : signatures) {
    if (input.starts_with(signature.magic)) return refuse(ErrorCode::not_text, signature.message);
  }
  SourceText source;
  if (input.starts_with("\xFF\xFE")) {
    source.encoding_ = Encoding::utf16_le;
    source.decode_utf16(input, true);
  } else if (input.starts_with("\xFE\xFF")) {
    source.encoding_ = Encoding::utf16_be;
    source.decode_utf16(input, false);
  } else {
    const auto zero = input.substr(0, 4096).find('\0');
    if (zero != std::string_view::npos) {
      return refuse(ErrorCode::not_text, "this is not a text file: it has a zero byte",
                    "byte " + std::to_string(zero));
    }
    const bool bom = input.starts_with("\xEF\xBB\xBF");
    source.encoding_ = bom ? Encoding::utf8_bom : Encoding::utf8;
    source.decode_utf8(input, bom ? 3 : 0);
  }
  if (source.text_.size() > max_bytes) return too_large(source.text_.size());
  return source;
}

Result<SourceText> SourceText::from_utf8(std::string text) {
  if (text.size() > max_bytes) return too_large(text.size());
  for (auto at = utf8::skip_ascii(text, 0); at < text.size(); at = utf8::skip_ascii(text, at)) {
    const auto decoded = utf8::decode(text, at);
    if (!decoded.valid)
      return refuse(ErrorCode::bad_value, "the text is not valid UTF-8", "byte " + std::to_string(at));
    at += decoded.bytes;
  }
  SourceText source;
  source.text_ = std::move(text);
  return source;
}

void SourceText::note_issue(std::size_t input_byte) {
  ++issue_count_;
  if (issues_.size() >= max_issues) return;
  issues_.push_back({static_cast<std::uint32_t>(input_byte), static_cast<std::uint32_t>(text_.size())});
}

void SourceText::decode_utf8(std::string_view input, std::size_t from) {
  text_.reserve(input.size() - from);
  std::size_t valid_from = from;
  std::size_t at = from;
  for (at = utf8::skip_ascii(input, at); at < input.size(); at = utf8::skip_ascii(input, at)) {
    const auto decoded = utf8::decode(input, at);
    if (!decoded.valid) {
      text_.append(input, valid_from, at - valid_from);
      note_issue(at);
      utf8::append(text_, 0xFFFD);
      valid_from = at + decoded.bytes;
    }
    at += decoded.bytes;
  }
  text_.append(input, valid_from, input.size() - valid_from);
}

void SourceText::decode_utf16(std::string_view input, bool little_endian) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto a = static_cast<unsigned char>(input[at]);
    const auto b = static_cast<unsigned char>(input[at + 1]);
    return little_endian ? static_cast<char32_t>(a | (b << 8)) : static_cast<char32_t>((a << 8) | b);
  };
  const auto replace = [&](std::size_t at) {
    note_issue(at);
    utf8::append(text_, 0xFFFD);
  };
  std::size_t at = 2;
  for (; at + 1 < input.size(); at += 2) {
    const char32_t high = unit(at);
    if (high < 0xD800 || high > 0xDFFF) {
      utf8::append(text_, high);
      continue;
    }
    const char32_t low = high < 0xDC00 && at + 3 < input.size() ? unit(at + 2) : 0;
    if (low < 0xDC00 || low > 0xDFFF) {
      replace(at);  // a surrogate without its partner
      continue;
    }
    utf8::append(text_, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    at += 2;
  }
  if (at < input.size()) replace(at);  // half a code unit at the end
}

}  // namespace clausemark
