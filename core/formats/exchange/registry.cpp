#include <algorithm>
#include <array>

#include "core/formats/exchange/formats.h"

namespace clausemark {

std::span<const ExchangeFormat> exchange_formats() {
  static constexpr std::array formats{
      ExchangeFormat{"brat", "brat standoff", ".ann", NeedsText::yes, false, write_brat, read_brat, nullptr},
      ExchangeFormat{"doccano", "doccano JSON Lines", ".doccano.jsonl", NeedsText::no, true, write_doccano,
                     read_doccano, split_doccano},
      ExchangeFormat{"label-studio", "Label Studio JSON", ".label-studio.json", NeedsText::no, true,
                     write_label_studio, read_label_studio, split_label_studio},
      ExchangeFormat{"uima-cas", "UIMA JSON CAS 0.4 (INCEpTION)", ".cas.json", NeedsText::no, false,
                     write_uima_cas, read_uima_cas, nullptr},
      ExchangeFormat{"conll", "CoNLL columns, IOB2", ".conll", NeedsText::optional, false, write_conll,
                     read_conll, nullptr},
      ExchangeFormat{"csv", "CSV for spreadsheets", ".csv", NeedsText::yes, true, write_csv, read_csv,
                     nullptr},
      ExchangeFormat{"jsonl", "JSON Lines for data frames", ".jsonl", NeedsText::yes, true, write_json_lines,
                     read_json_lines, nullptr},
  };
  return formats;
}

const ExchangeFormat* exchange_format(std::string_view id) {
  const auto all = exchange_formats();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const ExchangeFormat& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace clausemark
