// The two functions of each exchange format; see exchange.h for what they promise.
#pragma once

#include "core/formats/exchange/exchange.h"

namespace clausemark {

// brat standoff, https://brat.nlplab.org/standoff.html; code points.
Exported write_brat(std::span<const Project> projects, const ExportOptions& options);
Result<Imported> read_brat(const ForeignFile& file);

// doccano, https://doccano.github.io/doccano/ (sequence labelling); code points. Reads the form with
// relations, too.
Exported write_doccano(std::span<const Project> projects, const ExportOptions& options);
Result<Imported> read_doccano(const ForeignFile& file);
Result<std::vector<std::string>> split_doccano(std::string_view bytes);

// Label Studio, https://labelstud.io/guide/task_format; UTF-16. With the labelling configuration.
Exported write_label_studio(std::span<const Project> projects, const ExportOptions& options);
Result<Imported> read_label_studio(const ForeignFile& file);
Result<std::vector<std::string>> split_label_studio(std::string_view bytes);

// Apache UIMA JSON CAS 0.4, the form in which INCEpTION exchanges documents; UTF-16.
Exported write_uima_cas(std::span<const Project> projects, const ExportOptions& options);
Result<Imported> read_uima_cas(const ForeignFile& file);

// One token a line with its tag in IOB2 (E. Tjong Kim Sang, J. Veenstra, 1999), an empty line between
// clauses.
Exported write_conll(std::span<const Project> projects, const ExportOptions& options);
Result<Imported> read_conll(const ForeignFile& file);

// RFC 4180, one annotation a row; cells that a spreadsheet would take for a formula begin with an apostrophe.
Exported write_csv(std::span<const Project> projects, const ExportOptions& options);
Result<Imported> read_csv(const ForeignFile& file);

// One annotation a line as a flat object, for data frames.
Exported write_json_lines(std::span<const Project> projects, const ExportOptions& options);
Result<Imported> read_json_lines(const ForeignFile& file);

}  // namespace clausemark
