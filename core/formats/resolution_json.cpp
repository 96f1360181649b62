#include "core/formats/resolution_json.h"

#include <algorithm>

#include "core/annotation/suggest.h"
#include "core/formats/json_text.h"
#include "core/text/offset_map.h"

namespace clausemark {
namespace {

json::Value or_null(const std::string& value) {
  return value.empty() ? json::Value(nullptr) : json::Value(value);
}

}  // namespace

std::string write_resolution_json(std::string_view text, const Resolution& resolution) {
  const OffsetMap offsets(text);
  const auto put_range = [&](json::Value& object, Range source) {
    object["start"] = offsets.byte_to_code_point(source.start);
    object["end"] = offsets.byte_to_code_point(source.end);
  };

  // Tags by block: suggestions carry the clause path, and paths name blocks.
  const auto suggestions = suggest(resolution);
  std::size_t next_suggestion = 0;

  json::Value blocks = json::Value::array();
  for (std::uint32_t id = 0; id < resolution.blocks.size(); ++id) {
    const auto& block = resolution.blocks[id];
    json::Value object;
    object["id"] = id;
    object["kind"] = block_kind_name(block.kind);
    object["number"] = or_null(block.number);
    object["level"] = block.level;
    object["parent"] = block.parent == no_block ? json::Value(nullptr) : json::Value(block.parent);
    object["path"] = or_null(block.path);
    put_range(object, block.source);
    object["text"] =
        block.kind == BlockKind::furniture ? slice(text, block.source) : resolution.text(block.reading);

    json::Value labels = json::Value::array();
    for (; next_suggestion < suggestions.size() &&
           suggestions[next_suggestion].target.start < block.source.end &&
           suggestions[next_suggestion].path == block.path;
         ++next_suggestion) {
      const auto& tag = suggestions[next_suggestion].tag;
      if (std::find(labels.begin(), labels.end(), tag) == labels.end()) labels.push_back(tag);
    }
    object["labels"] = std::move(labels);

    json::Value acts = json::Value::array();
    for (std::uint32_t k = 0; k < block.acts.count; ++k) {
      const auto& act = resolution.acts[block.acts.first + k];
      json::Value row;
      row["phrase"] = resolution.text(act.reading);
      row["lemma"] = act.lemma;
      row["label"] = act.tag;
      if (!act.second_tag.empty()) row["secondLabel"] = act.second_tag;
      row["strength"] = act.strength;
      if (!act.addressee.empty()) row["addressee"] = resolution.text(act.addressee);
      put_range(row, resolution.reading.to_source(act.reading));
      acts.push_back(std::move(row));
    }
    object["acts"] = std::move(acts);

    json::Value references = json::Value::array();
    json::Value treaties = json::Value::array();
    json::Value links = json::Value::array();
    for (std::uint32_t k = 0; k < block.references.count; ++k) {
      const auto& reference = resolution.references[block.references.first + k];
      json::Value row;
      row["target"] = reference.target;
      if (reference.target_block != no_block) row["block"] = reference.target_block;
      put_range(row, resolution.reading.to_source(reference.reading));
      auto& list = reference.kind == ReferenceKind::document ? references
                   : reference.kind == ReferenceKind::treaty ? treaties
                                                             : links;
      list.push_back(std::move(row));
    }
    object["refs"] = std::move(references);
    object["treaties"] = std::move(treaties);
    object["links"] = std::move(links);

    json::Value deadlines = json::Value::array();
    for (std::uint32_t k = 0; k < block.deadlines.count; ++k) {
      const auto& deadline = resolution.deadlines[block.deadlines.first + k];
      json::Value row;
      row["phrase"] = resolution.text(deadline.reading);
      row["kind"] = deadline_kind_name(deadline.kind);
      row[deadline.value.starts_with('P') ? "period" : "date"] = deadline.value;
      if (!deadline.resolved.empty()) row["resolved"] = deadline.resolved;
      put_range(row, resolution.reading.to_source(deadline.reading));
      deadlines.push_back(std::move(row));
    }
    object["deadlines"] = std::move(deadlines);
    blocks.push_back(std::move(object));
  }

  json::Value reporting = json::Value::array();
  for (const auto& duty : resolution.reporting) {
    json::Value row;
    row["block"] = duty.block;
    row["who"] = or_null(std::string(resolution.text(duty.reporter)));
    row["to"] = or_null(std::string(resolution.text(duty.recipient)));
    row["on"] = or_null(std::string(resolution.text(duty.topic)));
    json::Value when = json::Value::array();
    for (std::uint32_t k = 0; k < duty.deadlines.count; ++k) {
      const auto& deadline = resolution.deadlines[duty.deadlines.first + k];
      when.push_back(deadline.resolved.empty() ? deadline.value : deadline.resolved);
    }
    row["when"] = std::move(when);
    put_range(row, resolution.reading.to_source(duty.reading));
    reporting.push_back(std::move(row));
  }

  json::Value tasks = json::Value::array();
  for (const auto& task : resolution.tasks) {
    json::Value row;
    row["block"] = task.block;
    const auto* act = task.act == no_block ? nullptr : &resolution.acts[task.act];
    row["label"] = act == nullptr ? json::Value(nullptr) : json::Value(act->tag);
    row["addressee"] =
        act == nullptr ? json::Value(nullptr) : or_null(std::string(resolution.text(act->addressee)));
    tasks.push_back(std::move(row));
  }

  json::Value diagnostics = json::Value::array();
  for (const auto& diagnostic : resolution.diagnostics) {
    json::Value row;
    row["code"] = diagnostic.code;
    row["message"] = diagnostic.message;
    put_range(row, diagnostic.source);
    diagnostics.push_back(std::move(row));
  }

  json::Value root;
  root["document"]["symbol"] = or_null(resolution.facts.symbol);
  root["document"]["date"] = or_null(resolution.facts.date);
  root["document"]["language"] = resolution.facts.language;
  root["document"]["organ"] = or_null(resolution.proceedings.organ);
  root["document"]["meeting"] = resolution.proceedings.meeting == 0
                                    ? json::Value(nullptr)
                                    : json::Value(resolution.proceedings.meeting);
  root["document"]["chapterVII"] = resolution.proceedings.chapter_vii;
  root["blocks"] = std::move(blocks);
  root["reporting"] = std::move(reporting);
  root["tasks"] = std::move(tasks);
  root["diagnostics"] = std::move(diagnostics);
  return json::write(root);
}

}  // namespace clausemark
