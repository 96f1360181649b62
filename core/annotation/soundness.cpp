#include "core/annotation/soundness.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace clausemark {
namespace {

// Ranges of the text; unless they may overlap, one behind the other.
Result<void> check_ranges(const std::vector<Range>& ranges, std::string_view text, bool overlapping) {
  std::uint32_t from = 0;
  for (const auto& span : ranges) {
    const auto bytes = [&] {
      return "bytes " + std::to_string(span.start) + " to " + std::to_string(span.end);
    };
    if (span.empty() || span.start > span.end || span.end > text.size() ||
        !utf8::is_boundary(text, span.start) || !utf8::is_boundary(text, span.end)) {
      return refuse(ErrorCode::bad_range, bytes() + " are no span of the text, which has " +
                                              std::to_string(text.size()) + " bytes");
    }
    if (span.start < from && !overlapping)
      return refuse(ErrorCode::bad_range, bytes() + " overlap the span before them or stand before it");
    from = span.end;
  }
  return {};
}

Result<void> check_spans(const Annotation& annotation, std::string_view text) {
  if (annotation.placed() != annotation.quotes.empty() ||
      (annotation.placed() && !annotation.places.empty())) {
    return refuse(ErrorCode::bad_range, annotation.placed()
                                            ? "the annotation has a place and is looking for one"
                                            : "the annotation marks nothing");
  }
  if (auto checked = check_ranges(annotation.places, text, true); !checked) return checked;
  return check_ranges(annotation.spans, text, false);
}
Result<void> check_texts(const Annotation& annotation) {
  const auto check = [](const std::string& text, const char* what) -> Result<void> {
    if (utf8::is_valid(text)) return {};
    return refuse(ErrorCode::bad_value, std::string(what) + " is not valid UTF-8");
  };
  for (const auto& [text, what] :
       {std::pair(&annotation.id, "the id"), std::pair(&annotation.note, "the note"),
        std::pair(&annotation.author, "the author"), std::pair(&annotation.created, "the time"),
        std::pair(&annotation.modified, "the time"), std::pair(&annotation.rule, "the rule"),
        std::pair(&annotation.path, "the clause path")}) {
    if (auto checked = check(*text, what); !checked) return checked;
  }
  for (const auto& attribute : annotation.attributes) {
    if (auto checked = check(attribute.name + attribute.value, "an attribute"); !checked) return checked;
  }
  for (const auto& link : annotation.links) {
    if (auto checked = check(link.role + link.to, "a link"); !checked) return checked;
  }
  for (const auto& quote : annotation.quotes) {
    if (auto checked = check(quote, "a quote"); !checked) return checked;
  }
  return {};
}

Result<void> check_cosigners(const Annotation& annotation) {
  const auto& names = annotation.cosigners;
  if (names.size() > most_cosigners)
    return refuse(ErrorCode::too_large,
                  "an annotation has at most " + std::to_string(most_cosigners) + " further authors");
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (!utf8::is_valid(names[k])) return refuse(ErrorCode::bad_value, "the author is not valid UTF-8");
    if (annotation.author.empty() || names[k].empty() || names[k] == annotation.author ||
        (k > 0 && names[k - 1] >= names[k]))
      return refuse(ErrorCode::bad_value, "the author \"" + names[k] + "\" is given twice or out of order");
  }
  return {};
}

Result<void> check_attributes(const Annotation& annotation, const Tag& tag) {
  if (annotation.attributes.size() > most_attributes)
    return refuse(ErrorCode::too_large,
                  "an annotation has at most " + std::to_string(most_attributes) + " attributes");
  for (std::size_t k = 0; k < annotation.attributes.size(); ++k) {
    const auto& attribute = annotation.attributes[k];
    if (attribute.name.empty()) return refuse(ErrorCode::bad_value, "an attribute needs a name");
    if (k > 0 && annotation.attributes[k - 1].name >= attribute.name) {
      return refuse(ErrorCode::bad_value,
                    "the attribute \"" + attribute.name + "\" is given twice or out of order");
    }
    const auto declared = std::find_if(tag.attributes.begin(), tag.attributes.end(),
                                       [&](const TagAttribute& one) { return one.name == attribute.name; });
    if (declared == tag.attributes.end() || declared->values.empty()) continue;
    if (std::find(declared->values.begin(), declared->values.end(), attribute.value) ==
        declared->values.end()) {
      return refuse(ErrorCode::bad_value, "\"" + attribute.value + "\" is no value that the tag \"" + tag.id +
                                              "\" allows for \"" + attribute.name + "\"");
    }
  }
  return {};
}

Result<void> check_links(const Annotation& annotation) {
  if (annotation.links.size() > most_links)
    return refuse(ErrorCode::too_large, "an annotation has at most " + std::to_string(most_links) + " links");
  for (std::size_t k = 0; k < annotation.links.size(); ++k) {
    const auto& link = annotation.links[k];
    if (link.role.empty()) return refuse(ErrorCode::bad_value, "a link needs a role");
    if (link.to == annotation.id)
      return refuse(ErrorCode::bad_value, "an annotation cannot be linked to itself");
    if (k > 0 && !(annotation.links[k - 1] < link))
      return refuse(ErrorCode::bad_value, "the link to \"" + link.to + "\" is given twice or out of order");
  }
  return {};
}

}  // namespace

Result<void> check_annotation(const Annotation& annotation, std::string_view text, const TagSet& tag_set) {
  if (annotation.id.empty()) return refuse(ErrorCode::bad_value, "the annotation has no id");
  if (auto checked = check_texts(annotation); !checked) return checked;
  if (auto checked = check_spans(annotation, text); !checked) return checked;
  const auto* tag = tag_set.find(annotation.tag);
  if (tag == nullptr)
    return refuse(ErrorCode::unknown_tag, "the tag set has no tag \"" + annotation.tag + "\"");
  if (auto checked = check_cosigners(annotation); !checked) return checked;
  if (auto checked = check_attributes(annotation, *tag); !checked) return checked;
  return check_links(annotation);
}

}  // namespace clausemark
