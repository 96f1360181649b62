// The application in the page: events come in and frames go out through these calls, and what the application
// needs of the browser it asks of one JavaScript object (see web/page/host.js).
#include <GLES3/gl3.h>
#include <emscripten/bind.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <memory>
#include <string>

#include "web/app/app.h"

namespace {

using namespace clausemark;
using emscripten::val;

// The Host of the application, over a JavaScript object with the same methods.
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
  void keep(const std::string& name, const std::string& project, bool unsaved, bool another) override {
    page_.call<void>("keep", name, project, unsaved, another);
  }
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

ImGuiKey key_named(const std::string& name) {
  static constexpr struct {
    const char* name;
    ImGuiKey key;
  } keys[] = {{"ArrowLeft", ImGuiKey_LeftArrow},
              {"ArrowRight", ImGuiKey_RightArrow},
              {"ArrowUp", ImGuiKey_UpArrow},
              {"ArrowDown", ImGuiKey_DownArrow},
              {"PageUp", ImGuiKey_PageUp},
              {"PageDown", ImGuiKey_PageDown},
              {"Home", ImGuiKey_Home},
              {"End", ImGuiKey_End},
              {"Delete", ImGuiKey_Delete},
              {"Backspace", ImGuiKey_Backspace},
              {"Enter", ImGuiKey_Enter},
              {"Escape", ImGuiKey_Escape},
              {"Tab", ImGuiKey_Tab},
              {" ", ImGuiKey_Space},
              {"a", ImGuiKey_A},
              {"c", ImGuiKey_C},
              {"v", ImGuiKey_V},
              {"x", ImGuiKey_X},
              {"y", ImGuiKey_Y},
              {"z", ImGuiKey_Z}};
  for (const auto& entry : keys) {
    if (name == entry.name) return entry.key;
  }
  return ImGuiKey_None;
}

class PageApp {
 public:
  // `selector` names the canvas; `page` is the host object. Without WebGL 2 the object is there, but not
  // ready().
  PageApp(const std::string& selector, val page) : selector_(selector), host_(std::move(page)), app_(host_) {
    ready_ = start_renderer();
  }
  ~PageApp() {
    if (ready_) ImGui_ImplOpenGL3_Shutdown();
  }
  PageApp(const PageApp&) = delete;
  PageApp& operator=(const PageApp&) = delete;

  bool ready() const { return ready_; }
  void resize(float width, float height, float ratio) { app_.resize(width, height, ratio); }

  // Draws a frame; returns whether the next one is needed without input.
  bool frame(double seconds) {
    if (!ready_ || ImGui::GetIO().DisplaySize.x <= 0) return false;  // not sized yet
    emscripten_webgl_make_context_current(context_);
    ImGui_ImplOpenGL3_NewFrame();
    const bool more = app_.frame(seconds);
    const auto* data = ImGui::GetDrawData();
    glViewport(0, 0, static_cast<int>(data->DisplaySize.x * data->FramebufferScale.x),
               static_cast<int>(data->DisplaySize.y * data->FramebufferScale.y));
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    return more;
  }

  void pointer_move(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
  void pointer_leave() { ImGui::GetIO().AddMousePosEvent(-1e9f, -1e9f); }
  void pointer_button(int button, bool down) { ImGui::GetIO().AddMouseButtonEvent(button, down); }
  void wheel(float x, float y) { ImGui::GetIO().AddMouseWheelEvent(x, y); }
  void modifiers(bool ctrl, bool shift, bool alt, bool meta) {
    auto& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, ctrl || meta);
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(ImGuiMod_Alt, alt);
  }
  // A key for the text field being edited.
  void edit_key(const std::string& name, bool down) {
    if (const auto key = key_named(name); key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(key, down);
  }
  void edit_text(const std::string& text) { ImGui::GetIO().AddInputCharactersUTF8(text.c_str()); }
  // A key for the application; false when it means nothing now.
  bool key(const std::string& name) { return app_.key(name); }
  bool editing_text() const { return app_.editing_text(); }
  void finish_editing() {
    if (ready_) app_.finish_editing();
  }
  void take_input() {
    if (ready_) app_.take_input();
  }
  void lose_focus() { ImGui::GetIO().AddFocusEvent(false); }
  void gain_focus() { ImGui::GetIO().AddFocusEvent(true); }

  // `origin` is handed back when the document is saved.
  void open(const std::string& name, const std::string& bytes, std::uint32_t origin) {
    app_.want(app::intent::Open{name, bytes, origin});
  }
  // What the storage kept: a snapshot and an array of lines. False when it could not be opened.
  bool restore(const std::string& name, const std::string& project, val journal, bool unsaved) {
    const auto before = app_.model().document_revision;
    app_.want(app::intent::Restore{name, project, emscripten::vecFromJSArray<std::string>(journal), unsaved});
    return app_.model().document_revision != before;
  }
  // An intent by its name; false when there is none of that name.
  bool want(const std::string& name, const std::string& argument, const std::string& second) {
    const auto intent = app::intent_by_name(name, argument, second);
    if (intent) app_.want(*intent);
    return intent.has_value();
  }
  void set_system_dark(bool dark) { app_.set_system_dark(dark); }
  std::string selected_text() const { return app_.selected_text(); }

  void renderer_lost() { ready_ = false; }
  bool renderer_restored() {
    app_.renderer_lost();
    ImGui_ImplOpenGL3_Shutdown();
    ready_ = start_renderer();
    return ready_;
  }

  // Raised when the outline changes, when the lists of annotations do, and when anything else does.
  double document_revision() const { return static_cast<double>(app_.model().document_revision); }
  double annotation_revision() const { return static_cast<double>(app_.model().annotation_revision); }
  double view_revision() const { return static_cast<double>(app_.model().view_revision); }
  bool unsaved() const { return app_.model().view.unsaved; }
  // What the accessible mirror shows, as plain JavaScript values: what changes with every step, the outline,
  // and the lists of annotations.
  val state();
  val outline();
  val lists();
  // {x, y, width, height} of the first line of a quote, or null when it is not in view.
  val locate(const std::string& quote) {
    const auto place = app_.locate(quote);
    if (!place) return val::null();
    val rect = val::object();
    rect.set("x", place->x);
    rect.set("y", place->y);
    rect.set("width", place->w);
    rect.set("height", place->h);
    return rect;
  }

 private:
  bool start_renderer() {
    if (context_ <= 0) {
      EmscriptenWebGLContextAttributes attributes;
      emscripten_webgl_init_context_attributes(&attributes);
      attributes.majorVersion = 2;
      attributes.alpha = false;
      attributes.antialias = false;
      attributes.depth = false;
      attributes.premultipliedAlpha = true;
      attributes.preserveDrawingBuffer = true;  // nothing is drawn while nothing changes
      context_ = emscripten_webgl_create_context(selector_.c_str(), &attributes);
      if (context_ <= 0) return false;
    }
    emscripten_webgl_make_context_current(context_);
    return ImGui_ImplOpenGL3_Init("#version 300 es");
  }

  std::string selector_;
  PageHost host_;
  app::App app_;
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_ = 0;
  bool ready_ = false;
};

// At most this many rows of a list are mirrored; the rest is reached by reviewing.
constexpr std::size_t most_rows = 200;

val rows_of(const std::vector<app::AnnotationRow>& rows, const TagSet& tags) {
  val list = val::array();
  for (std::size_t k = 0; k < rows.size() && k < most_rows; ++k) {
    val row = val::object();
    row.set("id", rows[k].id);
    row.set("tag", tags.tags[rows[k].tag].name);
    row.set("quote", rows[k].quote);
    row.set("place", rows[k].place);
    row.set("note", rows[k].note);
    row.set("rule", rows[k].rule);
    list.set(static_cast<unsigned>(k), row);
  }
  return list;
}

val PageApp::state() {
  const auto& view_model = app_.view_model();
  const auto& view = *view_model.view;
  val out = val::object();
  out.set("title", view_model.title);
  out.set("subtitle", view_model.subtitle);
  out.set("dark", view.dark());
  out.set("unsaved", view.unsaved);
  out.set("readOnly", view.read_only);
  out.set("kept", view_model.kept);
  out.set("active", view.active);
  out.set("author", view.author);
  out.set("theme", std::string(view.theme == app::ThemeChoice::dark    ? "dark"
                               : view.theme == app::ThemeChoice::light ? "light"
                                                                       : "system"));
  out.set("selection", std::string(app_.model().document.resolution.text(view.selection)));
  out.set("pending", view.pending ? val(view.pending->name) : val::null());
  out.set("undo", view_model.undo_name);
  out.set("redo", view_model.redo_name);
  val tags = val::array();
  for (std::size_t k = 0; k < view_model.tags->tags.size(); ++k) {
    val tag = val::object();
    tag.set("id", view_model.tags->tags[k].id);
    tag.set("name", view_model.tags->tags[k].name);
    tag.set("key", view_model.tags->tags[k].key);
    tags.set(static_cast<unsigned>(k), tag);
  }
  out.set("tags", tags);
  return out;
}

val PageApp::outline() {
  const auto& rows = app_.view_model().outline;
  val list = val::array();
  for (std::size_t k = 0; k < rows.size(); ++k) {
    val entry = val::object();
    entry.set("at", rows[k].reading);
    entry.set("text", rows[k].label.empty() ? rows[k].text : rows[k].label + " " + rows[k].text);
    entry.set("heading", rows[k].heading);
    entry.set("count", rows[k].count);
    list.set(static_cast<unsigned>(k), entry);
  }
  return list;
}

val PageApp::lists() {
  const auto& view_model = app_.view_model();
  val out = val::object();
  out.set("suggestions", rows_of(view_model.suggestions, *view_model.tags));
  out.set("suggestionCount", view_model.suggestions.size());
  out.set("annotations", rows_of(view_model.annotations, *view_model.tags));
  out.set("annotationCount", view_model.annotations.size());
  return out;
}

}  // namespace

EMSCRIPTEN_BINDINGS(clausemark_app) {
  emscripten::class_<PageApp>("App")
      .constructor<std::string, val>()
      .function("ready", &PageApp::ready)
      .function("resize", &PageApp::resize)
      .function("frame", &PageApp::frame)
      .function("pointerMove", &PageApp::pointer_move)
      .function("pointerLeave", &PageApp::pointer_leave)
      .function("pointerButton", &PageApp::pointer_button)
      .function("wheel", &PageApp::wheel)
      .function("modifiers", &PageApp::modifiers)
      .function("editKey", &PageApp::edit_key)
      .function("editText", &PageApp::edit_text)
      .function("key", &PageApp::key)
      .function("editingText", &PageApp::editing_text)
      .function("loseFocus", &PageApp::lose_focus)
      .function("gainFocus", &PageApp::gain_focus)
      .function("open", &PageApp::open)
      .function("restore", &PageApp::restore)
      .function("want", &PageApp::want)
      .function("setSystemDark", &PageApp::set_system_dark)
      .function("selectedText", &PageApp::selected_text)
      .function("rendererLost", &PageApp::renderer_lost)
      .function("rendererRestored", &PageApp::renderer_restored)
      .function("finishEditing", &PageApp::finish_editing)
      .function("takeInput", &PageApp::take_input)
      .function("documentRevision", &PageApp::document_revision)
      .function("annotationRevision", &PageApp::annotation_revision)
      .function("viewRevision", &PageApp::view_revision)
      .function("unsaved", &PageApp::unsaved)
      .function("state", &PageApp::state)
      .function("outline", &PageApp::outline)
      .function("lists", &PageApp::lists)
      .function("locate", &PageApp::locate);
}
