// Label Studio. What readers accepted is an annotation of the task, what waits for them a prediction. Fields
// that Label Studio has no place for travel in the "meta" of a region, which it keeps.
#include <map>

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
        out += c;
    }
  }
  return out;
}

// The labelling configuration, with every tag of the projects.
std::string write_configuration(std::span<const Project> projects) {
  std::string labels;
  std::map<std::string, bool> seen;
  for (const auto& project : projects) {
    for (const auto& tag : project.tag_set.tags) {
      if (!seen.emplace(tag.id, true).second) continue;
      labels += "    <Label value=\"" + in_xml(tag.id) + "\" alias=\"" + in_xml(tag.id) + "\" background=\"" +
                in_xml(tag.colour) + "\" hint=\"" + in_xml(tag.description) + "\"/>\n";
    }
  }
  return "<View>\n  <Labels name=\"label\" toName=\"text\">\n" + labels +
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
        CLAUSEMARK_TRY(result, groups.element(k).required_array("result"));
        if (auto read = read_result(result, status); !read) return tl::unexpected<Error>(read.error());
      }
    }
    return intake_.finish(std::move(ledger_));
  }

 private:
  struct Open {
    Annotation annotation;
    std::string where;
  };

  Result<void> read_result(const Node& result, Status status) {
    std::vector<std::pair<std::string, Open>> open;  // by the id of the region
    for (std::size_t k = 0; k < result.size(); ++k) {
      const auto region = result.element(k);
      CLAUSEMARK_TRY(type, region.required_string("type"));
      if (type == "relation") continue;
      if (type != "labels" && type != "hypertextlabels") {
        ledger_.lose("regions of type " + type);
        continue;
      }
      if (auto read = read_region(region, status, open); !read) return read;
    }
    std::map<std::string, std::string> ids;
    for (auto& [name, one] : open) {
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

  Result<void> read_region(const Node& region, Status status,
                           std::vector<std::pair<std::string, Open>>& open) {
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
      const auto whole = name.substr(0, part);
      for (auto& [other, one] : open) {
        if (other != whole) continue;
        one.annotation.spans.push_back(range);
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
      if (region.has("meta")) {
        if (auto read = read_meta(Node(region.value()["meta"], region.pointer() + "/meta"), one.annotation);
            !read)
          return read;
      }
      open.emplace_back(k == 0 ? name : "", std::move(one));
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
      *place = value;
    }
    if (!own.has("attributes")) return {};
    CLAUSEMARK_TRY(attributes, own.member("attributes"));
    if (!attributes.value().is_object()) return attributes.wrong("an object is needed here");
    for (const auto& [name, value] : attributes.value().items()) {
      CLAUSEMARK_TRY(text, Node(value, attributes.pointer() + "/" + json::pointer_token(name)).string());
      annotation.attributes.push_back({name, text});
    }
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
    const auto id_of = [&](const std::string& name) {
      const auto found = ids.find(name);
      return found == ids.end() ? name : found->second;
    };
    return intake_.link(id_of(from), role, id_of(to), relation.pointer());
  }

  Intake intake_;
  Ledger ledger_;
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

}  // namespace clausemark
