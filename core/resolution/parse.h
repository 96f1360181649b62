// The whole way from a text to a Resolution. Never fails: a text that is no resolution gives the blocks and
// diagnostics that can be found in it.
#pragma once

#include "core/resolution/model.h"
#include "core/text/source_text.h"

namespace clausemark {

Resolution parse(const SourceText& source);

}  // namespace clausemark
