// The registry of languages: each lexicon is built from its data at first use and lives as long as the
// program.
#include <string>
#include <vector>

#include "core/resolution/lexicon.h"
#include "core/resolution/lexicon_data.h"

namespace clausemark {

const Lexicon& lexicon_for(std::string_view language) {
  static const std::vector<Lexicon> lexicons = [] {
    std::vector<Lexicon> built;
    for (const auto& data : lexicon_data()) built.emplace_back(data.language, data.table, data.words);
    return built;
  }();
  const auto data = lexicon_data();
  std::size_t fallback = 0;
  for (std::size_t k = 0; k < data.size(); ++k) {
    if (data[k].language == language) return lexicons[k];
    if (data[k].language == "en") fallback = k;
  }
  return lexicons[fallback];
}

}  // namespace clausemark
