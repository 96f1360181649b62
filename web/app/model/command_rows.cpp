// What the command palette offers.
#include <algorithm>

#include "core/text/find.h"
#include "core/text/shorten.h"
#include "web/app/model/action.h"

namespace clausemark::app {
namespace {

constexpr std::size_t most_rows = 200;
constexpr std::size_t place_length = 60;  // bytes of a paragraph that name it

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const auto folded = fold_case(text);
  std::string_view rest = folded;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (end > 0) words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

// 0: some word is nowhere; 1: all are somewhere; 2: all begin a word of the name; 3: the name begins so.
int rank_of(const CommandRow& row, const std::vector<std::string>& words) {
  const auto name = fold_case(row.name);
  const auto group = fold_case(row.group);
  int rank = 3;
  for (std::size_t k = 0; k < words.size(); ++k) {
    const auto at = name.find(words[k]);
    if (at == 0 && k == 0) continue;
    const bool begins = at != std::string::npos && (at == 0 || name[at - 1] == ' ');
    if (begins)
      rank = std::min(rank, 2);
    else if (at != std::string::npos || group.find(words[k]) != std::string::npos)
      rank = std::min(rank, 1);
    else
      return 0;
  }
  return rank;
}

}  // namespace

std::vector<CommandRow> command_rows(const Model& model, std::string_view text) {
  const auto words = words_of(text);
  std::vector<std::pair<int, CommandRow>> ranked;
  const auto offer = [&](CommandRow row) {
    if (const int rank = rank_of(row, words); rank > 0) ranked.emplace_back(rank, std::move(row));
  };
  for (const auto& action : actions()) {
    if (action.id == "dismiss" || action.id == "commands") continue;
    auto wish = intent_of(action.id, model);
    if (!wish) continue;
    offer({std::string(action.name), std::string(action.group), key_name(action.first_key()),
           std::move(*wish)});
  }
  if (!model.view.selection.empty() || !model.view.parts.empty() || !model.view.active.empty()) {
    for (const auto& tag : model.document.project.tag_set.tags)
      offer({"Tag as " + tag.name, tag.group, key_name(tag.key), intent::ApplyTag{tag.id}});
  }
  for (const auto& document : model.view.documents) {
    if (!document.open && !document.removed)
      offer({document.title, "Open", {}, intent::OpenKept{document.id}});
  }
  if (!words.empty()) {
    for (const auto& block : model.document.resolution.blocks) {
      if (block.kind != BlockKind::operative && block.kind != BlockKind::heading) continue;
      const auto label = block.kind == BlockKind::heading ? std::string{} : "Paragraph " + block.number + " ";
      offer({label + shortened(model.document.resolution.text(block.reading), place_length),
             "Go to",
             {},
             intent::GoTo{block.reading.start}});
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<CommandRow> rows;
  rows.reserve(std::min(ranked.size(), most_rows));
  for (auto& [rank, row] : ranked) {
    if (rows.size() < most_rows) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace clausemark::app
