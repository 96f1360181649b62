#include "core/resolution/parse.h"

#include "core/resolution/act_finder.h"
#include "core/resolution/block_builder.h"
#include "core/resolution/document_facts.h"
#include "core/resolution/mention_finder.h"
#include "core/resolution/paragraphs.h"
#include "core/resolution/reporting_finder.h"
#include "core/resolution/task_finder.h"
#include "core/resolution/word_marks.h"

namespace clausemark {

Resolution parse(const SourceText& source) {
  const auto text = source.text();
  const auto& lexicon = lexicon_for("en");
  Resolution resolution;
  const auto paragraphs = find_paragraphs(text, lexicon);
  const auto words = find_words(text, lexicon);
  build_blocks(text, paragraphs, lexicon, words, resolution);
  const WordMarks marks(words, resolution.reading, lexicon);
  find_acts(lexicon, marks, resolution);
  find_facts(text, lexicon, resolution);
  find_mentions(lexicon, marks, resolution);
  find_tasks(lexicon, marks, resolution);
  find_reporting(lexicon, marks, resolution);
  for (const auto& issue : source.issues()) {
    resolution.diagnostics.push_back(
        {"invalid-bytes",
         "byte " + std::to_string(issue.input_byte) +
             " of the input is not valid text and is shown as a replacement character",
         {issue.text_byte, issue.text_byte + 3}});
  }
  if (const auto more = source.issue_count() - source.issues().size(); more > 0) {
    resolution.diagnostics.push_back(
        {"invalid-bytes",
         std::to_string(more) + " more bytes are not valid text; is this another encoding?",
         {0, 0}});
  }
  if (resolution.blocks.empty()) {
    resolution.diagnostics.push_back({"empty-text", "the text is empty", {0, 0}});
  } else if (!paragraphs.formula_found) {
    resolution.diagnostics.push_back(
        {"no-formula",
         "no opening formula such as \"The Security Council,\" was found; the whole text is read as body",
         {0, 0}});
  }
  return resolution;
}

}  // namespace clausemark
