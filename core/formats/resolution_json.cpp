#include "core/formats/resolution_json.h"

#include <algorithm>

#include "core/formats/json_text.h"
#include "core/text/offset_map.h"

namespace clausemark {
namespace {

using json::Value;

Value or_null(std::string_view value) { return value.empty() ? Value(nullptr) : Value(std::string(value)); }

// Writes block by block: the values of a long text never stand in memory together.
class Writer {
 public:
  Writer(std::string_view text, const Resolution& resolution, const ResolutionJsonOptions& options,
         const std::function<void(std::string_view)>& sink)
      : text_(text), resolution_(resolution), options_(options), sink_(sink), offsets_(text) {}

  void run() {
    out_ += '{';
    if (!options_.file.empty()) member("file", Value(std::string(options_.file)));
    member("document", document());
    const auto count = resolution_.blocks.size();
    list("blocks", count, [&](std::size_t k) { return block(static_cast<std::uint32_t>(k)); });
    list("reporting", resolution_.reporting.size(),
         [&](std::size_t k) { return duty(resolution_.reporting[k]); });
    list("tasks", resolution_.tasks.size(), [&](std::size_t k) { return task(resolution_.tasks[k]); });
    list("diagnostics", resolution_.diagnostics.size(), [&](std::size_t k) {
      const auto& diagnostic = resolution_.diagnostics[k];
      Value row;
      row["code"] = diagnostic.code;
      row["message"] = diagnostic.message;
      put_range(row, diagnostic.source);
      return row;
    });
    out_ += "}\n";
    sink_(out_);
  }

 private:
  void key(const char* name) {
    if (members_++ > 0) out_ += options_.one_line ? "," : ",\n";
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }

  void member(const char* name, const Value& value) {
    key(name);
    out_ += json::write_compact(value);
  }

  template <class Row>
  void list(const char* name, std::size_t count, Row row) {
    key(name);
    out_ += '[';
    for (std::size_t k = 0; k < count; ++k) {
      if (k > 0) out_ += ',';
      if (!options_.one_line) out_ += '\n';
      out_ += json::write_compact(row(k));
      if (out_.size() < piece) continue;
      sink_(out_);
      out_.clear();
    }
    out_ += ']';
  }

  void put_range(Value& object, Range source) const {
    object["start"] = offsets_.byte_to_code_point(source.start);
    object["end"] = offsets_.byte_to_code_point(source.end);
  }
  void put_reading(Value& object, Range reading) const {
    put_range(object, resolution_.reading.to_source(reading));
  }

  Value document() const {
    Value document;
    document["symbol"] = or_null(resolution_.facts.symbol);
    document["date"] = or_null(resolution_.facts.date);
    document["language"] = resolution_.facts.language;
    const auto& proceedings = resolution_.proceedings;
    document["organ"] = or_null(proceedings.organ);
    document["meeting"] = proceedings.meeting == 0 ? Value(nullptr) : Value(proceedings.meeting);
    document["chapterVII"] = proceedings.chapter_vii;
    return document;
  }

  Value block(std::uint32_t id) {
    const auto& block = resolution_.blocks[id];
    Value object;
    object["id"] = id;
    object["kind"] = block_kind_name(block.kind);
    object["number"] = or_null(block.number);
    object["level"] = block.level;
    object["parent"] = block.parent == no_block ? Value(nullptr) : Value(block.parent);
    object["path"] = or_null(block.path);
    put_range(object, block.source);
    object["text"] =
        block.kind == BlockKind::furniture ? slice(text_, block.source) : resolution_.text(block.reading);
    object["labels"] = labels(id);
    Value acts = Value::array();
    for (std::uint32_t k = 0; k < block.acts.count; ++k)
      acts.push_back(act(resolution_.acts[block.acts.first + k]));
    object["acts"] = std::move(acts);
    references(block, object);
    Value deadlines = Value::array();
    for (std::uint32_t k = 0; k < block.deadlines.count; ++k)
      deadlines.push_back(deadline(resolution_.deadlines[block.deadlines.first + k]));
    object["deadlines"] = std::move(deadlines);
    return object;
  }

  // The tags of a block, each once; tasks and duties come in the order of the blocks.
  Value labels(std::uint32_t id) {
    Value labels = Value::array();
    const auto add = [&](const std::string& tag) {
      if (std::find(labels.begin(), labels.end(), tag) == labels.end()) labels.push_back(tag);
    };
    const auto& block = resolution_.blocks[id];
    for (std::uint32_t k = 0; k < block.acts.count; ++k) {
      const auto& act = resolution_.acts[block.acts.first + k];
      add(act.tag);
      if (!act.second_tag.empty()) add(act.second_tag);
    }
    for (; next_task_ < resolution_.tasks.size() && resolution_.tasks[next_task_].block == id; ++next_task_)
      add("task");
    for (; next_duty_ < resolution_.reporting.size() && resolution_.reporting[next_duty_].block == id;
         ++next_duty_)
      add("reporting");
    return labels;
  }

  Value act(const Act& act) const {
    Value row;
    row["phrase"] = resolution_.text(act.reading);
    row["lemma"] = act.lemma;
    row["label"] = act.tag;
    if (!act.second_tag.empty()) row["secondLabel"] = act.second_tag;
    row["strength"] = act.strength;
    row["addressee"] = or_null(resolution_.text(act.addressee));
    put_reading(row, act.reading);
    const auto clause = resolution_.reading.to_source(act.clause);
    row["clauseStart"] = offsets_.byte_to_code_point(clause.start);
    row["clauseEnd"] = offsets_.byte_to_code_point(clause.end);
    return row;
  }

  void references(const Block& block, Value& object) const {
    Value documents = Value::array();
    Value treaties = Value::array();
    Value links = Value::array();
    for (std::uint32_t k = 0; k < block.references.count; ++k) {
      const auto& reference = resolution_.references[block.references.first + k];
      Value row;
      row["target"] = reference.target;
      if (reference.target_block != no_block) row["block"] = reference.target_block;
      put_reading(row, reference.reading);
      switch (reference.kind) {
        case ReferenceKind::document:
          documents.push_back(std::move(row));
          break;
        case ReferenceKind::treaty:
          treaties.push_back(std::move(row));
          break;
        case ReferenceKind::block:
          links.push_back(std::move(row));
          break;
      }
    }
    object["refs"] = std::move(documents);
    object["treaties"] = std::move(treaties);
    object["links"] = std::move(links);
  }

  Value deadline(const Deadline& deadline) const {
    Value row;
    row["phrase"] = resolution_.text(deadline.reading);
    row["kind"] = deadline_kind_name(deadline.kind);
    row[deadline.value.starts_with('P') ? "period" : "date"] = deadline.value;
    if (!deadline.resolved.empty()) row["resolved"] = deadline.resolved;
    put_reading(row, deadline.reading);
    return row;
  }

  Value duty(const ReportingDuty& duty) const {
    Value row;
    row["block"] = duty.block;
    row["who"] = or_null(resolution_.text(duty.reporter));
    row["to"] = or_null(resolution_.text(duty.recipient));
    row["on"] = or_null(resolution_.text(duty.topic));
    Value when = Value::array();
    for (std::uint32_t k = 0; k < duty.deadlines.count; ++k) {
      const auto& deadline = resolution_.deadlines[duty.deadlines.first + k];
      when.push_back(deadline.resolved.empty() ? deadline.value : deadline.resolved);
    }
    row["when"] = std::move(when);
    put_reading(row, duty.reading);
    return row;
  }

  Value task(const Task& task) const {
    const auto* act = task.act == no_block ? nullptr : &resolution_.acts[task.act];
    Value row;
    row["block"] = task.block;
    row["label"] = act == nullptr ? Value(nullptr) : Value(act->tag);
    row["strength"] = act == nullptr ? Value(nullptr) : Value(act->strength);
    row["addressee"] = act == nullptr ? Value(nullptr) : or_null(resolution_.text(act->addressee));
    put_reading(row, task.reading);
    return row;
  }

  static constexpr std::size_t piece = std::size_t{64} << 10;  // bytes that are handed over at once

  std::string_view text_;
  const Resolution& resolution_;
  const ResolutionJsonOptions& options_;
  const std::function<void(std::string_view)>& sink_;
  OffsetMap offsets_;
  std::string out_;
  std::size_t members_ = 0;  // of the outermost object, so far
  std::size_t next_task_ = 0;
  std::size_t next_duty_ = 0;
};

}  // namespace

void write_resolution_json(std::string_view text, const Resolution& resolution,
                           const ResolutionJsonOptions& options,
                           const std::function<void(std::string_view)>& sink) {
  Writer(text, resolution, options, sink).run();
}

std::string write_resolution_json(std::string_view text, const Resolution& resolution,
                                  const ResolutionJsonOptions& options) {
  std::string out;
  write_resolution_json(text, resolution, options, [&](std::string_view bytes) { out += bytes; });
  return out;
}

}  // namespace clausemark
