#include <algorithm>
#include <optional>
#include <unordered_set>

#include "core/annotation/soundness.h"
#include "core/formats/json_text.h"
#include "core/formats/migrations.h"
#include "core/formats/project_json.h"
#include "core/formats/tag_set_value.h"
#include "core/text/offset_map.h"
#include "core/text/sha256.h"

namespace clausemark {
namespace {

using json::Node;
using json::Value;

Result<Status> read_status(const Node& node) {
  CLAUSEMARK_TRY(name, node.required_string("status"));
  if (const auto status = status_of(name)) return *status;
  return refuse(ErrorCode::bad_value, "\"" + name + "\" is no status; suggested, accepted and rejected are",
                node.pointer() + "/status");
}

// The selector of this type in the target of an annotation.
Result<Node> selector(const Node& selectors, const char* type) {
  for (std::size_t k = 0; k < selectors.size(); ++k) {
    const auto element = selectors.element(k);
    CLAUSEMARK_TRY(found, element.required_string("type"));
    if (found == type) return element;
  }
  return selectors.wrong(std::string("a ") + type + " is missing");
}

Result<void> read_body(const Node& item, Annotation& annotation) {
  CLAUSEMARK_TRY(bodies, item.required_array("body"));
  for (std::size_t k = 0; k < bodies.size(); ++k) {
    const auto body = bodies.element(k);
    CLAUSEMARK_TRY(purpose, body.required_string("purpose"));
    CLAUSEMARK_TRY(value, body.required_string("value"));
    if (purpose == "tagging") {
      if (!annotation.tag.empty()) return body.wrong("an annotation has one tag; a second one stands here");
      annotation.tag = value;
    } else if (purpose == "commenting") {
      if (!annotation.note.empty()) return body.wrong("an annotation has one note; a second one stands here");
      annotation.note = value;
    } else {
      return refuse(ErrorCode::bad_value, "\"" + purpose + "\" is no purpose that is known here",
                    body.pointer() + "/purpose");
    }
  }
  if (annotation.tag.empty()) return bodies.wrong("no body has the purpose \"tagging\"");
  return {};
}

Result<Range> read_span(const Node& target, std::string_view text, const OffsetMap& offsets) {
  CLAUSEMARK_TRY(selectors, target.required_array("selector"));
  CLAUSEMARK_TRY(position, selector(selectors, "TextPositionSelector"));
  CLAUSEMARK_TRY(quote, selector(selectors, "TextQuoteSelector"));
  CLAUSEMARK_TRY(start, position.required_offset("start"));
  CLAUSEMARK_TRY(end, position.required_offset("end"));
  CLAUSEMARK_TRY(exact, quote.required_string("exact"));
  if (start >= end || end > offsets.code_points()) {
    return refuse(ErrorCode::bad_range,
                  "code points " + std::to_string(start) + " to " + std::to_string(end) +
                      " are no span of the text, which has " + std::to_string(offsets.code_points()),
                  position.pointer());
  }
  const Range range{offsets.code_point_to_byte(start), offsets.code_point_to_byte(end)};
  if (slice(text, range) != exact) {
    return refuse(ErrorCode::text_mismatch,
                  "the text at code points " + std::to_string(start) + " to " + std::to_string(end) +
                      " is not the quote",
                  quote.pointer() + "/exact");
  }
  return range;
}

Result<std::vector<Range>> read_spans(const Node& item, std::string_view text, const OffsetMap& offsets) {
  CLAUSEMARK_TRY(target, item.member("target"));
  if (!target.value().is_array())
    return read_span(target, text, offsets).map([](Range span) { return std::vector{span}; });
  std::vector<Range> spans;
  for (std::size_t k = 0; k < target.size(); ++k) {
    CLAUSEMARK_TRY(span, read_span(target.element(k), text, offsets));
    spans.push_back(span);
  }
  return spans;
}

// An annotation without a place: its quotes, and the places that are possible.
Result<void> read_lost(const Node& item, const Node& places, const OffsetMap& offsets,
                       Annotation& annotation) {
  CLAUSEMARK_TRY(target, item.member("target"));
  const bool several = target.value().is_array();
  for (std::size_t k = 0; k < (several ? target.size() : 1); ++k) {
    const auto one = several ? target.element(k) : target;
    CLAUSEMARK_TRY(selectors, one.required_array("selector"));
    CLAUSEMARK_TRY(quote, selector(selectors, "TextQuoteSelector"));
    CLAUSEMARK_TRY(exact, quote.required_string("exact"));
    annotation.quotes.push_back(exact);
  }
  CLAUSEMARK_TRY(list, places.array());
  for (std::size_t k = 0; k < list.size(); ++k) {
    const auto place = list.element(k);
    CLAUSEMARK_TRY(pair, place.array());
    if (pair.size() != 2) return place.wrong("two positions are needed here");
    CLAUSEMARK_TRY(start, pair.element(0).offset());
    CLAUSEMARK_TRY(end, pair.element(1).offset());
    if (start >= end || end > offsets.code_points())
      return refuse(ErrorCode::bad_range, "this is no place in the text", place.pointer());
    annotation.places.push_back({offsets.code_point_to_byte(start), offsets.code_point_to_byte(end)});
  }
  return {};
}

Result<void> read_attributes(const Node& own, Annotation& annotation) {
  if (!own.has("attributes")) return {};
  CLAUSEMARK_TRY(attributes,
                 own.member("attributes").and_then([](const Node& node) { return node.texts(); }));
  for (const auto& [name, text] : attributes) annotation.attributes.push_back({name, text});
  std::sort(annotation.attributes.begin(), annotation.attributes.end());
  return {};
}

Result<void> read_links(const Node& own, Annotation& annotation) {
  if (!own.has("links")) return {};
  CLAUSEMARK_TRY(links, own.required_array("links"));
  for (std::size_t k = 0; k < links.size(); ++k) {
    const auto link = links.element(k);
    CLAUSEMARK_TRY(role, link.required_string("role"));
    CLAUSEMARK_TRY(to, link.required_string("to"));
    annotation.links.push_back({role, to});
  }
  std::sort(annotation.links.begin(), annotation.links.end());
  return {};
}

// One person, or a list of those who hold the same; the first is the author.
Result<void> read_creators(const Node& item, Annotation& annotation) {
  if (!item.has("creator")) return {};
  CLAUSEMARK_TRY(creator, item.member("creator"));
  const bool several = creator.value().is_array();
  for (std::size_t k = 0; k < (several ? creator.size() : 1); ++k) {
    CLAUSEMARK_TRY(name, (several ? creator.element(k) : creator).required_string("name"));
    if (k == 0)
      annotation.author = name;
    else
      annotation.cosigners.push_back(name);
  }
  return {};
}

Result<Annotation> read_annotation(const Node& item, const Project& project, const OffsetMap& offsets) {
  Annotation annotation;
  CLAUSEMARK_TRY(id, item.required_string("id"));
  if (id.empty()) return item.wrong("an annotation needs an id");
  annotation.id = id;
  if (auto body = read_body(item, annotation); !body) return tl::unexpected<Error>(body.error());
  if (project.tag_set.find(annotation.tag) == nullptr) {
    return refuse(ErrorCode::unknown_tag, "the tag set of this file has no tag \"" + annotation.tag + "\"",
                  item.pointer() + "/body");
  }
  CLAUSEMARK_TRY(own, item.member("clausemark"));
  if (own.has("places")) {
    CLAUSEMARK_TRY(places, own.member("places"));
    if (auto read = read_lost(item, places, offsets, annotation); !read)
      return tl::unexpected<Error>(read.error());
  } else {
    CLAUSEMARK_TRY(spans, read_spans(item, project.text, offsets));
    annotation.spans = spans;
  }
  if (auto read = read_creators(item, annotation); !read) return tl::unexpected<Error>(read.error());
  CLAUSEMARK_TRY(created, item.optional_string("created"));
  CLAUSEMARK_TRY(modified, item.optional_string("modified"));
  annotation.created = created;
  annotation.modified = modified;
  CLAUSEMARK_TRY(status, read_status(own));
  CLAUSEMARK_TRY(rule, own.optional_string("rule"));
  CLAUSEMARK_TRY(path, own.optional_string("path"));
  annotation.status = status;
  annotation.rule = rule;
  annotation.path = path;
  if (auto read = read_attributes(own, annotation); !read) return tl::unexpected<Error>(read.error());
  if (auto read = read_links(own, annotation); !read) return tl::unexpected<Error>(read.error());
  if (auto checked = check_annotation(annotation, project.text, project.tag_set); !checked)
    return refuse(checked.error().code, checked.error().message, item.pointer());
  return annotation;
}

Result<void> read_document(const Node& document, std::string_view text, Project& project) {
  CLAUSEMARK_TRY(symbol, document.optional_string("symbol"));
  CLAUSEMARK_TRY(date, document.optional_string("date"));
  CLAUSEMARK_TRY(language, document.optional_string("language"));
  CLAUSEMARK_TRY(hash, document.required_string("sha256"));
  project.facts = {symbol, date, language};
  if (document.has("text")) {
    CLAUSEMARK_TRY(own_text, document.required_string("text"));
    if (own_text.size() > SourceText::max_bytes)
      return refuse(ErrorCode::too_large, "the text is longer than 64 MiB", document.pointer() + "/text");
    project.text = own_text;
    if (!text.empty() && text != own_text) {
      return refuse(ErrorCode::text_mismatch, "the text handed in is not the one that the file holds",
                    document.pointer() + "/text");
    }
  } else if (text.empty()) {
    return refuse(ErrorCode::text_missing,
                  "the file leaves its text out; open it together with the text it was made on",
                  document.pointer());
  } else {
    project.text = std::string(text);
  }
  if (sha256_hex(project.text) != hash) {
    return refuse(ErrorCode::text_mismatch,
                  "the text is not the one that the file was saved with: its SHA-256 differs",
                  document.pointer() + "/sha256");
  }
  return {};
}

// Reads a file from its head on, one annotation after the other.
class ProjectReader {
 public:
  explicit ProjectReader(std::string_view text) : text_(text) {}

  // Everything but the annotations. Without it they cannot be understood.
  Result<void> read_head(const Value& root_value) {
    const Node root(root_value, "");
    CLAUSEMARK_TRY(own, root.member("clausemark"));
    CLAUSEMARK_TRY(document, own.member("document"));
    if (auto read = read_document(document, text_, project_); !read) return read;
    CLAUSEMARK_TRY(tag_set, own.member("tagSet").and_then(read_tag_set));
    project_.tag_set = std::move(tag_set);
    offsets_.emplace(project_.text);
    return {};
  }
  bool has_head() const { return offsets_.has_value(); }

  Result<void> read_item(const Value& value) {
    const Node item(value, pointer_of(project_.annotations.size()));
    CLAUSEMARK_TRY(annotation, read_annotation(item, project_, *offsets_));
    if (!ids_.insert(annotation.id).second)
      return item.wrong("the id \"" + annotation.id + "\" is given twice");
    project_.annotations.push_back(std::move(annotation));
    if (auto checked = check_count(project_.annotations.size()); !checked)
      return refuse(checked.error().code, checked.error().message, item.pointer());
    return {};
  }

  Result<Project> finish() {
    for (std::size_t k = 0; k < project_.annotations.size(); ++k) {
      for (const auto& link : project_.annotations[k].links) {
        if (!ids_.contains(link.to))
          return refuse(ErrorCode::no_such_id, "there is no annotation \"" + link.to + "\" to be linked to",
                        pointer_of(k) + "/clausemark/links");
      }
    }
    std::sort(project_.annotations.begin(), project_.annotations.end(), before);
    return std::move(project_);
  }

 private:
  static std::string pointer_of(std::size_t item) { return "/first/items/" + std::to_string(item); }

  std::string_view text_;
  Project project_;
  std::optional<OffsetMap> offsets_;
  std::unordered_set<std::string> ids_;
};

Result<std::uint32_t> version_of(const Value& root) {
  CLAUSEMARK_TRY(own, Node(root, "").member("clausemark"));
  return json::known_version(own, "version", project_version, "the file");
}

}  // namespace

Result<Project> load_project(std::string_view text_of_file, std::string_view text) {
  ProjectReader reader(text);
  // Annotations are taken as they come, so that the values of many never stand in memory together; unless
  // they come before the head, or the file must be brought to this version first.
  const auto take = [&](const Value& root, const Value& item) -> Result<bool> {
    if (!reader.has_head()) {
      if (!root.contains("clausemark")) return false;
      CLAUSEMARK_TRY(version, version_of(root));
      if (version < project_version) return false;
      if (auto read = reader.read_head(root); !read) return tl::unexpected<Error>(read.error());
    }
    return reader.read_item(item).map([] { return true; });
  };
  CLAUSEMARK_TRY(value, json::parse(text_of_file, {"first", "items", take}));

  const Node root(value, "");
  CLAUSEMARK_TRY(type, root.required_string("type"));
  if (type != "AnnotationCollection")
    return refuse(ErrorCode::bad_value, "this is no AnnotationCollection", "/type");
  CLAUSEMARK_TRY(version, version_of(value));
  if (version < project_version) migrate_project(value, version);
  if (!reader.has_head()) {
    if (auto read = reader.read_head(value); !read) return tl::unexpected<Error>(read.error());
  }
  CLAUSEMARK_TRY(page, root.member("first"));
  CLAUSEMARK_TRY(items, page.required_array("items"));
  for (const auto& item : items.value()) {
    if (auto read = reader.read_item(item); !read) return tl::unexpected<Error>(read.error());
  }
  return reader.finish();
}

}  // namespace clausemark
