// The font of Dear ImGui's own text fields: glyphs come from the browser, one code point at a time, so no
// font file is shipped and every script of the reader's system is there.
#pragma once

struct ImFontLoader;

namespace clausemark::app {

class Host;

// Fields are set in lines of this height; their letters are smaller, so that lines have air between them.
constexpr float field_line_height = 18;
constexpr float field_text_size = 13;

// A loader whose glyphs come from `host`; the host must outlive the font atlas.
const ImFontLoader* glyph_loader(Host& host);

}  // namespace clausemark::app
