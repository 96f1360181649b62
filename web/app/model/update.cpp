#include "web/app/model/update.h"

#include <algorithm>

#include "web/app/model/updater.h"

namespace clausemark::app {
namespace {

// What the world outside reports, whether or not a question waits for its answer.
bool is_report(const Intent& intent) {
  return std::holds_alternative<intent::Stored>(intent) ||
         std::holds_alternative<intent::SetReadOnly>(intent) ||
         std::holds_alternative<intent::Documents>(intent) ||
         std::holds_alternative<intent::Restore>(intent) || std::holds_alternative<intent::Written>(intent) ||
         std::holds_alternative<intent::NotWritten>(intent);
}

}  // namespace

Model initial_model() {
  Model model;
  if (auto sample = open_document(std::string(sample_name), sample_text()))
    model.document = std::move(*sample);
  model.document.origin = 1;
  model.document_revision = model.annotation_revision = 1;
  model.view.message.text = "Press R to review suggestions, or select text and press a number";
  return model;
}

std::string words_in_hand(const Model& model) {
  const auto& view = model.view;
  const auto& document = model.document;
  auto parts = view.parts;
  if (!view.selection.empty()) parts.push_back(view.selection);
  if (parts.empty()) {
    const auto* annotation = view.active.empty() ? nullptr : document.project.find(view.active);
    return annotation == nullptr ? std::string{}
                                 : quote_of(document.project, document.resolution, *annotation);
  }
  std::sort(parts.begin(), parts.end(), [](Range a, Range b) { return a.start < b.start; });
  std::vector<std::string> words;
  words.reserve(parts.size());
  for (const auto& part : parts) words.emplace_back(document.resolution.text(part));
  return in_a_row(words);
}

std::vector<Effect> update(Model& model, const Intent& intent, const Outside& outside) {
  // While a question waits for its answer, nothing behind it changes.
  const bool answers = std::holds_alternative<intent::AnswerPending>(intent) ||
                       std::holds_alternative<intent::Dismiss>(intent) ||
                       std::holds_alternative<intent::SetTheme>(intent) ||
                       std::holds_alternative<intent::SetCalm>(intent);
  if (model.view.pending && !answers && !is_report(intent)) return {};
  // While a file is opened, only what was typed before still counts.
  const bool typed = std::holds_alternative<intent::SetNote>(intent) ||
                     std::holds_alternative<intent::SetAttribute>(intent) ||
                     std::holds_alternative<intent::SetAuthor>(intent) ||
                     std::holds_alternative<intent::SetTagField>(intent) ||
                     std::holds_alternative<intent::NameTagSet>(intent);
  if (model.opening && !answers && !typed && !std::holds_alternative<intent::GoOn>(intent) &&
      !is_report(intent))
    return {};
  // A menu is there for the next wish.
  if (!std::holds_alternative<intent::ShowMenu>(intent) && !std::holds_alternative<intent::Dismiss>(intent) &&
      !is_report(intent))
    model.view.menu.reset();
  // A notice has been read once the work goes on.
  if (model.view.message.kind == MessageKind::notice && !is_report(intent) &&
      !std::holds_alternative<intent::Scroll>(intent))
    model.view.message = {};
  Updater updater(model, outside);
  std::visit(updater, intent);
  ++model.view_revision;
  return updater.take();
}

}  // namespace clausemark::app
