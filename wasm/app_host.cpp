// The application in the page: events come in and frames go out through these calls, and what the application
// needs of the browser it asks of one JavaScript object (see web/page/host.js).
#include <GLES3/gl3.h>
#include <emscripten/bind.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <memory>
#include <string>

#include "wasm/mirror_values.h"
#include "wasm/page_host.h"
#include "web/app/app.h"

namespace {

using namespace clausemark;
using emscripten::val;

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

  bool work() { return app_.work(); }

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
  void finish_editing(bool escape) {
    if (ready_) app_.finish_editing(escape);
  }
  std::uint32_t in_view() { return app_.in_view(); }
  bool grabs(float x, float y) const { return app_.grabs(x, y); }
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
  bool restore(const std::string& name, const std::string& project, val journal, bool unsaved,
               std::uint32_t place, std::uint32_t origin) {
    const auto before = app_.model().document_revision;
    app_.want(app::intent::Restore{name, project, emscripten::vecFromJSArray<std::string>(journal), unsaved,
                                   place, origin});
    return app_.model().document_revision != before;
  }
  // The answer to list_documents().
  void documents(val list) {
    app::intent::Documents wish;
    const auto count = list["length"].as<unsigned>();
    for (unsigned k = 0; k < count; ++k) {
      const val one = list[k];
      const auto text = [&](const char* name) { return one[name].as<std::string>(); };
      wish.documents.push_back({text("id"), text("title"), text("name"), text("text"), text("when"),
                                one["unsaved"].as<bool>(), one["open"].as<bool>(),
                                one["elsewhere"].as<bool>(), one["removed"].as<bool>()});
    }
    app_.want(wish);
  }
  // An intent or an action by its name; false when there is none of that name now.
  bool want(const std::string& name, const std::string& argument, const std::string& second) {
    if (name == "action") return app_.act(argument);
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
  // What the accessible mirror shows, see mirror_values.h.
  val state() { return state_value(app_); }
  val outline() { return outline_value(app_.view_model()); }
  val paragraphs() { return paragraphs_value(app_.view_model()); }
  val paragraph_tags() { return paragraph_tags_value(app_.view_model()); }
  val summary() { return summary_value(app_.view_model()); }
  val lists() { return lists_value(app_.view_model()); }
  val comparison() { return comparison_value(app_.view_model()); }
  val tag_editor() { return tag_editor_value(app_.view_model()); }
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

}  // namespace

EMSCRIPTEN_BINDINGS(clausemark_app) {
  emscripten::class_<PageApp>("App")
      .constructor<std::string, val>()
      .function("ready", &PageApp::ready)
      .function("resize", &PageApp::resize)
      .function("frame", &PageApp::frame)
      .function("work", &PageApp::work)
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
      .function("documents", &PageApp::documents)
      .function("want", &PageApp::want)
      .function("grabs", &PageApp::grabs)
      .function("inView", &PageApp::in_view)
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
      .function("paragraphs", &PageApp::paragraphs)
      .function("paragraphTags", &PageApp::paragraph_tags)
      .function("summary", &PageApp::summary)
      .function("lists", &PageApp::lists)
      .function("comparison", &PageApp::comparison)
      .function("tagEditor", &PageApp::tag_editor)
      .function("locate", &PageApp::locate);
}
