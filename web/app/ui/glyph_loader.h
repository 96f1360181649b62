// The font of Dear ImGui's own text fields: glyphs come from the browser, one code point at a time, so no
// font file is shipped and every script of the reader's system is there.
#pragma once

struct ImFontLoader;

namespace clausemark::app {

class Host;

// A loader whose glyphs come from `host`; the host must outlive the font atlas.
const ImFontLoader* glyph_loader(Host& host);

}  // namespace clausemark::app
