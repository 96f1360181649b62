#include "core/annotation/tag_set.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/text/utf8.h"

namespace clausemark {

const Tag* TagSet::find(std::string_view id) const {
  const auto found = std::find_if(tags.begin(), tags.end(), [&](const Tag& tag) { return tag.id == id; });
  return found == tags.end() ? nullptr : &*found;
}

namespace {

bool is_colour(std::string_view colour) {
  return colour.size() == 7 && colour[0] == '#' &&
         colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

tl::unexpected<Error> wrong_tag(std::size_t tag, const std::string& message, const std::string& member = {}) {
  return refuse(ErrorCode::bad_value, message, "/tags/" + std::to_string(tag) + member);
}

Result<void> check_texts(const Tag& tag, std::size_t index) {
  bool valid = utf8::is_valid(tag.id) && utf8::is_valid(tag.name) && utf8::is_valid(tag.group) &&
               utf8::is_valid(tag.key) && utf8::is_valid(tag.description) && utf8::is_valid(tag.parent);
  for (const auto& attribute : tag.attributes) {
    valid = valid && utf8::is_valid(attribute.name) && utf8::is_valid(attribute.description) &&
            std::all_of(attribute.values.begin(), attribute.values.end(),
                        [](const std::string& value) { return utf8::is_valid(value); });
  }
  if (!valid) return wrong_tag(index, "the tag is not valid UTF-8");
  return {};
}

Result<void> check_attributes(const Tag& tag, std::size_t index) {
  const auto most_values = std::max_element(
      tag.attributes.begin(), tag.attributes.end(),
      [](const TagAttribute& a, const TagAttribute& b) { return a.values.size() < b.values.size(); });
  if (tag.attributes.size() > most_tag_attributes ||
      (most_values != tag.attributes.end() && most_values->values.size() > most_tags)) {
    return refuse(ErrorCode::too_large, "a tag has at most 64 attributes of 1000 values each",
                  "/tags/" + std::to_string(index) + "/attributes");
  }
  std::unordered_set<std::string_view> names;
  for (std::size_t k = 0; k < tag.attributes.size(); ++k) {
    const auto& attribute = tag.attributes[k];
    const auto where = "/attributes/" + std::to_string(k);
    if (attribute.name.empty()) return wrong_tag(index, "an attribute needs a name", where + "/name");
    if (!names.insert(attribute.name).second)
      return wrong_tag(index, "the attribute \"" + attribute.name + "\" is given twice", where + "/name");
    std::unordered_set<std::string_view> values;
    for (const auto& value : attribute.values) {
      if (!values.insert(value).second)
        return wrong_tag(index, "the value \"" + value + "\" is given twice", where + "/values");
    }
  }
  return {};
}

}  // namespace

Result<void> check_tag_set(const TagSet& set) {
  if (!utf8::is_valid(set.name)) return refuse(ErrorCode::bad_value, "the name is not valid UTF-8", "/name");
  if (set.tags.size() > most_tags)
    return refuse(ErrorCode::too_large, "a tag set has at most " + std::to_string(most_tags) + " tags",
                  "/tags");
  std::unordered_map<std::string_view, std::size_t> ids;
  std::unordered_set<std::string_view> keys;
  for (std::size_t k = 0; k < set.tags.size(); ++k) {
    const auto& tag = set.tags[k];
    if (tag.id.empty()) return wrong_tag(k, "a tag needs an id", "/id");
    if (!ids.emplace(tag.id, k).second)
      return wrong_tag(k, "the tag \"" + tag.id + "\" is given twice", "/id");
    if (tag.name.empty()) return wrong_tag(k, "a tag needs a name", "/name");
    if (!is_colour(tag.colour)) return wrong_tag(k, "a colour is written #RRGGBB", "/colour");
    if (!tag.key.empty() && !keys.insert(tag.key).second)
      return wrong_tag(k, "the key \"" + tag.key + "\" is given twice", "/key");
    if (auto checked = check_attributes(tag, k); !checked) return checked;
    if (auto checked = check_texts(tag, k); !checked) return checked;
  }
  // Up from each tag, until the top or a tag that has been reached before; on a path of its own that is a
  // circle.
  std::vector<std::size_t> reached_from(set.tags.size(), set.tags.size());
  for (std::size_t k = 0; k < set.tags.size(); ++k) {
    for (auto at = k; reached_from[at] == set.tags.size();) {
      reached_from[at] = k;
      if (set.tags[at].parent.empty()) break;
      const auto parent = ids.find(set.tags[at].parent);
      if (parent == ids.end())
        return wrong_tag(at, "there is no tag \"" + set.tags[at].parent + "\"", "/parent");
      at = parent->second;
      if (reached_from[at] == k)
        return wrong_tag(at, "the tag \"" + set.tags[at].id + "\" is its own ancestor", "/parent");
    }
  }
  return {};
}

const TagSet& default_tag_set() {
  static const TagSet set{
      "Acts of the Security Council",
      {
          {"task", "Task", "Tasks", "#007D5A", "1",
           "What a mission or body is mandated to do, item by item."},
          {"demand", "Demand", "Directives", "#B23A00", "2", "The Council demands, requires or insists."},
          {"condemnation", "Condemnation", "Reactions", "#7A2E83", "3",
           "The Council condemns, deplores, rejects or regrets."},
          {"request", "Request", "Directives", "#D97A2B", "4", "The Council requests or asks."},
          {"reporting", "Reporting", "Tasks", "#2A8FC7", "5",
           "Who reports, briefs or informs, on what, and by when."},
          {"decision", "Decision", "Decisions", "#0B4F8A", "6",
           "The Council decides, extends, renews or establishes."},
          {"authorization", "Authorization", "Decisions", "#1F6FB2", "7",
           "The Council authorizes an action or the use of means."},
          {"call", "Call", "Directives", "#CF6A1C", "8", "The Council calls upon, calls on or calls for."},
          {"urge", "Urge", "Directives", "#C5550F", "9", "The Council urges."},
          {"direction", "Direction", "Directives", "#B94A05", "d",
           "The Council directs or instructs a body of its own."},
          {"encouragement", "Encouragement", "Directives", "#DE9A5B", "e",
           "The Council encourages or invites."},
          {"recommendation", "Recommendation", "Directives", "#D9A06E", "m", "The Council recommends."},
          {"determination", "Determination", "Decisions", "#3A62A8", "t",
           "The Council determines or declares, or names the Chapter it acts under."},
          {"concern", "Concern", "Reactions", "#9B5AA5", "c", "The Council is concerned, alarmed or warns."},
          {"commendation", "Commendation", "Reactions", "#B07AA1", "w",
           "The Council welcomes, commends or pays tribute."},
          {"affirmation", "Affirmation", "Statements", "#4C7A78", "a",
           "The Council stresses, reaffirms, recognizes or underlines."},
          {"recall", "Recall", "Statements", "#6F8E8C", "l", "The Council recalls, notes or takes note."},
          {"intention", "Intention", "Statements", "#5B7F95", "i",
           "The Council expresses its intention or readiness."},
          {"endorsement", "Endorsement", "Statements", "#5C8A6B", "o", "The Council endorses or supports."},
          {"procedural", "Procedural", "Statements", "#7B7F85", "p",
           "The Council remains seized of the matter, and the like."},
      }};
  return set;
}

}  // namespace clausemark
