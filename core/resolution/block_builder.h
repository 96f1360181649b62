// Turns paragraphs into blocks: what each is, which list it continues, and whose part it is.
#pragma once

#include <string_view>

#include "core/resolution/lexicon.h"
#include "core/resolution/model.h"
#include "core/resolution/paragraphs.h"
#include "core/resolution/word_marks.h"

namespace clausemark {

// Fills `resolution.blocks` and `resolution.reading`. Lists of acts, references and deadlines are left empty.
void build_blocks(std::string_view text, const Paragraphs& paragraphs, const Lexicon& lexicon,
                  const SourceWords& words, Resolution& resolution);

}  // namespace clausemark
