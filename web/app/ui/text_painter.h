// Draws text with the browser's fonts: whole words, shaped and rasterised by the host, kept in Dear ImGui's
// texture and drawn as one tinted quad each. Also the TextMeasurer of the application, so that no word is
// measured twice.
#pragma once

#include <cstdint>
#include <imgui.h>
#include <string>
#include <string_view>
#include <unordered_map>

#include "web/app/host.h"
#include "web/app/text/text_measurer.h"

namespace clausemark::app {

class TextPainter final : public TextMeasurer {
 public:
  explicit TextPainter(Host& host) : host_(host) {}

  // Device pixels for one CSS pixel. A change forgets all bitmaps.
  void set_ratio(float ratio);
  float ratio() const { return ratio_; }
  // Forgets all bitmaps (the texture was lost) or, sparingly, those that no frame has used for long.
  void forget();
  void begin_frame(int frame);

  float width(std::string_view text, Face face, float size) override;

  // One word with its baseline at `pen`. Positions are rounded to whole device pixels.
  void word(ImDrawList& list, ImVec2 pen, std::string_view word, Face face, float size, ImU32 colour);

  // A run of words on one line; returns the advance. Cut with "…" where it would be wider than `most` (0: no
  // limit).
  float run(ImDrawList& list, ImVec2 pen, std::string_view text, Face face, float size, ImU32 colour,
            float most = 0);

  // The width that run() would need.
  float run_width(std::string_view text, Face face, float size);

  // Several lines, broken at spaces, at most `max_lines`, the last one cut with "…"; returns how many lines
  // were drawn.
  int paragraph(ImDrawList& list, ImVec2 first_pen, std::string_view text, Face face, float size,
                ImU32 colour, float width, float line_height, int max_lines);

 private:
  struct Key {
    std::string text;
    Face face;
    float size;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  struct Entry {
    float advance = -1;
    bool rasterised = false;
    int rect = -1;  // in the atlas; -1 for what has no ink
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    int last_frame = 0;
  };
  void sweep(int unused_for);  // drops bitmaps that no frame of the last `unused_for` has drawn
  Entry& entry(std::string_view text, Face face, float size);
  void rasterise(Entry& entry, std::string_view text, Face face, float size);

  Host& host_;
  float ratio_ = 1;
  int frame_ = 0;
  int last_sweep_ = 0;
  std::size_t bitmaps_ = 0;
  Key probe_{};  // reused for look-ups, so that a hit allocates nothing
  std::unordered_map<Key, Entry, KeyHash> entries_;
};

}  // namespace clausemark::app
