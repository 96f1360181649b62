// doccano. Labels alone are written, which every sequence labelling project takes; the form with entities and
// relations is read as well.
#include <map>

#include "core/formats/exchange/formats.h"
#include "core/formats/exchange/intake.h"
#include "core/formats/exchange/lines.h"
#include "core/formats/json_text.h"

namespace clausemark {
namespace {

using json::Node;
using json::Value;

Value write_document(const Project& project, const ExportOptions& options, Ledger& ledger) {
  const OffsetMap offsets(project.text);
  Value row;
  row["text"] = project.text;
  row["label"] = Value::array();
  for (const auto* annotation : without_status(project, options, ledger)) {
    for (const auto& span : annotation->spans) {
      row["label"].push_back(Value::array(
          {offsets.byte_to_code_point(span.start), offsets.byte_to_code_point(span.end), annotation->tag}));
    }
    tell_of_losses(*annotation, {}, ledger);
  }
  tell_of_tag_set(project, ledger);
  row["symbol"] = project.facts.symbol;
  return row;
}

class Reader {
 public:
  explicit Reader(Intake intake) : intake_(std::move(intake)) {}

  Result<Imported> run(const Node& document) {
    for (const auto* key : {"label", "labels"}) {
      if (!document.has(key)) continue;
      CLAUSEMARK_TRY(labels, document.required_array(key));
      for (std::size_t k = 0; k < labels.size(); ++k) {
        if (auto read = read_label(labels.element(k)); !read) return tl::unexpected<Error>(read.error());
      }
    }
    if (document.has("entities")) {
      CLAUSEMARK_TRY(entities, document.required_array("entities"));
      for (std::size_t k = 0; k < entities.size(); ++k) {
        if (auto read = read_entity(entities.element(k)); !read) return tl::unexpected<Error>(read.error());
      }
    }
    if (document.has("relations")) {
      CLAUSEMARK_TRY(relations, document.required_array("relations"));
      for (std::size_t k = 0; k < relations.size(); ++k) {
        if (auto read = read_relation(relations.element(k)); !read)
          return tl::unexpected<Error>(read.error());
      }
    }
    if (document.has("Comments") || document.has("comments")) ledger_.lose("comments on the whole document");
    return intake_.finish(std::move(ledger_));
  }

 private:
  Result<std::string> add(std::uint32_t start, std::uint32_t end, const std::string& label,
                          const std::string& where) {
    CLAUSEMARK_TRY(range, intake_.code_points(start, end, where));
    Annotation annotation;
    annotation.spans = {range};
    annotation.tag = intake_.tag(label);
    return intake_.add(std::move(annotation), where);
  }

  Result<void> read_label(const Node& node) {
    CLAUSEMARK_TRY(label, node.array());
    if (label.size() != 3) return node.wrong("start, end and label are needed here");
    CLAUSEMARK_TRY(start, label.element(0).offset());
    CLAUSEMARK_TRY(end, label.element(1).offset());
    CLAUSEMARK_TRY(name, label.element(2).string());
    return add(start, end, name, node.pointer()).map([](const std::string&) {});
  }

  Result<void> read_entity(const Node& node) {
    CLAUSEMARK_TRY(start, node.required_offset("start_offset"));
    CLAUSEMARK_TRY(end, node.required_offset("end_offset"));
    CLAUSEMARK_TRY(name, node.required_string("label"));
    CLAUSEMARK_TRY(id, add(start, end, name, node.pointer()));
    if (node.has("id")) ids_[node.value()["id"].dump()] = id;
    return {};
  }

  Result<void> read_relation(const Node& node) {
    CLAUSEMARK_TRY(from, node.member("from_id"));
    CLAUSEMARK_TRY(to, node.member("to_id"));
    CLAUSEMARK_TRY(type, node.optional_string("type"));
    const auto one = ids_.find(from.value().dump());
    const auto other = ids_.find(to.value().dump());
    if (one == ids_.end() || other == ids_.end()) {
      ledger_.lose("relations with what is no annotation");
      return {};
    }
    return intake_.link(one->second, type, other->second, node.pointer());
  }

  Intake intake_;
  std::map<std::string, std::string> ids_;
  Ledger ledger_;
};

}  // namespace

Exported write_doccano(std::span<const Project> projects, const ExportOptions& options) {
  Exported exported;
  std::string out;
  for (const auto& project : projects)
    out += json::write_compact(write_document(project, options, exported.ledger)) + "\n";
  exported.files.push_back({".jsonl", std::move(out)});
  return exported;
}

Result<Imported> read_doccano(const ForeignFile& file) {
  std::string_view document;
  std::size_t documents = 0;
  for_each_line(file.bytes, [&](std::string_view line, const std::string&) {
    if (line.empty()) return;
    if (++documents == 1) document = line;
  });
  if (documents != 1) {
    return refuse(ErrorCode::bad_value,
                  "the file has " + std::to_string(documents) + " documents; one is read at a time",
                  "line 2");
  }
  CLAUSEMARK_TRY(value, json::parse(document));
  const Node root(value, "");
  CLAUSEMARK_TRY(text, root.required_string(root.has("data") ? "data" : "text"));
  CLAUSEMARK_TRY(intake, Intake::of(text));
  return Reader(std::move(intake)).run(root);
}

Result<std::vector<std::string>> split_doccano(std::string_view bytes) {
  std::vector<std::string> documents;
  for_each_line(bytes, [&](std::string_view line, const std::string&) {
    if (!line.empty()) documents.emplace_back(line);
  });
  return documents;
}

}  // namespace clausemark
