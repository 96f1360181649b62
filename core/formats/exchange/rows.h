// An annotation as one flat row: what tables (CSV) and data frames (JSON Lines) hold of it. Everything but
// the definition of the tags.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/formats/exchange/intake.h"

namespace clausemark {

// "start" and "end" are code points from the first span to the last; "spans" lists all, "0..7;12..20". Links
// are "role>id" and attributes "name=value", each list with "; " between; a backslash escapes "\", ";", "="
// and ">" in them. "quote" has the words marked, for people to read and for annotations without a place.
struct Column {
  enum Index : std::size_t {
    document,
    id,
    status,
    tag,
    path,
    start,
    end,
    spans,
    quote,
    note,
    attributes,
    links,
    author,
    created,
    modified,
    rule,
  };
};
constexpr std::array column_names{"document", "id",      "status",   "tag",  "path",       "start",
                                  "end",      "spans",   "quote",    "note", "attributes", "links",
                                  "author",   "created", "modified", "rule"};
using Row = std::array<std::string, column_names.size()>;

std::vector<Row> rows_of(const Project& project, Ledger& ledger);

// Rows with the place where each stands in the file ("line 3").
struct PlacedRow {
  Row cells;
  std::string where;
};
// A project on `text`. Needs a tag and spans (or start and end) or a quote in each row; checks every quote,
// and that all rows speak of one document.
Result<Imported> project_of(const std::vector<PlacedRow>& rows, std::string_view text);

}  // namespace clausemark
