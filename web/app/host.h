// The seam between the application and the world it runs in. The page implements it; nothing else of the
// application knows a browser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/text/text_measurer.h"

namespace clausemark::app {

// A rasterised piece of text. Coverage is 8 bits a device pixel, row by row; `left` and `top` are the offsets
// of the bitmap from the pen position on the baseline, in device pixels, downwards positive.
struct Raster {
  int width = 0;
  int height = 0;
  int left = 0;
  int top = 0;
  std::vector<std::uint8_t> coverage;
};

class Host {
 public:
  virtual ~Host() = default;
  // The advance of text in CSS pixels.
  virtual float measure(std::string_view text, Face face, float size) = 0;
  // `ratio` device pixels for one CSS pixel.
  virtual Raster rasterise(std::string_view text, Face face, float size, float ratio) = 0;

  // Answered by intent::Written, with `save`, or by intent::NotWritten. `origin` is that of intent::Open.
  virtual void save_file(const std::string& name, const std::string& bytes, std::uint32_t origin,
                         const std::string& save) = 0;
  // The browser's storage, see model/keeping.h; answered by intent::Stored.
  virtual void keep(const std::string& name, const std::string& title, const std::string& text,
                    const std::string& project, bool unsaved, bool another) = 0;
  virtual void append(const std::string& line, bool unsaved) = 0;
  // A file beside the document; see effect::SaveExtra.
  virtual void save_extra(const std::string& name, const std::string& type, const std::string& bytes,
                          bool as_picture) = 0;
  virtual void list_documents() = 0;  // answered by intent::Documents
  virtual void open_kept(const std::string& id) = 0;
  virtual void remove_kept(const std::string& id, bool removed) = 0;
  virtual void choose_file() = 0;
  virtual void announce(const std::string& text) = 0;
  // From a text field: put on the clipboard by the browser's own event, which runs.
  virtual void copy(const std::string& text) = 0;
  virtual std::string clipboard() = 0;
  virtual void put_on_clipboard(const std::string& text) = 0;  // at any time
  // A text field is being edited at this place (CSS pixels), or none is.
  virtual void edit_text_at(bool active, float x, float y, float height) = 0;
  virtual void set_cursor(const char* css_cursor) = 0;
  virtual std::string now() = 0;     // RFC 3339
  virtual std::string new_id() = 0;  // a UUID
};

}  // namespace clausemark::app
