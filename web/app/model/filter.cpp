#include "web/app/model/filter.h"

#include <algorithm>

#include "core/text/find.h"

namespace clausemark::app {

bool shows(const Filter& filter, const Annotation& annotation, const Document& document) {
  const auto& statuses = filter.statuses;
  if (statuses.empty() ? annotation.status == Status::rejected
                       : std::find(statuses.begin(), statuses.end(), annotation.status) == statuses.end())
    return false;
  if (filter.empty()) return true;
  const auto& tags = filter.tags;
  if (!tags.empty() && std::find(tags.begin(), tags.end(), annotation.tag) == tags.end()) return false;
  const auto& cosigners = annotation.cosigners;
  if (!filter.author.empty() && annotation.author != filter.author &&
      std::find(cosigners.begin(), cosigners.end(), filter.author) == cosigners.end())
    return false;
  return filter.text.empty() || !find_all(annotation.note, filter.text).empty() ||
         !find_all(quote_of(document.project, document.resolution, annotation), filter.text).empty();
}

}  // namespace clausemark::app
