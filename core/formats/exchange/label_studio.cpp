// Label Studio. What readers accepted is an annotation of the task, what waits for them a prediction. Fields
// that Label Studio has no place for travel in the "meta" of a region, which it keeps.
#include <map>
#include <set>
#include <unordered_map>

#include "core/formats/exchange/formats.h"
#include "core/formats/exchange/intake.h"
#include "core/formats/json_text.h"

namespace clausemark {
namespace {

using json::Node;
using json::Value;

constexpr const char* part_mark = "#part";

Value write_meta(const Annotation& annotation) {
  Value meta;
  if (!annotation.note.empty()) meta["text"] = Value::array({annotation.note});
  auto& own = meta["clausemark"];
  own["id"] = annotation.id;
  if (!annotation.author.empty()) own["author"] = annotation.author;
  if (!annotation.created.empty()) own["created"] = annotation.created;
  if (!annotation.modified.empty()) own["modified"] = annotation.modified;
  if (!annotation.rule.empty()) own["rule"] = annotation.rule;
  if (!annotation.path.empty()) own["path"] = annotation.path;
  for (const auto& attribute : annotation.attributes) own["attributes"][attribute.name] = attribute.value;
  return meta;
}

void write_regions(const Annotation& annotation, std::string_view text, const OffsetMap& offsets,
                   Value& result) {
  for (std::size_t k = 0; k < annotation.spans.size(); ++k) {
    const auto& span = annotation.spans[k];
    Value region;
    region["id"] = k == 0 ? annotation.id : annotation.id + part_mark + std::to_string(k + 1);
    region["from_name"] = "label";
    region["to_name"] = "text";
    region["type"] = "labels";
    region["value"]["start"] = offsets.byte_to_utf16(span.start);
    region["value"]["end"] = offsets.byte_to_utf16(span.end);
    region["value"]["text"] = slice(text, span);
    region["value"]["labels"] = Value::array({annotation.tag});
    region["meta"] = write_meta(annotation);
    result.push_back(std::move(region));
  }
}

void write_links(const Annotation& annotation, Value& result) {
  for (const auto& link : annotation.links) {
    Value relation;
    relation["type"] = "relation";
    relation["from_id"] = annotation.id;
    relation["to_id"] = link.to;
    relation["direction"] = "right";
    relation["labels"] = Value::array({link.role});
    result.push_back(std::move(relation));
  }
}

Value write_task(const Project& project, std::size_t number, Ledger& ledger) {
  const OffsetMap offsets(project.text);
  auto accepted = Value::array();
  auto suggested = Value::array();
  std::map<std::string, bool> in_annotation;  // id → whether among the accepted
  for (const auto& annotation : project.annotations) {
    if (annotation.status == Status::rejected)
      ledger.lose("rejected suggestions");
    else if (!annotation.placed())
      ledger.lose("annotations without a place in the text");
    else
      in_annotation[annotation.id] = annotation.status == Status::accepted;
  }
  for (const auto& annotation : project.annotations) {
    const auto known = in_annotation.find(annotation.id);
    if (known == in_annotation.end()) continue;
    tell_of_losses(annotation, all_but_cosigners, ledger);
    write_regions(annotation, project.text, offsets, known->second ? accepted : suggested);
  }
  for (const auto& annotation : project.annotations) {
    const auto known = in_annotation.find(annotation.id);
    if (known == in_annotation.end()) continue;
    auto within = annotation;
    std::erase_if(within.links, [&](const Link& link) {
      const auto target = in_annotation.find(link.to);
      return target == in_annotation.end() || target->second != known->second;
    });
    ledger.lose("links between annotations", annotation.links.size() - within.links.size());
    write_links(within, known->second ? accepted : suggested);
  }
  tell_of_tag_set(project, ledger);
  Value task;
  task["id"] = number;
  task["data"]["text"] = project.text;
  task["data"]["symbol"] = project.facts.symbol;
  Value annotation;
  annotation["result"] = std::move(accepted);
  task["annotations"] = Value::array({std::move(annotation)});
  task["predictions"] = Value::array();
  if (!suggested.empty()) {
    Value prediction;
    prediction["model_version"] = "clausemark";
    prediction["result"] = std::move(suggested);
    task["predictions"].push_back(std::move(prediction));
  }
  return task;
}

std::string in_xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= ' ') out += c;  // XML 1.0 has no control characters
    }
  }
  return out;
}

// The labelling configuration, with every tag of the projects.
std::string write_configuration(std::span<const Project> projects) {
  std::string labels;
  std::map<std::string, bool> seen;
  std::set<std::string> roles;
  for (const auto& project : projects) {
    for (const auto& annotation : project.annotations)
      for (const auto& link : annotation.links) roles.insert(link.role);
    for (const auto& tag : project.tag_set.tags) {
      if (!seen.emplace(tag.id, true).second) continue;
      labels += "    <Label value=\"" + in_xml(tag.name) + "\" alias=\"" + in_xml(tag.id) +
                "\" background=\"" + in_xml(tag.colour) + "\" hint=\"" + in_xml(tag.description) + "\"/>\n";
    }
  }
  std::string relations;
  for (const auto& role : roles) relations += "    <Relation value=\"" + in_xml(role) + "\"/>\n";
  if (!relations.empty()) relations = "  <Relations>\n" + relations + "  </Relations>\n";
  return "<View>\n" + relations + "  <Labels name=\"label\" toName=\"text\">\n" + labels +
         "  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n</View>\n";
}

class Reader {
 public:
  explicit Reader(Intake intake) : intake_(std::move(intake)) {}

  Result<Imported> run(const Node& task) {
    for (const auto& [key, status] :
         {std::pair("annotations", Status::accepted), std::pair("completions", Status::accepted),
          std::pair("predictions", Status::suggested)}) {
      if (!task.has(key)) continue;
      CLAUSEMARK_TRY(groups, task.required_array(key));
      for (std::size_t k = 0; k < groups.size(); ++k) {
        if (auto read = read_group(groups.element(k), status); !read)
          return tl::unexpected<Error>(read.error());
      }
    }
    return intake_.finish(std::move(ledger_));
  }

 private:
  struct Open {
    Annotation annotation;
    std::string where;
  };

  // What one annotator, or one model, made of the task.
  Result<void> read_group(const Node& group, Status status) {
    if (group.has("was_cancelled") && group.value()["was_cancelled"] == true) {
      ledger_.lose("annotations of a task that were cancelled");
      return {};
    }
    author_ = group.has("completed_by") ? name_of(group.value()["completed_by"]) : std::string();
    CLAUSEMARK_TRY(created, group.optional_string("created_at"));
    created_ = created;
    CLAUSEMARK_TRY(result, group.required_array("result"));
    return read_result(result, status);
  }

  // An annotator is a number, or an object with an address.
  static std::string name_of(const Value& who) {
    if (who.is_string()) return who.get<std::string>();
    if (who.is_number_integer()) return "user " + std::to_string(who.get<std::int64_t>());
    for (const auto* key : {"email", "username", "id"})
      if (who.is_object() && who.contains(key)) return name_of(who[key]);
    return {};
  }

  Result<void> read_result(const Node& result, Status status) {
    std::vector<Open> open;
    by_region_.clear();
    for (std::size_t k = 0; k < result.size(); ++k) {
      const auto region = result.element(k);
      CLAUSEMARK_TRY(type, region.required_string("type"));
      if (type == "relation") continue;
      if (type != "labels") {
        ledger_.lose("regions of type " + type);
        continue;
      }
      if (auto read = read_region(region, status, open); !read) return read;
    }
    std::map<std::string, std::string> ids;
    for (auto& one : open) {
      const auto name = one.annotation.id;
      CLAUSEMARK_TRY(id, intake_.add(std::move(one.annotation), one.where));
      ids.emplace(name, id);
    }
    for (std::size_t k = 0; k < result.size(); ++k) {
      const auto relation = result.element(k);
      CLAUSEMARK_TRY(type, relation.required_string("type"));
      if (type != "relation") continue;
      if (auto read = read_relation(relation, ids); !read) return read;
    }
    return {};
  }

  Result<void> read_region(const Node& region, Status status, std::vector<Open>& open) {
    CLAUSEMARK_TRY(name, region.optional_string("id"));
    CLAUSEMARK_TRY(value, region.member("value"));
    CLAUSEMARK_TRY(start, value.required_offset("start"));
    CLAUSEMARK_TRY(end, value.required_offset("end"));
    CLAUSEMARK_TRY(range, intake_.utf16(start, end, value.pointer()));
    CLAUSEMARK_TRY(quote, value.optional_string("text"));
    if (!quote.empty() && quote != slice(intake_.text(), range))
      return refuse(ErrorCode::text_mismatch, "the text at these positions is not the one named",
                    value.pointer() + "/text");
    const auto part = name.rfind(part_mark);
    if (part != std::string::npos) {
      if (const auto whole = by_region_.find(name.substr(0, part)); whole != by_region_.end()) {
        open[whole->second].annotation.spans.push_back(range);
        return {};
      }
    }
    CLAUSEMARK_TRY(labels, value.required_array("labels"));
    for (std::size_t k = 0; k < labels.size(); ++k) {
      CLAUSEMARK_TRY(label, labels.element(k).string());
      Open one{{}, region.pointer()};
      one.annotation.spans = {range};
      one.annotation.status = status;
      one.annotation.tag = intake_.tag(label);
      one.annotation.id = k == 0 ? name : "";
      one.annotation.author = author_;
      one.annotation.created = created_;
      if (region.has("meta")) {
        if (auto read = read_meta(Node(region.value()["meta"], region.pointer() + "/meta"), one.annotation);
            !read)
          return read;
      }
      if (k == 0) by_region_.emplace(name, open.size());
      open.push_back(std::move(one));
    }
    return {};
  }

  static Result<void> read_meta(const Node& meta, Annotation& annotation) {
    if (meta.has("text")) {
      CLAUSEMARK_TRY(lines, meta.required_array("text"));
      for (std::size_t k = 0; k < lines.size(); ++k) {
        CLAUSEMARK_TRY(line, lines.element(k).string());
        annotation.note += (k == 0 ? "" : "\n") + line;
      }
    }
    if (!meta.has("clausemark")) return {};
    CLAUSEMARK_TRY(own, meta.member("clausemark"));
    for (const auto& [key, place] :
         {std::pair("author", &annotation.author), std::pair("created", &annotation.created),
          std::pair("modified", &annotation.modified), std::pair("rule", &annotation.rule),
          std::pair("path", &annotation.path)}) {
      CLAUSEMARK_TRY(value, own.optional_string(key));
      if (!value.empty()) *place = value;
    }
    if (!own.has("attributes")) return {};
    CLAUSEMARK_TRY(attributes,
                   own.member("attributes").and_then([](const Node& object) { return object.texts(); }));
    for (const auto& [name, text] : attributes) annotation.attributes.push_back({name, text});
    return {};
  }

  Result<void> read_relation(const Node& relation, const std::map<std::string, std::string>& ids) {
    CLAUSEMARK_TRY(from, relation.required_string("from_id"));
    CLAUSEMARK_TRY(to, relation.required_string("to_id"));
    std::string role;
    if (relation.has("labels")) {
      CLAUSEMARK_TRY(labels, relation.required_array("labels"));
      if (labels.size() > 0) {
        CLAUSEMARK_TRY(label, labels.element(0).string());
        role = label;
      }
    }
    const auto one = ids.find(from);
    const auto other = ids.find(to);
    if (one == ids.end() || other == ids.end()) {
      ledger_.lose("relations with what is no annotation");
      return {};
    }
    CLAUSEMARK_TRY(direction, relation.optional_string("direction"));
    const bool back = direction == "left";
    return intake_.link((back ? other : one)->second, role, (back ? one : other)->second, relation.pointer());
  }

  Intake intake_;
  Ledger ledger_;
  std::string author_;  // of the group that is being read
  std::string created_;
  std::unordered_map<std::string, std::size_t> by_region_;
};

}  // namespace

Exported write_label_studio(std::span<const Project> projects, const ExportOptions&) {
  Exported exported;
  auto tasks = Value::array();
  for (const auto& project : projects)
    tasks.push_back(write_task(project, tasks.size() + 1, exported.ledger));
  exported.files.push_back({".json", json::write(tasks)});
  exported.files.push_back({".config.xml", write_configuration(projects)});
  return exported;
}

Result<Imported> read_label_studio(const ForeignFile& file) {
  CLAUSEMARK_TRY(value, json::parse(file.bytes));
  const Node root(value, "");
  CLAUSEMARK_TRY(tasks, root.array());
  if (tasks.size() != 1) {
    return refuse(ErrorCode::bad_value,
                  "the file has " + std::to_string(tasks.size()) + " tasks; one is read at a time");
  }
  const auto task = tasks.element(0);
  CLAUSEMARK_TRY(data, task.member("data"));
  CLAUSEMARK_TRY(text, data.required_string("text"));
  CLAUSEMARK_TRY(intake, Intake::of(text));
  return Reader(std::move(intake)).run(task);
}

Result<std::vector<std::string>> split_label_studio(std::string_view bytes) {
  CLAUSEMARK_TRY(value, json::parse(bytes));
  CLAUSEMARK_TRY(tasks, Node(value, "").array());
  std::vector<std::string> documents;
  documents.reserve(tasks.size());
  for (const auto& task : tasks.value()) documents.push_back(json::write_compact(Value::array({task})));
  return documents;
}

}  // namespace clausemark
