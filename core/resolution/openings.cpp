#include "core/resolution/openings.h"

#include "core/resolution/layout.h"
#include "core/resolution/scan.h"

namespace clausemark {

std::uint32_t formula_end(std::string_view line, const Lexicon& lexicon) {
  const auto at = static_cast<std::uint32_t>(line.size() - scan::skip_quotes(line).size());
  if (at >= line.size() || !scan::is_upper(line[at])) return 0;
  auto end = lexicon.list(Words::organ).skip(line, at);
  if (end == at) return 0;
  if (end < line.size() && (line[end] == ',' || line[end] == ':')) ++end;
  return end;
}

bool opens_annex(std::string_view line, const Lexicon& lexicon) {
  line = scan::skip_quotes(line);
  if (line.empty() || !scan::is_upper(line[0])) return false;
  const auto end = lexicon.list(Words::annex).skip(line, 0);
  if (end == 0) return false;
  const auto rest = line.substr(end);
  if (rest.empty()) return true;
  if (rest[0] != ' ' && rest[0] != ':') return false;
  // "Annex I", "Annex A: Travel ban"; not "Annex 2 of the Agreement shall …"
  return rest.size() < 100 && !ends_clause(line);
}

}  // namespace clausemark
