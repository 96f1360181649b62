#include "web/app/model/summary.h"

#include <algorithm>
#include <unordered_map>

#include "core/formats/spreadsheet_cell.h"
#include "core/resolution/dates.h"
#include "core/resolution/place_name.h"

namespace clausemark::app {
namespace {

// What readers look for first.
constexpr std::pair<const char*, const char*> table_tags[] = {
    {"task", "Tasks"}, {"demand", "Demands"}, {"condemnation", "Condemnations"}};

class Summariser {
 public:
  Summariser(const Document& document, const SummaryOptions& options)
      : document_(document), resolution_(document.resolution), options_(options) {}

  Summary run() {
    begin_sections();
    count();
    for (const auto& [id, title] : table_tags) add_table(id, title);
    add_timetable();
    add_dates();
    std::erase_if(out_.sections, [](const SectionCount& section) { return section.all == 0; });
    std::stable_sort(out_.tags.begin(), out_.tags.end(),
                     [](const TagCount& a, const TagCount& b) { return a.all() > b.all(); });
    return std::move(out_);
  }

 private:
  bool counts(const Annotation& annotation) const {
    return annotation.placed() && (annotation.status == Status::accepted ||
                                   (options_.suggestions && annotation.status == Status::suggested));
  }

  std::string line(Range reading) const {
    std::string text(resolution_.text(reading));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  void begin_sections() {
    bool annex = false;
    for (const auto& block : resolution_.blocks) {
      const bool annex_begins = block.kind == BlockKind::annex && !annex;
      annex = block.kind == BlockKind::annex;
      if (block.kind == BlockKind::preambular && out_.sections.empty())
        out_.sections.push_back({"Preamble", block.reading.start, {}, 0});
      else if (block.kind == BlockKind::heading || annex_begins)
        out_.sections.push_back({line(block.reading), block.reading.start, {}, 0});
      else if (block.kind == BlockKind::operative && !operative_) {
        if (out_.sections.empty() || out_.sections.back().title == "Preamble")
          out_.sections.push_back({"Operative part", block.reading.start, {}, 0});
      }
      operative_ = operative_ || block.kind == BlockKind::operative;
    }
    if (out_.sections.empty() || out_.sections.front().reading > 0)
      out_.sections.insert(out_.sections.begin(), {"Opening", 0, {}, 0});
  }

  void count() {
    const auto& project = document_.project;
    std::unordered_map<std::string_view, std::uint32_t> index;
    for (std::uint32_t k = 0; k < project.tag_set.tags.size(); ++k)
      index.emplace(project.tag_set.tags[k].id, k);
    std::vector<TagCount> all(project.tag_set.tags.size());
    for (std::uint32_t k = 0; k < all.size(); ++k) all[k].tag = k;
    std::vector<std::vector<TagCount>> by_section(out_.sections.size(), all);
    for (const auto& annotation : project.annotations) {
      if (!counts(annotation)) continue;
      const auto tag = index.find(annotation.tag);
      if (tag == index.end()) continue;
      const auto at = resolution_.reading.from_source(annotation.spans.front()).start;
      const auto section = std::partition_point(out_.sections.begin(), out_.sections.end(),
                                                [&](const SectionCount& one) { return one.reading <= at; });
      const auto number = section == out_.sections.begin()
                              ? 0
                              : static_cast<std::size_t>(section - out_.sections.begin()) - 1;
      for (auto* counted : {&all[tag->second], &by_section[number][tag->second]})
        ++(annotation.status == Status::accepted ? counted->accepted : counted->suggested);
      ++out_.sections[number].all;
    }
    for (const auto& one : all) {
      if (one.all() > 0) out_.tags.push_back(one);
    }
    for (std::size_t k = 0; k < by_section.size(); ++k) {
      for (const auto& one : by_section[k]) {
        if (one.all() > 0) out_.sections[k].tags.push_back(one);
      }
    }
  }

  void add_table(std::string_view id, const char* title) {
    const auto& tags = document_.project.tag_set.tags;
    const auto tag = std::find_if(tags.begin(), tags.end(), [&](const Tag& one) { return one.id == id; });
    if (tag == tags.end()) return;
    SummaryTable table{title, static_cast<std::uint32_t>(tag - tags.begin()), {}};
    for (const auto& annotation : document_.project.annotations) {
      if (annotation.tag != id || !counts(annotation)) continue;
      const auto words = resolution_.reading.from_source(annotation.spans.front());
      SummaryRow row;
      row.id = annotation.id;
      row.reading = words.start;
      row.place = place_name(annotation.path);
      row.what = quote_of(document_.project, resolution_, annotation);
      std::replace(row.what.begin(), row.what.end(), '\n', ' ');
      row.suggested = annotation.status == Status::suggested;
      fill_from_text(row, annotation.spans.front().start, words);
      table.rows.push_back(std::move(row));
    }
    add(std::move(table));
  }

  // Who is addressed, and until when.
  void fill_from_text(SummaryRow& row, std::uint32_t source, Range words) const {
    const auto at = block_at(resolution_, source);
    if (at == no_block) return;
    const auto& block = resolution_.blocks[at];
    for (std::uint32_t k = 0; k < block.acts.count; ++k) {
      const auto& act = resolution_.acts[block.acts.first + k];
      if (act.clause.overlaps(words) && !act.addressee.empty()) row.who = line(act.addressee);
    }
    const auto task = std::partition_point(resolution_.tasks.begin(), resolution_.tasks.end(),
                                           [&](const Task& one) { return one.block < at; });
    if (row.who.empty() && task != resolution_.tasks.end() && task->block == at && task->act != no_block)
      row.who = line(resolution_.acts[task->act].addressee);
    for (std::uint32_t k = 0; k < block.deadlines.count && row.when.empty(); ++k) {
      const auto& deadline = resolution_.deadlines[block.deadlines.first + k];
      if (deadline.reading.overlaps(words)) tell_when(row, deadline);
    }
  }

  void tell_when(SummaryRow& row, const Deadline& deadline) const {
    if (!row.when.empty()) row.when += "; ";
    row.when += line(deadline.reading);
    if (row.date.empty()) row.date = deadline.resolved.empty() ? deadline.value : deadline.resolved;
  }

  void add_timetable() {
    SummaryTable table{"Who reports, and when", 0xFFFFFFFF, {}};
    for (const auto& duty : resolution_.reporting) {
      SummaryRow row;
      row.reading = duty.reading.start;
      row.place = place_name(resolution_.blocks[duty.block].path);
      row.who = line(duty.reporter);
      const auto recipient = line(duty.recipient);
      const auto topic = line(duty.topic);
      if (!recipient.empty()) row.what = "to " + recipient;
      if (!topic.empty()) row.what += (recipient.empty() ? "" : " on ") + topic;
      if (row.what.empty()) row.what = line(duty.reading);
      for (std::uint32_t k = 0; k < duty.deadlines.count; ++k)
        tell_when(row, resolution_.deadlines[duty.deadlines.first + k]);
      table.rows.push_back(std::move(row));
    }
    add(std::move(table));
  }

  void add_dates() {
    const auto& adopted = document_.project.facts.date;
    if (is_iso_day(adopted)) out_.dates.push_back({adopted, {}, "Adopted", 0});
    for (const auto& deadline : resolution_.deadlines) {
      const auto& date = deadline.resolved.empty() ? deadline.value : deadline.resolved;
      if (!is_iso_day(date)) continue;
      out_.dates.push_back({date, place_name(resolution_.blocks[deadline.block].path), line(deadline.reading),
                            deadline.reading.start});
    }
    std::stable_sort(out_.dates.begin(), out_.dates.end(),
                     [](const SummaryDate& a, const SummaryDate& b) { return a.date < b.date; });
    if (out_.dates.empty()) return;
    const auto first = day_number(out_.dates.front().date);
    const auto days = std::max(1, day_number(out_.dates.back().date) - first);
    for (auto& one : out_.dates)
      one.at = static_cast<float>(day_number(one.date) - first) / static_cast<float>(days);
  }

  void add(SummaryTable table) {
    if (table.rows.empty()) return;
    const auto column = options_.sort;
    const auto key = [&](const SummaryRow& row) -> const std::string& {
      return column == SummaryColumn::who ? row.who : column == SummaryColumn::what ? row.what : row.date;
    };
    // Rows without an entry come last either way; within one entry the order of the text stays.
    std::stable_sort(table.rows.begin(), table.rows.end(), [&](const SummaryRow& a, const SummaryRow& b) {
      if (column == SummaryColumn::place)
        return options_.descending ? a.reading > b.reading : a.reading < b.reading;
      const auto& left = key(a);
      const auto& right = key(b);
      if (left.empty() || right.empty()) return !left.empty() && right.empty();
      return options_.descending ? left > right : left < right;
    });
    out_.tables.push_back(std::move(table));
  }

  const Document& document_;
  const Resolution& resolution_;
  const SummaryOptions& options_;
  bool operative_ = false;
  Summary out_;
};

}  // namespace

std::string TagCount::in_words() const {
  if (suggested == 0) return std::to_string(accepted);
  return (accepted == 0 ? std::string{} : std::to_string(accepted) + " and ") + std::to_string(suggested) +
         " suggested";
}

Summary summarise(const Document& document, const SummaryOptions& options) {
  return Summariser(document, options).run();
}

std::string tab_separated(const SummaryTable& table) {
  std::string out = "Place\tWho\tWhat\tWhen\tDate\tState\n";
  for (const auto& row : table.rows) {
    for (const auto* cell : {&row.place, &row.who, &row.what, &row.when, &row.date}) {
      if (is_guarded(*cell)) out += '\'';
      for (const char c : *cell) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
      out += '\t';
    }
    out += row.suggested ? "suggested" : row.id.empty() ? "from the text" : "accepted";
    out += '\n';
  }
  return out;
}

}  // namespace clausemark::app
