#include <algorithm>

#include "core/formats/exchange/formats.h"
#include "core/formats/exchange/lines.h"
#include "core/formats/exchange/rows.h"
#include "core/formats/spreadsheet_cell.h"

namespace clausemark {
namespace {

void write_cell(std::string_view cell, std::string& out) {
  const bool quoted = cell.find_first_of("\",;\r\n\t") != std::string_view::npos;
  if (quoted) out += '"';
  if (is_guarded(cell)) out += '\'';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

struct Record {
  std::vector<std::string> cells;
  std::size_t line = 0;
};

// RFC 4180, with any line end. Refuses a quote that is not closed, or has something behind it.
Result<std::vector<Record>> records_in(std::string_view bytes, char separator) {
  std::vector<Record> records;
  std::size_t line = 1;
  std::size_t at = bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  while (at < bytes.size()) {
    Record record{{}, line};
    bool more = true;
    while (more) {
      std::string cell;
      if (at < bytes.size() && bytes[at] == '"') {
        const auto opened = line;
        for (++at;; ++at) {
          if (at >= bytes.size()) {
            return refuse(ErrorCode::bad_value, "a quotation mark is not closed",
                          "line " + std::to_string(opened));
          }
          if (bytes[at] == '"' && (at + 1 >= bytes.size() || bytes[at + 1] != '"')) break;
          if (bytes[at] == '"') ++at;
          line += bytes[at] == '\n' ? 1 : 0;
          cell += bytes[at];
        }
        ++at;
        if (at < bytes.size() && bytes[at] != separator && bytes[at] != '\r' && bytes[at] != '\n')
          return refuse(ErrorCode::bad_value, "something stands behind a closing quotation mark",
                        "line " + std::to_string(line));
      } else {
        while (at < bytes.size() && bytes[at] != separator && bytes[at] != '\r' && bytes[at] != '\n')
          cell += bytes[at++];
      }
      if (cell.size() > 1 && cell.front() == '\'' && is_guarded(std::string_view(cell).substr(1)))
        cell.erase(0, 1);
      record.cells.push_back(std::move(cell));
      more = at < bytes.size() && bytes[at] == separator;
      if (more) ++at;
    }
    if (at < bytes.size() && bytes[at] == '\r') ++at;
    if (at < bytes.size() && bytes[at] == '\n') ++at;
    ++line;
    const bool blank = std::all_of(record.cells.begin(), record.cells.end(),
                                   [](const std::string& cell) { return cell.empty(); });
    if (!blank) records.push_back(std::move(record));
  }
  return records;
}

// What stands between the cells of the header: spreadsheets write semicolons or tabs in some countries.
char separator_of(std::string_view bytes) {
  const auto header = bytes.substr(0, bytes.find_first_of("\r\n"));
  for (const char separator : {',', ';', '\t'})
    if (header.find(separator) != std::string_view::npos) return separator;
  return ',';
}

}  // namespace

Exported write_csv(std::span<const Project> projects, const ExportOptions&) {
  Exported exported;
  std::string out = "\xEF\xBB\xBF";  // by which spreadsheets know UTF-8
  const auto add = [&](const auto& cells) {
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if (k > 0) out += ',';
      write_cell(cells[k], out);
    }
    out += "\r\n";
  };
  add(column_names);
  for (const auto& project : projects)
    for (const auto& row : rows_of(project, exported.ledger)) add(row);
  exported.files.push_back({".csv", std::move(out)});
  return exported;
}

Result<Imported> read_csv(const ForeignFile& file) {
  if (auto checked = check_lines(file.bytes); !checked) return tl::unexpected<Error>(checked.error());
  CLAUSEMARK_TRY(records, records_in(file.bytes, separator_of(file.bytes)));
  if (records.empty()) return refuse(ErrorCode::bad_value, "the file has no header", "line 1");
  const auto& header = records.front().cells;
  std::vector<std::size_t> columns;
  for (const auto& name : header) {
    const auto known = std::find(column_names.begin(), column_names.end(), name);
    columns.push_back(static_cast<std::size_t>(known - column_names.begin()));
  }
  if (std::find(header.begin(), header.end(), "tag") == header.end())
    return refuse(ErrorCode::bad_value, "the header has no column \"tag\"", "line 1");
  std::vector<PlacedRow> rows;
  for (std::size_t k = 1; k < records.size(); ++k) {
    PlacedRow row{{}, "line " + std::to_string(records[k].line)};
    if (records[k].cells.size() != header.size()) {
      return refuse(ErrorCode::bad_value,
                    "the row has " + std::to_string(records[k].cells.size()) + " cells, the header has " +
                        std::to_string(header.size()),
                    row.where);
    }
    for (std::size_t column = 0; column < header.size(); ++column)
      if (columns[column] < row.cells.size())
        row.cells[columns[column]] = std::move(records[k].cells[column]);
    rows.push_back(std::move(row));
  }
  return project_of(rows, file.text);
}

}  // namespace clausemark
