// The application: one Model, its panes, and a frame at a time.
//
//   events ─▶ Dear ImGui ─▶ panes ─▶ Intents ─▶ update() ─▶ Model ─▶ ViewModel ─▶ panes
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "web/app/host.h"
#include "web/app/model/update.h"
#include "web/app/model/view_model.h"
#include "web/app/panes/command_palette.h"
#include "web/app/panes/comparison_pane.h"
#include "web/app/panes/document_pane.h"
#include "web/app/panes/documents_sheet.h"
#include "web/app/panes/find_bar.h"
#include "web/app/panes/outline_pane.h"
#include "web/app/panes/side_panel.h"
#include "web/app/panes/steps_sheet.h"
#include "web/app/panes/summary_pane.h"
#include "web/app/panes/tag_sheet.h"
#include "web/app/ui/text_painter.h"

namespace clausemark::app {

class App {
 public:
  // Creates the Dear ImGui context; the renderer is set up by the caller afterwards.
  explicit App(Host& host);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  void resize(float width, float height, float ratio);  // CSS pixels; device pixels for one of them

  // Lays out and draws one frame into Dear ImGui's draw data. Returns whether another one is needed without
  // input.
  bool frame(double seconds_since_last);

  // Goes on with work that takes a while, once a frame has shown how far it is. Returns whether some is left.
  bool work();

  // Something that the reader wants, from keys or from the accessible mirror.
  void want(const Intent& intent);
  // A key that is a command here ("2", "r", "Enter", "ctrl+z"); false when it means nothing now.
  bool key(std::string_view name);
  // Carries out an action by its id; false when it means nothing now.
  bool act(std::string_view id);
  bool editing_text() const;
  // The reading position at the upper edge of the text.
  std::uint32_t in_view() { return document_.first_in_view(builder_.build(model_)); }
  // Whether a press at a point takes hold of something that can be dragged.
  bool grabs(float x, float y) const { return document_.grabs({x, y}); }
  // Works off all input that has arrived, without drawing it; for events that must be answered while they
  // run.
  void take_input();
  // Leaves the text field being edited; what was typed is kept. A field that lies above the page goes with
  // it where `escape` says so.
  void finish_editing(bool escape);

  void set_system_dark(bool dark);
  void renderer_lost() { painter_.forget(); }

  const ViewModel& view_model() { return builder_.build(model_); }
  const Model& model() const { return model_; }
  std::string selected_text() const;

  // Where the first occurrence of a quote stands on the screen, if it is in view.
  std::optional<Rect> locate(std::string_view quote);

 private:
  static App& self();  // for the callbacks of Dear ImGui
  void style();
  void carry_out(const Effect& effect);

  Host& host_;
  TextPainter painter_;
  Model model_;
  ViewModelBuilder builder_;
  DocumentPane document_;
  OutlinePane outline_;
  SidePanel panel_;
  FindBar find_bar_;
  SummaryPane summary_;
  ComparisonPane comparison_;
  CommandPalette palette_;
  DocumentsSheet documents_;
  StepsSheet steps_;
  TagSheet tags_;
  std::string clipboard_;    // Dear ImGui wants a pointer that lives until the next call
  bool work_shown_ = false;  // a frame has been drawn since work began
  float covered_ = 0;        // of the document pane, by the palette in the last frame
  float width_ = 0;
  float height_ = 0;
};

}  // namespace clausemark::app
