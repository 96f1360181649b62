#include "core/formats/exchange/rows.h"

#include "core/formats/exchange/lines.h"

namespace clausemark {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == '=' || c == '>') out += '\\';
    out += c;
  }
  return out;
}

// The pairs of "a=b; c=d", without the escapes; a part without `between` has an empty second.
std::vector<std::pair<std::string, std::string>> pairs_in(std::string_view cell, char between) {
  std::vector<std::pair<std::string, std::string>> pairs;
  if (cell.empty()) return pairs;
  pairs.emplace_back();
  auto* part = &pairs.back().first;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    const char c = cell[at];
    if (c == '\\' && at + 1 < cell.size()) {
      *part += cell[++at];
    } else if (c == between && part == &pairs.back().first) {
      part = &pairs.back().second;
    } else if (c == ';') {
      if (at + 1 < cell.size() && cell[at + 1] == ' ') ++at;
      pairs.emplace_back();
      part = &pairs.back().first;
    } else {
      *part += c;
    }
  }
  return pairs;
}

class RowReader {
 public:
  RowReader(Intake intake, const std::vector<PlacedRow>& rows) : intake_(std::move(intake)), rows_(rows) {}

  Result<Imported> run() {
    for (const auto& row : rows_) {
      if (auto read = read_row(row); !read) return tl::unexpected<Error>(read.error());
    }
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      for (const auto& [role, to] : pairs_in(rows_[k].cells[Column::links], '>')) {
        if (auto linked = intake_.link(ids_[k], role, to, rows_[k].where); !linked)
          return tl::unexpected<Error>(linked.error());
      }
    }
    return intake_.finish(std::move(ledger_));
  }

 private:
  Result<void> read_row(const PlacedRow& row) {
    const auto& cells = row.cells;
    if (cells[Column::document] != rows_.front().cells[Column::document]) {
      return refuse(ErrorCode::bad_value,
                    "the rows speak of two documents, \"" + rows_.front().cells[Column::document] +
                        "\" and \"" + cells[Column::document] + "\"; one is read at a time",
                    row.where);
    }
    Annotation annotation;
    if (cells[Column::tag].empty()) return refuse(ErrorCode::bad_value, "the row has no tag", row.where);
    annotation.tag = intake_.tag(cells[Column::tag]);
    annotation.id = cells[Column::id];
    const auto known = status_of(cells[Column::status].empty() ? "accepted" : cells[Column::status]);
    if (!known)
      return refuse(ErrorCode::bad_value, "\"" + cells[Column::status] + "\" is no status", row.where);
    annotation.status = *known;
    annotation.note = cells[Column::note];
    annotation.author = cells[Column::author];
    annotation.created = cells[Column::created];
    annotation.modified = cells[Column::modified];
    annotation.rule = cells[Column::rule];
    annotation.path = cells[Column::path];
    for (auto& [name, value] : pairs_in(cells[Column::attributes], '='))
      annotation.attributes.push_back({name, value});
    CLAUSEMARK_TRY(ranges, ranges_of(row));
    annotation.spans = ranges;
    if (ranges.empty()) annotation.quotes = {cells[Column::quote]};
    CLAUSEMARK_TRY(given, intake_.add(std::move(annotation), row.where));
    ids_.push_back(given);
    return {};
  }

  Result<std::vector<Range>> ranges_of(const PlacedRow& row) {
    const auto& cells = row.cells;
    auto list = cells[Column::spans];
    if (list.empty() && !(cells[Column::start] + cells[Column::end]).empty())
      list = cells[Column::start] + ".." + cells[Column::end];
    std::vector<Range> ranges;
    if (list.empty() && cells[Column::quote].empty())
      return refuse(ErrorCode::bad_value, "the row says neither where nor what", row.where);
    // Words alone have their place where they stand once.
    if (list.empty()) {
      const auto& words = cells[Column::quote];
      const auto found = intake_.text().find(words);
      if (found != std::string_view::npos && intake_.text().find(words, found + 1) == std::string_view::npos)
        ranges.push_back(
            {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + words.size())});
      else
        ledger_.lose("places of rows whose quote stands in the text never or more than once");
      return ranges;
    }
    std::vector<std::string> quotes;
    for (const auto part : fields_of(list, ';')) {
      const auto between = std::min(part.find(".."), part.size());
      const auto first = number_in(part.substr(0, between));
      const auto last = number_in(part.substr(std::min(between + 2, part.size())));
      if (!first || !last)
        return refuse(ErrorCode::bad_value, "\"" + list + "\" is no list of spans such as 0..7;12..20",
                      row.where);
      CLAUSEMARK_TRY(range, intake_.code_points(*first, *last, row.where));
      ranges.push_back(range);
      quotes.emplace_back(slice(intake_.text(), range));
    }
    if (!ranges.empty() && !cells[Column::quote].empty() && cells[Column::quote] != in_a_row(quotes)) {
      return refuse(ErrorCode::text_mismatch,
                    "the text at " + list + " is not the quote; was the row made on another text?",
                    row.where);
    }
    return ranges;
  }

  Intake intake_;
  const std::vector<PlacedRow>& rows_;
  std::vector<std::string> ids_;
  Ledger ledger_;
};

}  // namespace

std::vector<Row> rows_of(const Project& project, Ledger& ledger) {
  const OffsetMap offsets(project.text);
  const auto at = [&](std::uint32_t byte) { return std::to_string(offsets.byte_to_code_point(byte)); };
  tell_of_tag_set(project, ledger);
  std::vector<Row> rows;
  rows.reserve(project.annotations.size());
  for (const auto& annotation : project.annotations) {
    Row row;
    row[Column::document] = project.facts.symbol;
    row[Column::id] = annotation.id;
    row[Column::status] = status_name(annotation.status);
    row[Column::tag] = annotation.tag;
    row[Column::path] = annotation.path;
    if (annotation.placed()) {
      row[Column::start] = at(annotation.extent().start);
      row[Column::end] = at(annotation.extent().end);
    } else {
      if (!annotation.places.empty()) ledger.lose("possible places of annotations without a place");
      if (annotation.quotes.size() > 1) ledger.lose("edges between the spans of annotations without a place");
    }
    for (const auto& span : annotation.spans)
      row[Column::spans] += (row[Column::spans].empty() ? "" : ";") + at(span.start) + ".." + at(span.end);
    row[Column::quote] = in_a_row(quotes_of(project, annotation));
    row[Column::note] = annotation.note;
    for (const auto& one : annotation.attributes)
      row[Column::attributes] +=
          (row[Column::attributes].empty() ? "" : "; ") + escaped(one.name) + "=" + escaped(one.value);
    for (const auto& one : annotation.links)
      row[Column::links] +=
          (row[Column::links].empty() ? "" : "; ") + escaped(one.role) + ">" + escaped(one.to);
    row[Column::author] = annotation.author;
    row[Column::created] = annotation.created;
    row[Column::modified] = annotation.modified;
    row[Column::rule] = annotation.rule;
    tell_of_losses(annotation, all_but_cosigners, ledger);
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Imported> project_of(const std::vector<PlacedRow>& rows, std::string_view text) {
  CLAUSEMARK_TRY(intake, Intake::of(std::string(text)));
  return RowReader(std::move(intake), rows).run();
}

}  // namespace clausemark
