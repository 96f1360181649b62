#include "core/formats/journal_json.h"

#include <algorithm>

#include "core/formats/json_text.h"
#include "core/formats/tag_set_value.h"

namespace clausemark {
namespace {

using json::Node;
using json::Value;

void put_text(Value& row, const char* key, const std::string& text) {
  if (!text.empty()) row[key] = text;
}

Value write_annotation(const Annotation& annotation) {
  Value row;
  row["id"] = annotation.id;
  for (const auto& span : annotation.spans) row["spans"].push_back(Value::array({span.start, span.end}));
  for (const auto& quote : annotation.quotes) row["quotes"].push_back(quote);
  for (const auto& place : annotation.places) row["places"].push_back(Value::array({place.start, place.end}));
  row["tag"] = annotation.tag;
  put_text(row, "note", annotation.note);
  for (const auto& attribute : annotation.attributes)
    row["attributes"].push_back(Value::array({attribute.name, attribute.value}));
  for (const auto& link : annotation.links) row["links"].push_back(Value::array({link.role, link.to}));
  put_text(row, "author", annotation.author);
  for (const auto& name : annotation.cosigners) row["cosigners"].push_back(name);
  put_text(row, "created", annotation.created);
  put_text(row, "modified", annotation.modified);
  row["status"] = status_name(annotation.status);
  put_text(row, "rule", annotation.rule);
  put_text(row, "path", annotation.path);
  return row;
}

struct WriteEdit {
  Value operator()(const PutAnnotation& edit) const {
    Value row;
    row["put"] = write_annotation(edit.annotation);
    return row;
  }
  Value operator()(const EraseAnnotation& edit) const {
    Value row;
    row["erase"] = edit.id;
    return row;
  }
  Value operator()(const SetTagSet& edit) const {
    Value row;
    write_tag_set(edit.tag_set, row["tagSet"]);
    return row;
  }
};

// The elements of an array member; none where it is missing.
template <class Read>
Result<void> each(const Node& node, const char* key, Read read) {
  if (!node.has(key)) return {};
  CLAUSEMARK_TRY(list, node.required_array(key));
  for (std::size_t k = 0; k < list.size(); ++k) {
    if (auto done = read(list.element(k)); !done) return done;
  }
  return {};
}

Result<Node> pair_of(const Node& node) {
  CLAUSEMARK_TRY(pair, node.array());
  if (pair.size() != 2) return node.wrong("two elements are needed here");
  return pair;
}

Result<std::pair<std::string, std::string>> two_texts(const Node& node) {
  CLAUSEMARK_TRY(pair, pair_of(node));
  CLAUSEMARK_TRY(first, pair.element(0).string());
  CLAUSEMARK_TRY(second, pair.element(1).string());
  return std::pair(first, second);
}

Result<void> read_ranges(const Node& node, const char* key, std::vector<Range>& ranges) {
  return each(node, key, [&](const Node& element) -> Result<void> {
    CLAUSEMARK_TRY(pair, pair_of(element));
    CLAUSEMARK_TRY(start, pair.element(0).offset());
    CLAUSEMARK_TRY(end, pair.element(1).offset());
    ranges.push_back({start, end});
    return {};
  });
}

Result<void> read_lists(const Node& node, Annotation& annotation) {
  auto read = read_ranges(node, "spans", annotation.spans);
  if (!read) return read;
  read = read_ranges(node, "places", annotation.places);
  if (!read) return read;
  read = each(node, "quotes", [&](const Node& element) {
    return element.string().map([&](const std::string& quote) { annotation.quotes.push_back(quote); });
  });
  if (!read) return read;
  read = each(node, "cosigners", [&](const Node& element) {
    return element.string().map([&](const std::string& name) { annotation.cosigners.push_back(name); });
  });
  if (!read) return read;
  read = each(node, "attributes", [&](const Node& element) {
    return two_texts(element).map([&](auto pair) {
      annotation.attributes.push_back({pair.first, pair.second});
    });
  });
  if (!read) return read;
  return each(node, "links", [&](const Node& element) {
    return two_texts(element).map([&](auto pair) { annotation.links.push_back({pair.first, pair.second}); });
  });
}

Result<Annotation> read_annotation(const Node& node) {
  Annotation annotation;
  const std::pair<const char*, std::string*> texts[] = {
      {"note", &annotation.note},         {"author", &annotation.author}, {"created", &annotation.created},
      {"modified", &annotation.modified}, {"rule", &annotation.rule},     {"path", &annotation.path}};
  CLAUSEMARK_TRY(id, node.required_string("id"));
  CLAUSEMARK_TRY(tag, node.required_string("tag"));
  CLAUSEMARK_TRY(status, node.required_string("status"));
  annotation.id = id;
  annotation.tag = tag;
  for (const auto& [key, place] : texts) {
    CLAUSEMARK_TRY(text, node.optional_string(key));
    *place = text;
  }
  const auto known = status_of(status);
  if (!known) return refuse(ErrorCode::bad_value, "this is no status", node.pointer() + "/status");
  annotation.status = *known;
  if (auto read = read_lists(node, annotation); !read) return tl::unexpected<Error>(read.error());
  return annotation;
}

Result<Edit> read_edit(const Node& node) {
  if (node.has("put")) {
    return node.member("put").and_then(read_annotation).map([](Annotation annotation) {
      return Edit(PutAnnotation{std::move(annotation)});
    });
  }
  if (node.has("tagSet")) {
    return node.member("tagSet").and_then(read_tag_set).map([](TagSet set) {
      return Edit(SetTagSet{std::move(set)});
    });
  }
  return node.required_string("erase").map(
      [](std::string id) { return Edit(EraseAnnotation{std::move(id)}); });
}

constexpr std::pair<JournalEntry::Step, std::string_view> step_names[] = {
    {JournalEntry::Step::perform, "perform"},
    {JournalEntry::Step::undo, "undo"},
    {JournalEntry::Step::redo, "redo"},
    {JournalEntry::Step::save, "save"}};

}  // namespace

std::string write_entry(const JournalEntry& entry) {
  Value row;
  for (const auto& [step, name] : step_names) {
    if (step == entry.step) row["step"] = name;
  }
  if (entry.step == JournalEntry::Step::save) return json::write_compact(row);
  row["name"] = entry.command.name;
  row["edits"] = Value::array();
  for (const auto& edit : entry.command.edits) row["edits"].push_back(std::visit(WriteEdit{}, edit));
  return json::write_compact(row);
}

Result<JournalEntry> read_entry(std::string_view line) {
  CLAUSEMARK_TRY(value, json::parse(line));
  const Node root(value, "");
  CLAUSEMARK_TRY(word, root.required_string("step"));
  const auto* known = std::find_if(std::begin(step_names), std::end(step_names),
                                   [&](const auto& one) { return one.second == word; });
  if (known == std::end(step_names)) return refuse(ErrorCode::bad_value, "this is no step", "/step");
  JournalEntry entry;
  entry.step = known->first;
  if (entry.step == JournalEntry::Step::save) return entry;
  CLAUSEMARK_TRY(name, root.required_string("name"));
  entry.command.name = name;
  CLAUSEMARK_TRY(edits, root.required_array("edits"));
  for (std::size_t k = 0; k < edits.size(); ++k) {
    CLAUSEMARK_TRY(edit, read_edit(edits.element(k)));
    entry.command.edits.push_back(std::move(edit));
  }
  return entry;
}

}  // namespace clausemark
