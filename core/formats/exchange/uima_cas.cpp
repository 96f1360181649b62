// Apache UIMA JSON CAS 0.4. Annotations are feature structures of one type, links of another in the shape of
// an INCEpTION relation layer (Governor, Dependent). Spans with the same "id" are one annotation.
#include <map>
#include <unordered_map>

#include "core/formats/exchange/formats.h"
#include "core/formats/exchange/intake.h"
#include "core/formats/json_text.h"

namespace clausemark {
namespace {

using json::Node;
using json::Value;

constexpr const char* span_type = "custom.Clausemark";
constexpr const char* link_type = "custom.ClausemarkLink";
constexpr const char* annotation_type = "uima.tcas.Annotation";
constexpr const char* string_range = "uima.cas.String";

// Features of a span and where they stand in an annotation.
constexpr std::pair<const char*, std::string Annotation::*> text_features[] = {
    {"id", &Annotation::id},         {"tag", &Annotation::tag},         {"note", &Annotation::note},
    {"author", &Annotation::author}, {"created", &Annotation::created}, {"modified", &Annotation::modified},
    {"rule", &Annotation::rule},     {"path", &Annotation::path},
};

Value type_of(const char* name, const std::vector<std::pair<std::string, std::string>>& features) {
  Value type;
  type["%NAME"] = name;
  type["%SUPER_TYPE"] = annotation_type;
  for (const auto& [feature, range] : features) {
    type[feature]["%NAME"] = feature;
    type[feature]["%RANGE"] = range;
  }
  return type;
}

Value types() {
  std::vector<std::pair<std::string, std::string>> features;
  for (const auto& [name, place] : text_features) features.emplace_back(name, string_range);
  features.emplace_back("status", string_range);
  features.emplace_back("attributes", string_range);
  Value all;
  all[span_type] = type_of(span_type, features);
  all[link_type] =
      type_of(link_type, {{"Governor", span_type}, {"Dependent", span_type}, {"role", string_range}});
  return all;
}

class Writer {
 public:
  explicit Writer(const Project& project) : project_(project), offsets_(project.text) {}

  Exported run() {
    Value sofa;
    sofa["%ID"] = 1;
    sofa["%TYPE"] = "uima.cas.Sofa";
    sofa["sofaNum"] = 1;
    sofa["sofaID"] = "_InitialView";
    sofa["mimeType"] = "text";
    sofa["sofaString"] = project_.text;
    structures_.push_back(std::move(sofa));
    auto& document =
        add("uima.tcas.DocumentAnnotation", {0, static_cast<std::uint32_t>(project_.text.size())});
    document["language"] = project_.facts.language.empty() ? "x-unspecified" : project_.facts.language;
    for (const auto& annotation : project_.annotations) write_spans(annotation);
    for (const auto& annotation : project_.annotations) write_links(annotation);
    tell_of_tag_set(project_, exported_.ledger);
    Value root;
    root["%TYPES"] = types();
    root["%FEATURE_STRUCTURES"] = std::move(structures_);
    root["%VIEWS"]["_InitialView"]["%SOFA"] = 1;
    root["%VIEWS"]["_InitialView"]["%MEMBERS"] = std::move(members_);
    exported_.files.push_back({".json", json::write(root)});
    return std::move(exported_);
  }

 private:
  Value& add(const char* type, Range span) {
    Value structure;
    structure["%ID"] = structures_.size() + 1;
    structure["%TYPE"] = type;
    structure["@sofa"] = 1;
    structure["begin"] = offsets_.byte_to_utf16(span.start);
    structure["end"] = offsets_.byte_to_utf16(span.end);
    members_.push_back(structures_.size() + 1);
    structures_.push_back(std::move(structure));
    return structures_.back();
  }

  void write_spans(const Annotation& annotation) {
    if (!annotation.placed()) exported_.ledger.lose("annotations without a place in the text");
    tell_of_losses(annotation, all_but_cosigners, exported_.ledger);
    for (const auto& span : annotation.spans) {
      auto& structure = add(span_type, span);
      for (const auto& [name, place] : text_features)
        if (!(annotation.*place).empty()) structure[name] = annotation.*place;
      structure["status"] = status_name(annotation.status);
      if (!annotation.attributes.empty()) {
        Value attributes;
        for (const auto& attribute : annotation.attributes) attributes[attribute.name] = attribute.value;
        structure["attributes"] = json::write_compact(attributes);
      }
      numbers_.emplace(annotation.id, First{structures_.size(), span});
    }
  }

  void write_links(const Annotation& annotation) {
    for (const auto& link : annotation.links) {
      const auto from = numbers_.find(annotation.id);
      const auto to = numbers_.find(link.to);
      if (from == numbers_.end() || to == numbers_.end()) {
        exported_.ledger.lose("links between annotations");
        continue;
      }
      // INCEpTION wants a relation where its dependent is.
      auto& structure = add(link_type, to->second.span);
      structure["@Governor"] = from->second.number;
      structure["@Dependent"] = to->second.number;
      structure["role"] = link.role;
    }
  }

  const Project& project_;
  OffsetMap offsets_;
  Exported exported_;
  Value structures_ = Value::array();
  Value members_ = Value::array();
  struct First {         // span of an annotation
    std::size_t number;  // its %ID
    Range span;
  };
  std::unordered_map<std::string, First> numbers_;  // by id
};

// The type of a feature structure behind its last dot.
std::string short_name(const std::string& type) { return type.substr(type.rfind('.') + 1); }

class Reader {
 public:
  explicit Reader(Intake intake) : intake_(std::move(intake)) {}

  Result<Imported> run(const Node& structures) {
    for (std::size_t k = 0; k < structures.size(); ++k) {
      if (auto read = read_structure(structures.element(k)); !read)
        return tl::unexpected<Error>(read.error());
    }
    for (const auto& id : order_) {
      auto& one = open_.at(id);
      CLAUSEMARK_TRY(given, intake_.add(std::move(one.annotation), one.where));
      for (const auto number : one.numbers) ids_[number] = given;
    }
    for (const auto& link : links_) {
      if (auto linked = read_link(link); !linked) return tl::unexpected<Error>(linked.error());
    }
    return intake_.finish(std::move(ledger_));
  }

 private:
  struct Open {
    Annotation annotation;
    std::string where;
    std::vector<std::uint32_t> numbers;
  };

  Result<void> read_structure(const Node& node) {
    CLAUSEMARK_TRY(type, node.required_string("%TYPE"));
    if (node.has("@Governor") || node.has("@Dependent")) {
      links_.push_back(node);
      return {};
    }
    // Layers that annotators work with are custom; the others are segmentation and facts about the document.
    const bool own = type == span_type;
    const bool custom = type.starts_with("custom.") || type.starts_with("webanno.custom.");
    if (!own && !custom) {
      if (!type.starts_with("uima.") && node.has("begin")) ledger_.lose("annotations of type " + type);
      return {};
    }
    if (!node.has("begin")) {
      ledger_.lose("layers about the whole document");
      return {};
    }
    CLAUSEMARK_TRY(number, node.required_offset("%ID"));
    CLAUSEMARK_TRY(begin, node.required_offset("begin"));
    CLAUSEMARK_TRY(end, node.required_offset("end"));
    if (begin == end) {
      ledger_.lose("annotations without width");
      return {};
    }
    CLAUSEMARK_TRY(range, intake_.utf16(begin, end, node.pointer()));
    Open one{{}, node.pointer(), {number}};
    one.annotation.spans = {range};
    if (auto read = own ? read_own(node, one.annotation) : read_label(node, type, one.annotation); !read)
      return read;
    one.annotation.tag = intake_.tag(one.annotation.tag);
    const auto key = one.annotation.id.empty() ? "%" + std::to_string(number) : one.annotation.id;
    if (const auto found = open_.find(key); found != open_.end()) {
      found->second.annotation.spans.push_back(range);
      found->second.numbers.push_back(number);
      return {};
    }
    open_.emplace(key, std::move(one));
    order_.push_back(key);
    return {};
  }

  static Result<void> read_own(const Node& node, Annotation& annotation) {
    for (const auto& [name, place] : text_features) {
      CLAUSEMARK_TRY(text, node.optional_string(name));
      annotation.*place = text;
    }
    if (annotation.tag.empty()) return node.wrong("the annotation has no tag");
    CLAUSEMARK_TRY(status, node.optional_string("status"));
    const auto known = status_of(status.empty() ? "accepted" : status);
    if (!known) return node.wrong("\"" + status + "\" is no status");
    annotation.status = *known;
    CLAUSEMARK_TRY(attributes, node.optional_string("attributes"));
    if (attributes.empty()) return {};
    const auto value = json::parse(attributes);
    if (!value || !value->is_object()) return node.wrong("\"attributes\" is no JSON object");
    for (const auto& [name, text] : value->items()) {
      if (!text.is_string()) return node.wrong("the attribute \"" + name + "\" is no string");
      annotation.attributes.push_back({name, text.get<std::string>()});
    }
    return {};
  }

  // A span of another layer: its first string feature is the tag, or the name of the layer.
  static Result<void> read_label(const Node& node, const std::string& type, Annotation& annotation) {
    annotation.tag = short_name(type);
    bool first = true;
    for (const auto& [name, value] : node.value().items()) {
      if (name[0] == '%' || name[0] == '@' || !value.is_string()) continue;
      if (first)
        annotation.tag = value.get<std::string>();
      else
        annotation.attributes.push_back({name, value.get<std::string>()});
      first = false;
    }
    return {};
  }

  Result<void> read_link(const Node& node) {
    CLAUSEMARK_TRY(from, node.required_offset("@Governor"));
    CLAUSEMARK_TRY(to, node.required_offset("@Dependent"));
    CLAUSEMARK_TRY(role, node.optional_string("role"));
    if (!ids_.contains(from) || !ids_.contains(to)) {
      ledger_.lose("relations between what is no annotation");
      return {};
    }
    return intake_.link(ids_[from], role, ids_[to], node.pointer());
  }

  Intake intake_;
  std::unordered_map<std::string, Open> open_;
  std::vector<std::string> order_;
  std::vector<Node> links_;
  std::map<std::uint32_t, std::string> ids_;
  Ledger ledger_;
};

}  // namespace

Exported write_uima_cas(std::span<const Project> projects, const ExportOptions&) {
  return Writer(projects.front()).run();
}

Result<Imported> read_uima_cas(const ForeignFile& file) {
  CLAUSEMARK_TRY(value, json::parse(file.bytes));
  const Node root(value, "");
  CLAUSEMARK_TRY(structures, root.required_array("%FEATURE_STRUCTURES"));
  for (std::size_t k = 0; k < structures.size(); ++k) {
    const auto node = structures.element(k);
    CLAUSEMARK_TRY(type, node.required_string("%TYPE"));
    if (type != "uima.cas.Sofa") continue;
    CLAUSEMARK_TRY(text, node.required_string("sofaString"));
    CLAUSEMARK_TRY(intake, Intake::of(text));
    return Reader(std::move(intake)).run(structures);
  }
  return structures.wrong("there is no subject of analysis (uima.cas.Sofa) with a text");
}

}  // namespace clausemark
