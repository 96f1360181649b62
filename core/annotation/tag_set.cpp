#include "core/annotation/tag_set.h"

#include <algorithm>

namespace clausemark {

const Tag* TagSet::find(std::string_view id) const {
  const auto found = std::find_if(tags.begin(), tags.end(), [&](const Tag& tag) { return tag.id == id; });
  return found == tags.end() ? nullptr : &*found;
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
