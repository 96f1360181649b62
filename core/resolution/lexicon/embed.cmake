# cmake -DOUTPUT=… -DTABLES=a.tsv;b.tsv -P embed.cmake: writes the lexicon tables as one C++ source.
set(rows "")
foreach(table IN LISTS TABLES)
  get_filename_component(language "${table}" NAME_WE)
  get_filename_component(folder "${table}" DIRECTORY)
  file(READ "${table}" content)
  file(READ "${folder}/${language}.words.txt" words)
  # A string literal may be no longer than 65,536 bytes everywhere; pieces next to each other become one.
  foreach(name content words)
    set(pieces "")
    string(LENGTH "${${name}}" length)
    set(at 0)
    while(at LESS length)
      string(SUBSTRING "${${name}}" ${at} 12000 piece)
      string(APPEND pieces "R\"data(${piece})data\"\n")
      math(EXPR at "${at} + 12000")
    endwhile()
    set(${name}_literal "${pieces}")
  endforeach()
  string(APPEND rows "    {\"${language}\", ${content_literal}, ${words_literal}},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from core/resolution/lexicon; do not edit.
#include \"core/resolution/lexicon_data.h\"

namespace clausemark {
namespace {

constexpr LexiconData data[] = {
${rows}};

}  // namespace

std::span<const LexiconData> lexicon_data() { return data; }

}  // namespace clausemark
")
