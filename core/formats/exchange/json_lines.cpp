#include "core/formats/exchange/formats.h"
#include "core/formats/exchange/lines.h"
#include "core/formats/exchange/rows.h"
#include "core/formats/json_text.h"

namespace clausemark {
namespace {

bool is_position(std::size_t column) { return column == Column::start || column == Column::end; }

Result<PlacedRow> read_line(std::string_view line, const std::string& where) {
  auto value = json::parse(line);
  if (!value)
    return refuse(value.error().code, value.error().message,
                  where + value.error().where.substr(std::string_view("line 1").size()));
  if (!value->is_object()) return refuse(ErrorCode::bad_value, "an object is needed here", where);
  PlacedRow row{{}, where};
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const auto found = value->find(column_names[column]);
    if (found == value->end() || found->is_null()) continue;
    if (found->is_string()) {
      row.cells[column] = found->get<std::string>();
    } else if (is_position(column) && found->is_number_unsigned()) {
      row.cells[column] = std::to_string(found->get<std::uint64_t>());
    } else {
      return refuse(ErrorCode::bad_value, std::string("\"") + column_names[column] + "\" has the wrong type",
                    where);
    }
  }
  return row;
}

}  // namespace

Exported write_json_lines(std::span<const Project> projects, const ExportOptions&) {
  Exported exported;
  std::string out;
  for (const auto& project : projects) {
    for (const auto& row : rows_of(project, exported.ledger)) {
      json::Value line;
      for (std::size_t column = 0; column < row.size(); ++column) {
        auto& value = line[column_names[column]];
        if (!is_position(column))
          value = row[column];
        else if (!row[column].empty())
          value = *number_in(row[column]);
      }
      out += json::write_compact(line) + "\n";
    }
  }
  exported.files.push_back({".jsonl", std::move(out)});
  return exported;
}

Result<Imported> read_json_lines(const ForeignFile& file) {
  std::vector<PlacedRow> rows;
  Result<void> failed;
  for_each_line(file.bytes, [&](std::string_view line, const std::string& where) {
    if (!failed || line.empty()) return;
    auto row = read_line(line, where);
    if (row)
      rows.push_back(std::move(*row));
    else
      failed = tl::unexpected<Error>(row.error());
  });
  if (!failed) return tl::unexpected<Error>(failed.error());
  return project_of(rows, file.text);
}

}  // namespace clausemark
