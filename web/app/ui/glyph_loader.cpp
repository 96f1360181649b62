#include "web/app/ui/glyph_loader.h"

#include <cmath>
#include <imgui.h>
#include <imgui_internal.h>
#include <string>

#include "core/text/utf8.h"
#include "web/app/host.h"

namespace clausemark::app {
namespace {

Host& host_of(const ImFontConfig& source) { return *static_cast<Host*>(source.FontLoaderData); }

bool source_init(ImFontAtlas*, ImFontConfig* source) {
  source->FontLoaderData = ImGui::GetIO().UserData;
  return source->FontLoaderData != nullptr;
}

void source_destroy(ImFontAtlas*, ImFontConfig* source) { source->FontLoaderData = nullptr; }

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool baked_init(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = std::ceil(baked->Size * 0.76f);
  baked->Descent = -std::floor(baked->Size * 0.25f);
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* advance) {
  std::string text;
  utf8::append(text, static_cast<char32_t>(code_point));
  auto& host = host_of(*source);
  const float size = baked->Size * field_text_size / field_line_height;
  const float width = host.measure(text, Face::ui, size);
  if (advance != nullptr) {
    *advance = width;
    return true;
  }
  glyph->Codepoint = code_point;
  glyph->AdvanceX = width;
  const float ratio = baked->RasterizerDensity > 0 ? baked->RasterizerDensity : 1.0f;
  const auto raster = host.rasterise(text, Face::ui, size, ratio);
  if (raster.width <= 0 || raster.height <= 0) return true;
  const auto id = ImFontAtlasPackAddRect(atlas, raster.width, raster.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  auto* rect = ImFontAtlasPackGetRect(atlas, id);
  glyph->X0 = static_cast<float>(raster.left) / ratio;
  glyph->Y0 = baked->Ascent + static_cast<float>(raster.top) / ratio;
  glyph->X1 = glyph->X0 + static_cast<float>(raster.width) / ratio;
  glyph->Y1 = glyph->Y0 + static_cast<float>(raster.height) / ratio;
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, raster.coverage.data(),
                                     ImTextureFormat_Alpha8, raster.width);
  return true;
}

}  // namespace

const ImFontLoader* glyph_loader(Host& host) {
  ImGui::GetIO().UserData = &host;  // each font source takes it over when it is set up
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "browser";
    made.FontSrcInit = source_init;
    made.FontSrcDestroy = source_destroy;
    made.FontSrcContainsGlyph = contains_glyph;
    made.FontBakedInit = baked_init;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return &loader;
}

}  // namespace clausemark::app
