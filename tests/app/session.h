// A reader's session without a browser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/app/model/action.h"
#include "web/app/model/update.h"

namespace clausemark::app {

// A model to which wishes are put one after the other.
struct Session {
  Model model = initial_model();
  std::vector<Effect> effects;
  int ids = 0;
  std::uint32_t in_view = 0;

  void want(const Intent& intent) {
    effects = update(model, intent, {"2031-03-14T10:00:00Z", std::to_string(++ids), in_view});
  }
  const Project& project() const { return model.document.project; }
  // A key as the page names it; false when it means nothing now.
  bool press(std::string_view key) {
    const auto wish = intent_of_key(key, model);
    if (wish) want(*wish);
    return wish.has_value();
  }
  std::string selected() const { return std::string(model.document.resolution.text(model.view.selection)); }
  // The first effect of a kind that the last wish had; nullptr if it had none.
  template <class Kind>
  const Kind* effect() const {
    for (const auto& one : effects) {
      if (const auto* found = std::get_if<Kind>(&one)) return found;
    }
    return nullptr;
  }
  Range find(std::string_view quote) const {
    const auto at = static_cast<std::uint32_t>(model.document.resolution.reading.text().find(quote));
    return {at, at + static_cast<std::uint32_t>(quote.size())};
  }
  std::size_t count(Status status) const {
    std::size_t sum = 0;
    for (const auto& annotation : project().annotations) sum += annotation.status == status ? 1 : 0;
    return sum;
  }
};

}  // namespace clausemark::app
