// What update() does with each intent. One class, its parts by what they are about:
//
//   update_documents     what is open, where it is kept
//   update_annotations   what changes the project, undo, review
//   update_tags          the tag set
//   update_versions      comparing with another version, merging, settling what contradicts itself
//   update_summary       the summary, and what can be taken from it
//   update_reading       selection, finding one's way, the look of the page
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/model/update.h"

namespace clausemark::app {

class Updater {
 public:
  Updater(Model& model, const Outside& outside) : model_(model), view_(model.view), outside_(outside) {}

  std::vector<Effect> take() { return std::move(effects_); }

  // update_documents.cpp
  void operator()(const intent::Open& wish);
  void operator()(const intent::GoOn& wish);
  void operator()(const intent::AnswerPending& wish);
  void operator()(const intent::Restore& wish);
  void operator()(const intent::Stored& wish);
  void operator()(const intent::SetReadOnly& wish);
  void operator()(const intent::ChooseFile& wish);
  void operator()(const intent::Save& wish);
  void operator()(const intent::Written& wish);
  void operator()(const intent::NotWritten& wish);
  void operator()(const intent::Documents& wish);
  void operator()(const intent::OpenKept& wish);
  void operator()(const intent::RemoveKept& wish);
  void operator()(const intent::OpenSample& wish);
  void operator()(const intent::Report& wish);

  // update_summary.cpp
  void operator()(const intent::ShowMain& wish);
  void operator()(const intent::SummariseAs& wish);
  void operator()(const intent::CopyTable& wish);
  void operator()(const intent::SaveExtra& wish);

  // update_annotations.cpp
  void operator()(const intent::SetAuthor& wish);
  void operator()(const intent::Activate& wish);
  void operator()(const intent::ApplyTag& wish);
  void operator()(const intent::Accept& wish);
  void operator()(const intent::Reject& wish);
  void operator()(const intent::Erase& wish);
  void operator()(const intent::SetNote& wish);
  void operator()(const intent::AcceptAll& wish);
  void operator()(const intent::SetAttribute& wish);
  void operator()(const intent::SetSpans& wish);
  void operator()(const intent::Step& wish);
  void operator()(const intent::Reopen& wish);
  void operator()(const intent::Undo& wish);
  void operator()(const intent::Redo& wish);
  void operator()(const intent::GoToStep& wish);

  // update_tags.cpp
  void operator()(const intent::EditTag& wish);
  void operator()(const intent::AddTag& wish);
  void operator()(const intent::RemoveTag& wish);
  void operator()(const intent::SetTagField& wish);
  void operator()(const intent::NameTagSet& wish);
  void operator()(const intent::SaveTagSet& wish);

  // update_versions.cpp
  void operator()(const intent::MergeOther& wish);
  void operator()(const intent::StepDispute& wish);
  void operator()(const intent::ShowDispute& wish);
  void operator()(const intent::CloseOther& wish);
  void operator()(const intent::Settle& wish);

  // update_reading.cpp
  void operator()(const intent::Select& wish);
  void operator()(const intent::SelectClause& wish);
  void operator()(const intent::Move& wish);
  void operator()(const intent::KeepPart& wish);
  void operator()(const intent::GoTo& wish);
  void operator()(const intent::Scroll& wish);
  void operator()(const intent::SetTab& wish);
  void operator()(const intent::SetTheme& wish);
  void operator()(const intent::ShowSheet& wish);
  void operator()(const intent::Find& wish);
  void operator()(const intent::FindCommand& wish);
  void operator()(const intent::FindAs& wish);
  void operator()(const intent::FindStep& wish);
  void operator()(const intent::CloseFind& wish);
  void operator()(const intent::Follow& wish);
  void operator()(const intent::GoBack& wish);
  void operator()(const intent::SetTextSize& wish);
  void operator()(const intent::SetColumn& wish);
  void operator()(const intent::SetContrast& wish);
  void operator()(const intent::SetCalm& wish);
  void operator()(const intent::Copy& wish);
  void operator()(const intent::ChooseTag& wish);
  void operator()(const intent::EditNote& wish);
  void operator()(const intent::SetFilter& wish);
  void operator()(const intent::FilterBy& wish);
  void operator()(const intent::ShowMenu& wish);
  void operator()(const intent::Dismiss& wish);

 private:
  const Project& project() const { return model_.document.project; }
  const Resolution& resolution() const { return model_.document.resolution; }
  const Annotation* in_hand() const { return view_.active.empty() ? nullptr : project().find(view_.active); }
  Signature signature() const { return {view_.author, outside_.time}; }

  // Reads to those who hear the page; say() shows it as well.
  void announce(std::string text) { effects_.emplace_back(effect::Announce{std::move(text)}); }
  void say(std::string text, MessageKind kind = MessageKind::info, bool offers_undo = false);
  // What was refused and where; `whose` is the name of a file.
  void complain(const Error& error, const std::string& whose = {});

  void open(const PendingOpen& pending);
  // At once, or step by step where it is long.
  void open_bytes(PendingOpen pending);
  // It has been read: shows it, or asks first.
  void opened(const PendingOpen& pending, Document document);
  // The kept document with the same text as a document that nobody has worked on yet; nullptr for none.
  const KeptDocument* known_text(const Document& document) const;
  // Takes over the tags of a file.
  void open_tag_set(const std::string& name, std::string_view bytes);
  // A file of annotations about the open text, where both have been worked on.
  bool is_another_version(const Document& document) const;
  // The same text, tags and annotations as those that are open, some of them decided.
  bool has_same_work(const Document& document) const;
  void compare_with(const std::string& name, Document document);
  void tell_stored(const intent::Stored& wish);
  // Opens at once where nothing can be lost, else asks first.
  void open_or_ask(PendingOpen pending);
  // Another document is there: everything that pointed into the one before is let go.
  void show_document();
  // Where reading begins: the top, or the opening formula where news prose stands before it.
  std::uint32_t beginning() const;
  // The document and the state that it is in.
  std::string name_of_save() const;
  // The title of the document or of something else as the name of a file.
  std::string file_name(std::string_view ending) const;
  static std::string file_name(std::string_view title, std::string_view ending);

  bool may_change();
  bool perform(const Command& command, bool offers_undo = false);
  bool perform(const Result<Command>& command, bool offers_undo = false);
  void changed();
  // The same for the tag set; one that changes nothing is no step.
  void change_tags(const Result<Command>& command);
  // Whether another tag has this name; the reader is told.
  bool is_named(const std::string& name, std::string_view but);
  // The editor shows a tag that is there: where the one before has gone, the first.
  void keep_tag_in_editor();
  // As many steps as wished for.
  void go_back_in_history(bool undo, int steps = 1);
  // Accepts or rejects a suggestion and goes on to the next one that is open.
  void decide(const std::string& wished, Status status);
  // The open suggestion, or the annotation, `by` steps from this one, around the end; with none in hand the
  // first that begins in view.
  std::string neighbour(const std::string& id, int by, PanelTab list = PanelTab::suggestions) const;
  // The annotation over the same words with the same tag, if there is one.
  const Annotation* twin(const std::vector<Range>& target, std::string_view tag) const;
  // All that is selected, in the source.
  std::vector<Range> selected_source() const;
  std::string path_at(std::uint32_t source) const;

  void go_to(std::uint32_t reading);
  // The same, and the way back is remembered.
  void jump_to(std::uint32_t reading);
  void let_go_of_selection();
  void look_again();

  Model& model_;
  ViewState& view_;
  const Outside& outside_;
  std::vector<Effect> effects_;
};

}  // namespace clausemark::app
