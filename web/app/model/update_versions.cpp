// Another version of the annotations: compared with, merged in, and settled where the two contradict each
// other.
#include <algorithm>

#include "web/app/model/updater.h"

namespace clausemark::app {
namespace {

bool has_decisions(const Project& project) {
  return std::any_of(project.annotations.begin(), project.annotations.end(),
                     [](const Annotation& one) { return one.status != Status::suggested; });
}

}  // namespace

bool Updater::is_another_version(const Document& document) const {
  return !view_.read_only && document.project.text == project().text && has_decisions(project()) &&
         has_decisions(document.project);
}

bool Updater::has_same_work(const Document& document) const {
  return !view_.read_only && document.project == project() && has_decisions(project());
}

void Updater::compare_with(const std::string& name, Document document) {
  model_.other = OtherVersion{name, std::move(document.project)};
  ++model_.annotation_revision;  // what they are compared with is another
  let_go_of_selection();
  view_.main = MainView::comparison;
  announce("Compared with " + name);
}

void Updater::operator()(const intent::CloseOther&) {
  if (!model_.other) return;
  say(model_.other->name + " is no longer compared with");
  model_.other.reset();
  if (view_.main == MainView::comparison) view_.main = MainView::reading;
}

void Updater::operator()(const intent::MergeOther&) {
  if (!model_.other || !may_change()) return;
  const auto name = model_.other->name;
  auto merged = merge_to_adjudicate(project(), model_.other->project);
  if (!merged) {
    complain(merged.error());
    return;
  }
  const auto accepted = [&] {
    return static_cast<std::size_t>(
        std::count_if(project().annotations.begin(), project().annotations.end(),
                      [](const Annotation& one) { return one.status == Status::accepted; }));
  };
  const auto before = accepted();
  const bool anything = !merged->command.edits.empty();
  merged->command.name = "Merge " + name;
  if (anything && !perform(merged->command)) return;
  model_.other.reset();
  view_.main = MainView::reading;
  (*this)(intent::SetFilter{});
  const auto tell = [](std::size_t count, const char* one, const char* many) {
    return count == 0 ? std::string{} : ", " + (count == 1 ? std::string(one) : std::to_string(count) + many);
  };
  const auto after = accepted();
  const auto tags = static_cast<std::size_t>(
      std::count_if(merged->conflicts.begin(), merged->conflicts.end(), [](const Conflict& one) {
        return one.kind == ConflictKind::tag_defined_twice || one.kind == ConflictKind::tag_in_use;
      }));
  const auto told =
      (anything ? "Merged " + name : "Nothing is new in " + name) +
      tell(after > before ? after - before : 0, "one more annotation", " more annotations") +
      tell(tags, "one tag differs, and stays as it is here", " tags differ, and stay as they are here") +
      tell(model_.disputes.size(), "one contradiction to settle", " contradictions to settle");
  if (model_.disputes.empty())
    view_.tab = PanelTab::annotations;
  else
    (*this)(intent::ShowDispute{model_.disputes.front()});
  say(told, MessageKind::info, anything);
}

void Updater::operator()(const intent::ShowDispute& wish) {
  if (!is_dispute(project(), wish.dispute)) return;
  (*this)(intent::Activate{wish.dispute.first});
  view_.dispute = wish.dispute;
  view_.tab = PanelTab::disputes;
}

void Updater::operator()(const intent::StepDispute& wish) {
  const auto& disputes = model_.disputes;
  if (disputes.empty()) {
    say("There are no contradictions to settle");
    return;
  }
  // One that is in hand but not in sight comes first.
  if (view_.dispute && view_.tab != PanelTab::disputes) {
    (*this)(intent::ShowDispute{*view_.dispute});
    return;
  }
  const auto count = disputes.size();
  const auto here =
      view_.dispute ? std::find(disputes.begin(), disputes.end(), *view_.dispute) : disputes.end();
  const auto at = static_cast<std::size_t>(here - disputes.begin());
  const auto next = wish.by > 0 ? (here == disputes.end() ? 0 : at + 1) : at + count - 1;
  (*this)(intent::ShowDispute{disputes[next % count]});
}

void Updater::operator()(const intent::Settle& wish) {
  if (wish.dispute.first.empty() && !view_.dispute) return;
  const auto dispute = wish.dispute.first.empty() ? *view_.dispute : wish.dispute;
  const auto& disputes = model_.disputes;
  const auto at =
      static_cast<std::size_t>(std::find(disputes.begin(), disputes.end(), dispute) - disputes.begin());
  if (!perform(settle(project(), dispute, wish.verdict, signature()), true)) return;
  const auto message = view_.message;
  if (disputes.empty()) {
    // Nothing stays in hand: the key that settled the last one would be that of a tag.
    (*this)(intent::Activate{});
    view_.tab = PanelTab::annotations;
    say(message.text + "; every contradiction is settled", MessageKind::info, true);
    return;
  }
  (*this)(intent::ShowDispute{disputes[std::min(at, disputes.size() - 1)]});
  view_.message = message;
}

}  // namespace clausemark::app
