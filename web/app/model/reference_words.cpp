#include "web/app/model/reference_words.h"

#include <algorithm>

#include "core/text/find.h"
#include "web/app/model/selection.h"

namespace clausemark::app {

Range words_of_reference(const Resolution& resolution, const Reference& reference) {
  const auto reading = resolution.reading.text();
  const auto start = reference.reading.start;
  if (start < 2 || reading[start - 1] != ' ') return reference.reading;
  const auto before = word_around(reading, start - 2);
  const auto noun = fold_case(slice(reading, before));
  static constexpr std::string_view nouns[] = {"paragraph",    "paragraphs",    "para",       "paras",
                                               "subparagraph", "subparagraphs", "paragraphe", "paragraphes",
                                               "párrafo",      "párrafos",      "alinéa",     "alinéas"};
  const bool named = std::find(std::begin(nouns), std::end(nouns), noun) != std::end(nouns);
  return named ? Range{before.start, reference.reading.end} : reference.reading;
}

}  // namespace clausemark::app
