#include <span>

#include "core/formats/json_text.h"
#include "core/formats/project_json.h"
#include "core/formats/tag_set_value.h"
#include "core/text/offset_map.h"
#include "core/text/quote_context.h"
#include "core/text/sha256.h"

namespace clausemark {
namespace {

using json::Value;

constexpr const char* annotation_context = "http://www.w3.org/ns/anno.jsonld";

// published/context.jsonld says the same; inside the file it needs no network.
Value own_context() {
  Value inside;
  inside["@vocab"] = "urn:clausemark:terms#";
  for (const auto* key : {"attributes", "places", "tagSet"}) inside[key]["@type"] = "@json";
  Value context;
  context["clausemark"]["@id"] = "urn:clausemark:terms#project";
  context["clausemark"]["@context"] = std::move(inside);
  return context;
}

// One span; `context` is the span with its surroundings.
Value write_target(Range span, Range context, std::string_view text, const OffsetMap& offsets,
                   const std::string& source) {
  Value position;
  position["type"] = "TextPositionSelector";
  position["start"] = offsets.byte_to_code_point(span.start);
  position["end"] = offsets.byte_to_code_point(span.end);
  Value quote;
  quote["type"] = "TextQuoteSelector";
  quote["exact"] = slice(text, span);
  quote["prefix"] = slice(text, {context.start, span.start});
  quote["suffix"] = slice(text, {span.end, context.end});
  Value target;
  target["source"] = source;
  target["selector"] = Value::array({std::move(position), std::move(quote)});
  return target;
}

// What had no place in this text: its words alone.
Value write_lost_target(const std::string& words, const std::string& source) {
  Value quote;
  quote["type"] = "TextQuoteSelector";
  quote["exact"] = words;
  Value target;
  target["source"] = source;
  target["selector"] = Value::array({std::move(quote)});
  return target;
}

Value write_annotation(const Annotation& annotation, std::span<const Range> contexts, std::string_view text,
                       const OffsetMap& offsets, const std::string& source) {
  Value item;
  item["id"] = annotation.id;
  item["type"] = "Annotation";
  item["motivation"] = "tagging";
  const auto person = [](const std::string& name) {
    Value row;
    row["type"] = "Person";
    row["name"] = name;
    return row;
  };
  if (!annotation.author.empty()) item["creator"] = person(annotation.author);
  if (!annotation.cosigners.empty()) {
    item["creator"] = Value::array({person(annotation.author)});
    for (const auto& name : annotation.cosigners) item["creator"].push_back(person(name));
  }
  if (!annotation.created.empty()) item["created"] = annotation.created;
  if (!annotation.modified.empty()) item["modified"] = annotation.modified;

  const auto body = [](const char* purpose, const std::string& value) {
    Value row;
    row["type"] = "TextualBody";
    row["purpose"] = purpose;
    row["value"] = value;
    return row;
  };
  item["body"] = Value::array({body("tagging", annotation.tag)});
  if (!annotation.note.empty()) item["body"].push_back(body("commenting", annotation.note));

  auto targets = Value::array();
  for (std::size_t k = 0; k < annotation.spans.size(); ++k)
    targets.push_back(write_target(annotation.spans[k], contexts[k], text, offsets, source));
  for (const auto& quote : annotation.quotes) targets.push_back(write_lost_target(quote, source));
  item["target"] = targets.size() == 1 ? std::move(targets[0]) : std::move(targets);

  item["clausemark"]["status"] = status_name(annotation.status);
  if (!annotation.rule.empty()) item["clausemark"]["rule"] = annotation.rule;
  if (!annotation.path.empty()) item["clausemark"]["path"] = annotation.path;
  if (!annotation.placed()) item["clausemark"]["places"] = Value::array();
  for (const auto& place : annotation.places) {
    item["clausemark"]["places"].push_back(
        Value::array({offsets.byte_to_code_point(place.start), offsets.byte_to_code_point(place.end)}));
  }
  for (const auto& attribute : annotation.attributes)
    item["clausemark"]["attributes"][attribute.name] = attribute.value;
  for (const auto& link : annotation.links) {
    Value row;
    row["role"] = link.role;
    row["to"] = link.to;
    item["clausemark"]["links"].push_back(std::move(row));
  }
  return item;
}

}  // namespace

std::string save_project(const Project& project, SaveOptions options) {
  const OffsetMap offsets(project.text);
  const auto hash = sha256_hex(project.text);
  const auto source = "urn:sha256:" + hash;

  Value document;
  document["id"] = source;
  if (!project.facts.symbol.empty()) document["symbol"] = project.facts.symbol;
  if (!project.facts.date.empty()) document["date"] = project.facts.date;
  document["language"] = project.facts.language;
  document["sha256"] = hash;
  if (options.include_text) document["text"] = project.text;

  std::vector<Range> spans;
  for (const auto& annotation : project.annotations)
    spans.insert(spans.end(), annotation.spans.begin(), annotation.spans.end());
  const auto contexts = unique_contexts(project.text, spans);
  Value root;
  root["@context"] = Value::array({annotation_context, own_context()});
  root["id"] = "urn:clausemark:" + hash;
  root["type"] = "AnnotationCollection";
  root["label"] = project.facts.symbol.empty() ? std::string("Untitled document") : project.facts.symbol;
  root["total"] = project.annotations.size();
  root["clausemark"]["version"] = project_version;
  root["clausemark"]["document"] = std::move(document);
  write_tag_set(project.tag_set, root["clausemark"]["tagSet"]);
  root["first"]["type"] = "AnnotationPage";
  root["first"]["startIndex"] = 0;
  root["first"]["items"] = Value::array({nullptr});
  // The annotations are put in one by one, so that the values of many never stand in memory together.
  auto file = json::write(root);
  const std::string_view no_items = "[null]\n  }\n}\n";
  file.resize(file.size() - no_items.size());
  std::size_t next = 0;
  for (const auto& annotation : project.annotations) {
    const auto own = std::span(contexts).subspan(next, annotation.spans.size());
    file += &annotation == project.annotations.data() ? "[\n" : ",\n";
    json::write_indented(write_annotation(annotation, own, project.text, offsets, source), 6, file);
    next += annotation.spans.size();
  }
  file += project.annotations.empty() ? "[]" : "\n    ]";
  file += "\n  }\n}\n";
  return file;
}

}  // namespace clausemark
