// The tags that readers work with: changed one at a time, or taken over from a file.
#include <algorithm>

#include "core/annotation/edit_tag_set.h"
#include "core/formats/tag_set_json.h"
#include "core/text/find.h"
#include "core/text/shorten.h"
#include "core/text/utf8.h"
#include "web/app/model/action.h"
#include "web/app/model/tag_editor.h"
#include "web/app/model/updater.h"

namespace clausemark::app {
namespace {

// The last character of what stands in the field, as a key is named: a letter in its small form.
std::string key_from(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.empty()) return {};
  auto start = text.size() - 1;
  while (start > 0 && utf8::is_continuation(text[start])) --start;
  std::string key(text.substr(start));
  return fold_case(key);
}

// The letters that are commands.
std::string command_keys() {
  std::string keys;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    if (!action_of_key(std::string(1, letter)).empty()) keys += letter;
  }
  return keys;
}

}  // namespace

void Updater::change_tags(const Result<Command>& command) {
  if (!command) {
    complain(command.error());
    return;
  }
  const auto* set = command->edits.size() == 1 ? std::get_if<SetTagSet>(&command->edits.front()) : nullptr;
  if (set == nullptr || !(set->tag_set == project().tag_set))
    perform(*command);
  else if (view_.message.kind == MessageKind::error)
    view_.message = {};  // as it was before
}

bool Updater::is_named(const std::string& name, std::string_view but) {
  const auto& tags = project().tag_set.tags;
  const bool named = std::any_of(tags.begin(), tags.end(), [&](const Tag& tag) {
    return tag.id != but && fold_case(tag.name) == fold_case(name);
  });
  if (named) say("There is a tag " + name + " already", MessageKind::error);
  return named;
}

void Updater::operator()(const intent::EditTag& wish) {
  const auto& tags = project().tag_set;
  view_.choosing_tag = false;
  if (view_.sheet != Sheet::tags) (*this)(intent::ShowSheet{Sheet::tags});
  if (tags.find(wish.id) != nullptr) view_.tag_in_editor = wish.id;
  keep_tag_in_editor();
}

void Updater::keep_tag_in_editor() {
  const auto& tags = project().tag_set;
  if (tags.find(view_.tag_in_editor) == nullptr)
    view_.tag_in_editor = tags.tags.empty() ? std::string{} : tags.tags.front().id;
}

void Updater::operator()(const intent::AddTag& wish) {
  const auto name = on_one_line(wish.name);
  if (name.empty() || is_named(name, {})) return;
  const auto& set = project().tag_set;
  const auto* beside = set.find(view_.tag_in_editor);
  const auto group = beside == nullptr ? std::string{} : beside->group;
  auto tag = new_tag(set, name, group, std::string(clearest_colour(set, group)), command_keys());
  const auto id = tag.id;
  change_tags(put_tag(project(), std::move(tag)));
  if (project().tag_set.find(id) != nullptr) view_.tag_in_editor = id;
}

void Updater::operator()(const intent::RemoveTag& wish) { change_tags(remove_tag(project(), wish.id)); }

void Updater::operator()(const intent::SetTagField& wish) {
  const auto* known = project().tag_set.find(wish.id);
  if (known == nullptr) return;
  auto tag = *known;
  switch (wish.field) {
    case intent::TagField::name:
      tag.name = on_one_line(wish.value);
      if (is_named(tag.name, wish.id)) return;
      break;
    case intent::TagField::group:
      tag.group = on_one_line(wish.value);
      break;
    case intent::TagField::colour:
      tag.colour = wish.value;
      break;
    case intent::TagField::guideline:
      tag.description = wish.value;
      break;
    case intent::TagField::attributes:
      tag.attributes = attributes_from(wish.value, tag.attributes);
      break;
    case intent::TagField::key: {
      tag.key = key_from(wish.value);
      const auto& tags = project().tag_set.tags;
      const auto holder = std::find_if(tags.begin(), tags.end(), [&](const Tag& one) {
        return !tag.key.empty() && one.key == tag.key && one.id != tag.id;
      });
      // A command that is pressed without thinking must not tag; the numbers that settle contradictions do so
      // only where there is one.
      const bool number = tag.key.size() == 1 && tag.key[0] >= '1' && tag.key[0] <= '9';
      const auto command = number ? std::string_view{} : action_of_key(tag.key);
      if (holder == tags.end() && !command.empty()) {
        say(tag.key + " is the key of the command “" + std::string(command) + "”", MessageKind::error);
        return;
      }
      if (holder == tags.end()) break;
      say(tag.key + " is the key of " + holder->name + " already", MessageKind::error);
      return;
    }
  }
  change_tags(put_tag(project(), std::move(tag)));
}

void Updater::operator()(const intent::NameTagSet& wish) {
  auto set = project().tag_set;
  set.name = wish.name;
  change_tags(change_tag_set("Rename tag set", std::move(set)));
}

void Updater::operator()(const intent::SaveTagSet&) {
  const auto& set = project().tag_set;
  effects_.emplace_back(
      effect::SaveExtra{file_name(set.name, ".tagset.json"), "application/json", save_tag_set(set), false});
}

void Updater::open_tag_set(const std::string& name, std::string_view bytes) {
  const auto set = load_tag_set(bytes);
  if (!set) {
    complain(set.error(), name);
    return;
  }
  const auto before = model_.document.history.state();
  change_tags(adopt_tag_set(project(), *set));
  if (model_.document.history.state() == before) return;  // refused, or the same tags
  (*this)(intent::EditTag{});
  const auto kept = project().tag_set.tags.size() - set->tags.size();
  say("These are the tags of " + name + " now" +
          (kept == 0 ? std::string{}
                     : "; " + std::to_string(kept) + " of those before stay, for annotations have them"),
      MessageKind::info, true);
}

}  // namespace clausemark::app
