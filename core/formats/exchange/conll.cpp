// CoNLL columns: a token, a tab, its tag in IOB2; an empty line between clauses. A token has one tag, so of
// annotations that overlap the longest is kept.
#include <algorithm>

#include "core/formats/exchange/formats.h"
#include "core/formats/exchange/intake.h"
#include "core/formats/exchange/lines.h"
#include "core/resolution/parse.h"
#include "core/text/utf8.h"

namespace clausemark {
namespace {

struct Token {
  Range range;
  bool new_clause = false;
};

bool is_white(char32_t c) {
  return c <= ' ' || c == 0xA0 || c == 0x85 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x3000 || c == 0xFEFF;
}
// Marks that stand for themselves; a letter with what combines with it is one token with its neighbours.
bool is_mark(char32_t c) {
  if (c < 0x80)
    return std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(static_cast<char>(c)) !=
           std::string_view::npos;
  return (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) || c == 0xAB || c == 0xBB ||
         (c >= 0x3001 && c <= 0x3003);
}

// The words and marks of a text, with an empty line before each clause.
std::vector<Token> tokens_of(const Project& project) {
  std::vector<std::uint32_t> clauses;
  if (const auto source = SourceText::from_utf8(project.text)) {
    for (const auto& block : parse(*source).blocks) clauses.push_back(block.source.start);
  }
  std::sort(clauses.begin(), clauses.end());
  std::vector<Token> tokens;
  std::size_t clause = 0;
  const std::string_view text = project.text;
  const auto add = [&](Range range) {
    const bool first = clause < clauses.size() && clauses[clause] <= range.start;
    while (clause < clauses.size() && clauses[clause] <= range.start) ++clause;
    tokens.push_back({range, first && !tokens.empty()});
  };
  std::uint32_t word = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto decoded = utf8::decode(text, at);
    const bool ends = is_white(decoded.code_point) || is_mark(decoded.code_point);
    if (ends && word < at) add({word, at});
    if (is_mark(decoded.code_point)) add({at, at + decoded.bytes});
    at += decoded.bytes;
    if (ends) word = at;
  }
  if (word < text.size()) add({word, static_cast<std::uint32_t>(text.size())});
  return tokens;
}

// Whose a token is, and in which of its spans.
struct Owner {
  const Annotation* annotation = nullptr;
  std::size_t span = 0;
  friend bool operator==(const Owner&, const Owner&) = default;
};

// The tokens that a span touches.
std::pair<std::size_t, std::size_t> tokens_in(const std::vector<Token>& tokens, Range span) {
  const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& one) { return one.range.end <= span.start; });
  const auto last =
      std::partition_point(first, tokens.end(), [&](const Token& one) { return one.range.start < span.end; });
  return {static_cast<std::size_t>(first - tokens.begin()), static_cast<std::size_t>(last - tokens.begin())};
}

// The longest annotation first; one that meets another is left out.
std::vector<Owner> assign(const std::vector<Token>& tokens, std::vector<const Annotation*> annotations,
                          Ledger& ledger) {
  std::stable_sort(annotations.begin(), annotations.end(), [](const Annotation* a, const Annotation* b) {
    return a->extent().size() > b->extent().size();
  });
  std::vector<Owner> owners(tokens.size());
  for (const auto* annotation : annotations) {
    bool exact = true;
    bool free = true;
    bool any = false;
    for (const auto& span : annotation->spans) {
      const auto [first, last] = tokens_in(tokens, span);
      any = any || first < last;
      for (auto k = first; k < last && free; ++k) free = owners[k].annotation == nullptr;
      exact = exact && (first == last ||
                        (tokens[first].range.start >= span.start && tokens[last - 1].range.end <= span.end));
    }
    if (!any) ledger.lose("annotations of white space alone");
    if (!free) ledger.lose("annotations that overlap a longer one");
    if (!any || !free) continue;
    for (std::size_t span = 0; span < annotation->spans.size(); ++span) {
      const auto [first, last] = tokens_in(tokens, annotation->spans[span]);
      for (auto k = first; k < last; ++k) owners[k] = {annotation, span};
    }
    if (!exact) ledger.lose("edges inside a word, moved to its edge");
    tell_of_losses(*annotation, {}, ledger);
  }
  return owners;
}

// A tag is one column.
std::string in_a_column(std::string tag, Ledger& ledger) {
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  if (std::any_of(tag.begin(), tag.end(), blank)) {
    ledger.lose("tags with blanks, written with _");
    std::replace_if(tag.begin(), tag.end(), blank, '_');
  }
  return tag;
}

void write_document(const Project& project, const ExportOptions& options, Ledger& ledger, std::string& out) {
  const auto tokens = tokens_of(project);
  const auto owners = assign(tokens, without_status(project, options, ledger), ledger);
  tell_of_tag_set(project, ledger);
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    if (tokens[k].new_clause) out += "\n";
    out += slice(project.text, tokens[k].range);
    if (owners[k].annotation == nullptr) {
      out += "\tO\n";
      continue;
    }
    const bool inside = k > 0 && owners[k - 1] == owners[k];
    out += (inside ? "\tI-" : "\tB-") + in_a_column(owners[k].annotation->tag, ledger) + "\n";
  }
}

struct Row {
  std::string_view token;  // empty for an empty line
  std::string_view tag;
  std::string where;
};

Result<std::vector<Row>> rows_in(std::string_view bytes) {
  std::vector<Row> rows;
  Result<void> read;
  for_each_line(bytes, [&](std::string_view line, const std::string& where) {
    if (!read) return;
    if (line.empty()) {
      rows.push_back({{}, {}, where});
      return;
    }
    const auto fields = fields_of(line, line.find('\t') == std::string_view::npos ? ' ' : '\t');
    if (fields.front() == "-DOCSTART-") {
      if (!rows.empty())
        read = refuse(ErrorCode::bad_value, "a second document begins here; one is read at a time", where);
      return;
    }
    const auto tag = fields.back();
    if (fields.size() < 2 || fields.front().empty() ||
        (tag != "O" && (tag.size() < 3 || (tag.substr(0, 2) != "B-" && tag.substr(0, 2) != "I-"))))
      read = refuse(ErrorCode::bad_value, "a token and a tag such as B-demand, I-demand or O are needed here",
                    where);
    else
      rows.push_back({fields.front(), tag, where});
  });
  if (!read) return tl::unexpected<Error>(read.error());
  return rows;
}

// A text for tokens that come without one: single spaces between them, empty lines where the file has them.
std::string text_of(const std::vector<Row>& rows) {
  std::string text;
  for (const auto& row : rows) {
    const bool fresh = text.empty() || text.back() == '\n';
    if (!row.token.empty())
      text += (fresh ? "" : " ") + std::string(row.token);
    else if (!fresh)
      text += "\n\n";
  }
  return text;
}

bool all_white(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = utf8::decode(text, at);
    if (!is_white(decoded.code_point) && decoded.code_point != 0xAD) return false;
    at += decoded.bytes;
  }
  return true;
}

Result<Imported> take(Intake intake, const std::vector<Row>& rows, Ledger ledger) {
  Annotation open;
  std::string where;
  std::string tag;
  const auto close = [&]() -> Result<void> {
    if (open.spans.empty()) return {};
    auto added = intake.add(std::move(open), where);
    open = {};
    return added.map([](const std::string&) {});
  };
  std::size_t at = 0;
  for (const auto& row : rows) {
    if (row.token.empty()) continue;
    const auto found = intake.text().find(row.token, at);
    const auto between = intake.text().substr(at, found == std::string_view::npos ? 0 : found - at);
    if (found == std::string_view::npos || !all_white(between))
      return refuse(ErrorCode::text_mismatch,
                    "the token \"" + std::string(row.token) + "\" does not come next in the text", row.where);
    at = found + row.token.size();
    const Range range{static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(at)};
    const bool inside = row.tag[0] == 'I' && !open.spans.empty() && tag == row.tag.substr(2);
    if (inside) {
      open.spans.back().end = range.end;
      continue;
    }
    if (auto closed = close(); !closed) return tl::unexpected<Error>(closed.error());
    if (row.tag == "O") continue;
    tag = row.tag.substr(2);
    where = row.where;
    open.spans = {range};
    open.tag = intake.tag(tag);
  }
  if (auto closed = close(); !closed) return tl::unexpected<Error>(closed.error());
  return intake.finish(std::move(ledger));
}

}  // namespace

Exported write_conll(std::span<const Project> projects, const ExportOptions& options) {
  Exported exported;
  std::string out;
  write_document(projects.front(), options, exported.ledger, out);
  exported.files.push_back({".conll", std::move(out)});
  return exported;
}

Result<Imported> read_conll(const ForeignFile& file) {
  if (auto checked = check_lines(file.bytes); !checked) return tl::unexpected<Error>(checked.error());
  CLAUSEMARK_TRY(rows, rows_in(file.bytes));
  Ledger ledger;
  if (file.text.empty()) ledger.lose("texts with their white space, put together from the tokens");
  CLAUSEMARK_TRY(intake, Intake::of(file.text.empty() ? text_of(rows) : std::string(file.text)));
  return take(std::move(intake), rows, std::move(ledger));
}

}  // namespace clausemark
