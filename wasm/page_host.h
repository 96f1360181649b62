// The Host of the application, over a JavaScript object with the same methods (web/page/host.js).
#pragma once

#include <emscripten/val.h>
#include <string>
#include <utility>

#include "web/app/host.h"

namespace clausemark {

using emscripten::val;

class PageHost final : public app::Host {
 public:
  explicit PageHost(val page) : page_(std::move(page)) {}

  float measure(std::string_view text, app::Face face, float size) override {
    return page_.call<float>("measure", std::string(text), static_cast<int>(face), size);
  }

  app::Raster rasterise(std::string_view text, app::Face face, float size, float ratio) override {
    const val made = page_.call<val>("rasterise", std::string(text), static_cast<int>(face), size, ratio);
    app::Raster raster;
    raster.width = made["width"].as<int>();
    raster.height = made["height"].as<int>();
    raster.left = made["left"].as<int>();
    raster.top = made["top"].as<int>();
    if (raster.width <= 0 || raster.height <= 0) return {};
    raster.coverage.resize(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
    val(emscripten::typed_memory_view(raster.coverage.size(), raster.coverage.data()))
        .call<void>("set", made["coverage"]);
    return raster;
  }

  void save_file(const std::string& name, const std::string& bytes, std::uint32_t origin,
                 const std::string& save) override {
    page_.call<void>("saveFile", name, bytes, origin, save);
  }
  void keep(const std::string& name, const std::string& title, const std::string& text,
            const std::string& project, bool unsaved, bool another) override {
    page_.call<void>("keep", name, title, text, project, unsaved, another);
  }
  void save_extra(const std::string& name, const std::string& type, const std::string& bytes,
                  bool as_picture) override {
    page_.call<void>("saveExtra", name, type, bytes, as_picture);
  }
  void list_documents() override { page_.call<void>("listDocuments"); }
  void open_kept(const std::string& id) override { page_.call<void>("openKept", id); }
  void remove_kept(const std::string& id, bool removed) override {
    page_.call<void>("removeKept", id, removed);
  }
  void put_on_clipboard(const std::string& text) override { page_.call<void>("putOnClipboard", text); }
  void append(const std::string& line, bool unsaved) override { page_.call<void>("append", line, unsaved); }
  void choose_file() override { page_.call<void>("chooseFile"); }
  void announce(const std::string& text) override { page_.call<void>("announce", text); }
  void copy(const std::string& text) override { page_.call<void>("copy", text); }
  std::string clipboard() override { return page_.call<std::string>("clipboard"); }
  void edit_text_at(bool active, float x, float y, float height) override {
    page_.call<void>("editTextAt", active, x, y, height);
  }
  void set_cursor(const char* cursor) override {
    if (cursor_ == cursor) return;
    cursor_ = cursor;
    page_.call<void>("setCursor", cursor_);
  }
  std::string now() override { return page_.call<std::string>("now"); }
  std::string new_id() override { return page_.call<std::string>("newId"); }

 private:
  val page_;
  std::string cursor_;
};

}  // namespace clausemark
