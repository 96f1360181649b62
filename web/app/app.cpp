#include "web/app/app.h"

#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <imgui_internal.h>

#include "web/app/model/action.h"
#include "web/app/panes/context_menu.h"
#include "web/app/panes/key_sheet.h"
#include "web/app/panes/notice.h"
#include "web/app/panes/palette.h"
#include "web/app/panes/status_strip.h"
#include "web/app/panes/top_bar.h"
#include "web/app/ui/glyph_loader.h"
#include "web/app/ui/theme.h"

namespace clausemark::app {
namespace {

constexpr float bar_height = 44;
constexpr float outline_width = 248;
constexpr float wide_outline_width = 320;
constexpr float panel_width = 328;
constexpr float room_for_outline = 1120;  // CSS pixels of window width
constexpr float room_for_wide_outline = 1500;
constexpr float room_for_panel = 760;

struct Areas {
  Rect bar;
  Rect outline;  // no width where there is no room
  Rect document;
  Rect status;  // below the document
  Rect panel;
};

Areas divide(float width, float height) {
  Areas areas;
  areas.bar = {0, 0, width, bar_height};
  const float below = height - bar_height;
  const float left = width >= room_for_wide_outline ? wide_outline_width
                     : width >= room_for_outline    ? outline_width
                                                    : 0;
  areas.outline = {0, bar_height, left, below};
  if (width >= room_for_panel) {
    areas.panel = {width - panel_width, bar_height, panel_width, below};
    areas.document = {left, bar_height, width - panel_width - left, below};
  } else {
    const float sheet = std::floor(std::min(280.0f, below * 0.4f));  // the panel lies below the text
    areas.panel = {0, height - sheet, width, sheet};
    areas.document = {0, bar_height, width, below - sheet};
  }
  areas.document.h -= status_strip_height;
  areas.status = {areas.document.x, areas.document.y + areas.document.h, areas.document.w,
                  status_strip_height};
  return areas;
}

void edit_text(ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) {
  auto* host = static_cast<Host*>(ImGui::GetPlatformIO().Platform_ImeUserData);
  host->edit_text_at(data->WantVisible, data->InputPos.x, data->InputPos.y, data->InputLineHeight);
}

}  // namespace

App::App(Host& host) : host_(host), painter_(host), model_(initial_model()) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  auto& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.MouseDoubleClickTime = 0.4f;
  io.ConfigInputTextCursorBlink = false;  // a caret that blinks would draw while nothing changes
  ImFontConfig font;
  font.FontLoader = glyph_loader(host);
  font.SizePixels = field_line_height;
  io.Fonts->AddFont(&font);
  auto& platform = ImGui::GetPlatformIO();
  platform.Platform_ClipboardUserData = this;
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) { self().host_.copy(text); };
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
    auto& app = self();
    app.clipboard_ = app.host_.clipboard();
    return app.clipboard_.c_str();
  };
  platform.Platform_ImeUserData = &host;
  platform.Platform_SetImeDataFn = edit_text;
  style();
}

App& App::self() { return *static_cast<App*>(ImGui::GetPlatformIO().Platform_ClipboardUserData); }

App::~App() { ImGui::DestroyContext(); }

void App::style() {
  auto& style = ImGui::GetStyle();
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.WindowMinSize = ImVec2(1, 1);
  style.ChildBorderSize = 0;
  style.FrameRounding = 6;
  style.FrameBorderSize = 1;
  style.FramePadding = ImVec2(8, 7);
  style.ItemSpacing = ImVec2(0, 0);
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  const auto& theme = theme_for(model_.view.dark(), model_.view.high_contrast);
  const auto set = [&](ImGuiCol which, ImU32 colour) {
    style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_WindowBg, theme.chrome);
  set(ImGuiCol_ChildBg, 0);
  set(ImGuiCol_Text, theme.ink);
  set(ImGuiCol_Border, theme.hairline);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, with_alpha(theme.ink, 0.16f));
  set(ImGuiCol_ScrollbarGrabHovered, with_alpha(theme.ink, 0.32f));
  set(ImGuiCol_ScrollbarGrabActive, with_alpha(theme.ink, 0.4f));
  set(ImGuiCol_NavCursor, 0);
  set(ImGuiCol_InputTextCursor, theme.accent);
}

void App::resize(float width, float height, float ratio) {
  width_ = width;
  height_ = height;
  auto& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(width, height);
  io.DisplayFramebufferScale = ImVec2(ratio, ratio);
  painter_.set_ratio(ratio);
}

bool App::frame(double seconds_since_last) {
  auto& io = ImGui::GetIO();
  io.DeltaTime = static_cast<float>(std::clamp(seconds_since_last, 0.001, 0.1));
  const auto before = model_.view_revision;
  const float covered_before = covered_;
  style();
  ImGui::NewFrame();
  painter_.begin_frame(ImGui::GetFrameCount());

  std::vector<Intent> intents;
  const auto& theme = theme_for(model_.view.dark(), model_.view.high_contrast);
  Ui ui{painter_, theme, intents};
  const auto& view_model = builder_.build(model_);
  const auto areas = divide(width_, height_);
  draw_top_bar(ui, view_model, areas.bar, areas.outline.w > 0);
  if (areas.outline.w > 0) outline_.draw(ui, view_model, areas.outline, document_.first_in_view(view_model));
  const bool reading = view_model.view->main == MainView::reading;
  if (view_model.view->main == MainView::summary)
    summary_.draw(ui, view_model, areas.document);
  else if (view_model.view->main == MainView::comparison)
    comparison_.draw(ui, view_model, areas.document);
  else
    document_.draw(ui, view_model, areas.document, covered_);
  draw_status_strip(ui, view_model, areas.status);
  panel_.draw(ui, view_model, areas.panel);
  // What is looked for, and what the hand is about to do, comes before the choice of a tag.
  const auto& view = *view_model.view;
  const bool palette =
      reading && view.sheet == Sheet::none && !view.search.open && !document_.gesture_running();
  covered_ = palette ? draw_palette(ui, view_model, areas.document) : 0;
  if (reading) find_bar_.draw(ui, view_model, areas.document);
  // The editor of the tags says itself what it refuses.
  if (view.sheet != Sheet::tags) draw_notice(ui, view_model, areas.document);
  const Rect window{0, 0, width_, height_};
  palette_.draw(ui, view_model, window);
  documents_.draw(ui, view_model, window);
  steps_.draw(ui, view_model, window);
  tags_.draw(ui, view_model, window);
  outline_.draw_sheet(ui, view_model, window, document_.first_in_view(view_model));
  draw_key_sheet(ui, view_model, window);
  draw_context_menu(ui, view_model, window);
  host_.set_cursor(ui.cursor);
  ImGui::Render();

  for (const auto& intent : intents) want(intent);
  // Dear ImGui takes a click or a key a frame; what it has not taken yet needs another.
  const bool queued = ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
  // What the palette has begun to cover is brought out from below it.
  const bool covers = covered_ != covered_before;
  return model_.view_revision != before || (reading && document_.moving()) || panel_.waiting() || covers ||
         queued;
}

bool App::work() {
  if (model_.opening && work_shown_) want(intent::GoOn{});
  work_shown_ = model_.opening.has_value();
  return work_shown_;
}

void App::want(const Intent& intent) {
  const auto effects = update(model_, intent, {host_.now(), host_.new_id(), in_view()});
  for (const auto& effect : effects) carry_out(effect);
}

void App::carry_out(const Effect& effect) {
  if (const auto* file = std::get_if<effect::SaveFile>(&effect))
    host_.save_file(file->name, file->bytes, file->origin, file->save);
  else if (const auto* keep = std::get_if<effect::Keep>(&effect))
    host_.keep(keep->name, keep->title, keep->text, keep->project, keep->unsaved, keep->another);
  else if (const auto* append = std::get_if<effect::Append>(&effect))
    host_.append(append->line, append->unsaved);
  else if (std::holds_alternative<effect::ChooseFile>(effect))
    host_.choose_file();
  else if (std::holds_alternative<effect::ListDocuments>(effect))
    host_.list_documents();
  else if (const auto* kept = std::get_if<effect::OpenKept>(&effect))
    host_.open_kept(kept->id);
  else if (const auto* removed = std::get_if<effect::RemoveKept>(&effect))
    host_.remove_kept(removed->id, removed->removed);
  else if (const auto* copied = std::get_if<effect::Copy>(&effect))
    host_.put_on_clipboard(copied->text);
  else if (const auto* extra = std::get_if<effect::SaveExtra>(&effect))
    host_.save_extra(extra->name, extra->type, extra->bytes, extra->as_picture);
  else
    host_.announce(std::get<effect::Announce>(effect).text);
}

void App::take_input() {
  // A field that is opened has the keys two frames later.
  for (int k = 0; k < 3 || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0; ++k) frame(0.001);
}

void App::finish_editing(bool escape) {
  take_input();
  ImGui::ClearActiveID();
  take_input();
  if (escape && (model_.view.sheet != Sheet::none || model_.view.search.open)) want(intent::Dismiss{});
}

bool App::editing_text() const { return ImGui::GetIO().WantTextInput; }

bool App::key(std::string_view name) {
  const auto wish = intent_of_key(name, model_);
  if (wish) want(*wish);
  // What lies above the page has the keys to itself.
  return wish || model_.view.pending || model_.opening || model_.view.sheet != Sheet::none;
}

bool App::act(std::string_view id) {
  const auto wish = intent_of(id, model_);
  if (wish) want(*wish);
  return wish.has_value();
}

void App::set_system_dark(bool dark) {
  model_.view.system_dark = dark;
  ++model_.view_revision;
}

std::string App::selected_text() const { return words_in_hand(model_); }

std::optional<Rect> App::locate(std::string_view quote) {
  const auto reading = model_.document.resolution.reading.text();
  const auto at = reading.find(quote);
  if (at == std::string_view::npos || quote.empty()) return std::nullopt;
  return document_.place_of({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())},
                            painter_, reading);
}

}  // namespace clausemark::app
