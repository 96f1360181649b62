#include "web/app/ui/text_painter.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <imgui_internal.h>

#include "core/text/utf8.h"

namespace clausemark::app {
namespace {

constexpr std::size_t many_bitmaps = 12000;  // beyond this, bitmaps unused for a while are dropped
constexpr std::size_t many_entries = 60000;  // measured words, with or without a bitmap
constexpr int long_unused = 600;             // frames

}  // namespace

std::size_t TextPainter::KeyHash::operator()(const Key& key) const {
  const auto style =
      static_cast<std::size_t>(key.face) * 1000003u + static_cast<std::size_t>(key.size * 16.0f) * 7919u;
  return std::hash<std::string_view>{}(key.text) ^ style;
}

void TextPainter::set_ratio(float ratio) {
  if (ratio == ratio_) return;
  ratio_ = ratio;
  forget();
}

void TextPainter::forget() {
  auto& atlas = *ImGui::GetIO().Fonts;
  for (auto& [key, entry] : entries_) {
    if (entry.rect >= 0) atlas.RemoveCustomRect(entry.rect);
    entry.rect = -1;
    entry.rasterised = false;
  }
  bitmaps_ = 0;
}

void TextPainter::begin_frame(int frame) {
  frame_ = frame;
  if (bitmaps_ >= many_bitmaps && frame_ - last_sweep_ >= long_unused) sweep(long_unused);
  if (entries_.size() >= many_entries) {
    forget();
    entries_.clear();
  }
}

void TextPainter::sweep(int unused_for) {
  last_sweep_ = frame_;
  auto& atlas = *ImGui::GetIO().Fonts;
  for (auto& [key, entry] : entries_) {
    if (entry.rect < 0 || frame_ - entry.last_frame < unused_for) continue;
    atlas.RemoveCustomRect(entry.rect);
    entry.rect = -1;
    entry.rasterised = false;
    --bitmaps_;
  }
}

TextPainter::Entry& TextPainter::entry(std::string_view text, Face face, float size) {
  probe_.text.assign(text);
  probe_.face = face;
  probe_.size = size;
  return entries_[probe_];
}

float TextPainter::width(std::string_view text, Face face, float size) {
  auto& found = entry(text, face, size);
  if (found.advance < 0) found.advance = host_.measure(text, face, size);
  return found.advance;
}

void TextPainter::rasterise(Entry& found, std::string_view text, Face face, float size) {
  found.rasterised = true;
  const auto raster = host_.rasterise(text, face, size, ratio_);
  if (raster.width <= 0 || raster.height <= 0) return;
  auto& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect rect;
  auto id = atlas.AddCustomRect(raster.width, raster.height, &rect);
  if (id < 0) {  // the texture is full: what this frame has not drawn makes room
    sweep(1);
    id = atlas.AddCustomRect(raster.width, raster.height, &rect);
  }
  if (id < 0) {
    found.rasterised = false;  // and is tried again
    return;
  }
  auto* texture = atlas.TexData;
  for (int y = 0; y < raster.height; ++y) {
    auto* pixel = static_cast<unsigned char*>(texture->GetPixelsAt(rect.x, rect.y + y));
    const auto* row = raster.coverage.data() + static_cast<std::ptrdiff_t>(y) * raster.width;
    for (int x = 0; x < raster.width; ++x, pixel += 4) {
      pixel[0] = pixel[1] = pixel[2] = 255;
      pixel[3] = row[x];
    }
  }
  ImFontAtlasTextureBlockQueueUpload(&atlas, texture, rect.x, rect.y, raster.width, raster.height);
  found.rect = id;
  found.left = raster.left;
  found.top = raster.top;
  found.width = raster.width;
  found.height = raster.height;
  ++bitmaps_;
}

void TextPainter::word(ImDrawList& list, ImVec2 pen, std::string_view text, Face face, float size,
                       ImU32 colour) {
  auto& found = entry(text, face, size);
  if (!found.rasterised) rasterise(found, text, face, size);
  if (found.rect < 0) return;
  found.last_frame = frame_;
  ImFontAtlasRect rect;
  if (!ImGui::GetIO().Fonts->GetCustomRect(found.rect, &rect)) return;
  const float x = (std::round(pen.x * ratio_) + static_cast<float>(found.left)) / ratio_;
  const float y = (std::round(pen.y * ratio_) + static_cast<float>(found.top)) / ratio_;
  const ImVec2 end(x + static_cast<float>(found.width) / ratio_,
                   y + static_cast<float>(found.height) / ratio_);
  list.AddImage(ImGui::GetIO().Fonts->TexRef, ImVec2(x, y), end, rect.uv0, rect.uv1, colour);
}

float TextPainter::run_width(std::string_view text, Face face, float size) {
  float x = 0;
  const float space = width(" ", face, size);
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) x += width(text.substr(0, end), face, size);
    if (end < text.size()) x += space;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return x;
}

float TextPainter::run(ImDrawList& list, ImVec2 pen, std::string_view text, Face face, float size,
                       ImU32 colour, float most) {
  const float space = width(" ", face, size);
  const bool cut = most > 0 && run_width(text, face, size) > most;
  const float ellipsis = cut ? width("…", face, size) : 0;
  float x = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    auto piece = text.substr(0, end);
    if (!piece.empty()) {
      const float advance = width(piece, face, size);
      if (cut && x + advance + ellipsis > most) {
        // As many letters of the word as fit, but no stump of one or two.
        while (!piece.empty() && x + width(piece, face, size) + ellipsis > most) {
          do piece.remove_suffix(1);
          while (!piece.empty() && utf8::is_continuation(piece.back()));
        }
        if (piece.size() > 2 || x == 0) {
          word(list, ImVec2(pen.x + x, pen.y), piece, face, size, colour);
          x += width(piece, face, size);
        } else {
          x -= space;
        }
        word(list, ImVec2(pen.x + x, pen.y), "…", face, size, colour);
        return x + ellipsis;
      }
      word(list, ImVec2(pen.x + x, pen.y), piece, face, size, colour);
      x += advance;
    }
    if (end < text.size()) x += space;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return x;
}

int TextPainter::paragraph(ImDrawList& list, ImVec2 first_pen, std::string_view text, Face face, float size,
                           ImU32 colour, float most, float line_height, int max_lines) {
  const float space = width(" ", face, size);
  int lines = 0;
  while (!text.empty() && lines < max_lines) {
    const ImVec2 pen(first_pen.x, first_pen.y + static_cast<float>(lines) * line_height);
    if (lines + 1 == max_lines) {
      run(list, pen, text, face, size, colour, most);
      return lines + 1;
    }
    // As many words as fit.
    std::size_t taken = 0;
    float x = 0;
    while (taken < text.size()) {
      const auto end = std::min(text.find(' ', taken), text.size());
      const float advance = width(text.substr(taken, end - taken), face, size);
      if (taken > 0 && x + advance > most) break;
      x += advance + space;
      taken = std::min(end + 1, text.size());
    }
    run(list, pen, text.substr(0, taken < text.size() ? taken - 1 : taken), face, size, colour);
    text.remove_prefix(taken);
    ++lines;
  }
  return lines;
}

}  // namespace clausemark::app
