#include "wasm/mirror_values.h"

#include <algorithm>

namespace clausemark {
namespace {

using emscripten::val;

// At most this many rows of a list are mirrored; the rest is reached by reviewing.
constexpr std::size_t most_rows = 200;
constexpr std::size_t most_paragraphs = 2000;

template <class Rows, class Make>
val array_of(const Rows& rows, std::size_t most, Make make) {
  val list = val::array();
  const auto count = std::min(rows.size(), most);
  for (std::size_t k = 0; k < count; ++k) list.set(static_cast<unsigned>(k), make(rows[k]));
  return list;
}

val strings(const std::vector<std::string>& texts) {
  return array_of(texts, most_tags, [](const std::string& text) { return val(text); });
}

val row_value(const app::AnnotationRow& row, const TagSet& tags) {
  val out = val::object();
  out.set("id", row.id);
  out.set("tag", tags.tags[row.tag].name);
  out.set("quote", row.quote);
  out.set("place", row.place);
  out.set("note", row.note);
  out.set("rule", row.rule);
  out.set("author", row.author);
  out.set("rejected", row.status == Status::rejected);
  const auto& wanted = tags.tags[row.tag].attributes;
  out.set("attributes", array_of(wanted, wanted.size(), [&](const TagAttribute& attribute) {
            const auto known = std::find_if(row.attributes.begin(), row.attributes.end(),
                                            [&](const Attribute& one) { return one.name == attribute.name; });
            val one = val::object();
            one.set("name", attribute.name);
            one.set("value", known == row.attributes.end() ? std::string{} : known->value);
            one.set("values", strings(attribute.values));
            return one;
          }));
  return out;
}

const char* theme_name(app::ThemeChoice theme) {
  return theme == app::ThemeChoice::dark ? "dark" : theme == app::ThemeChoice::light ? "light" : "system";
}

const char* column_name(app::Column column) {
  return column == app::Column::narrow ? "narrow" : column == app::Column::wide ? "wide" : "normal";
}

const char* sheet_name(app::Sheet sheet) {
  switch (sheet) {
    case app::Sheet::documents:
      return "documents";
    case app::Sheet::commands:
      return "commands";
    case app::Sheet::keys:
      return "keys";
    case app::Sheet::outline:
      return "outline";
    case app::Sheet::tags:
      return "tags";
    case app::Sheet::steps:
      return "steps";
    case app::Sheet::none:
      break;
  }
  return "none";
}

}  // namespace

val state_value(app::App& app) {
  const auto& view_model = app.view_model();
  const auto& model = app.model();
  const auto& view = *view_model.view;
  val out = val::object();
  out.set("title", view_model.title);
  out.set("subtitle", view_model.subtitle);
  out.set("dark", view.dark());
  out.set("unsaved", view.unsaved);
  out.set("readOnly", view.read_only);
  out.set("kept", view_model.kept);
  out.set("active", view.active);
  out.set("author", view.author);
  out.set("theme", std::string(theme_name(view.theme)));
  out.set("textSize", view.text_size);
  out.set("column", std::string(column_name(view.column)));
  out.set("contrast", view.high_contrast);
  out.set("sheet", std::string(sheet_name(view.sheet)));
  std::string selection;
  for (const auto& part : view.parts) selection += std::string(model.document.resolution.text(part)) + " … ";
  out.set("selection", selection + std::string(model.document.resolution.text(view.selection)));
  out.set("pending", view.pending && !view.pending->when_kept ? val(view.pending->name) : val::null());
  val question = val::object();
  question.set("text", view_model.question.text);
  question.set("yes", view_model.question.yes);
  question.set("no", view_model.question.no);
  out.set("question", question);
  out.set("opening", view_model.opening);
  out.set("undo", view_model.undo_name);
  out.set("redo", view_model.redo_name);
  val search = val::object();
  search.set("open", view.search.open);
  search.set("text", view.search.text);
  search.set("matchCase", view.search.match_case);
  search.set("wholeWords", view.search.whole_words);
  search.set("told", view_model.found_text);
  out.set("search", search);
  out.set("documents", array_of(view.documents, most_rows, [](const app::KeptDocument& document) {
            val one = val::object();
            one.set("id", document.id);
            one.set("title", document.title);
            one.set("when", document.when);
            one.set("open", document.open);
            one.set("elsewhere", document.elsewhere);
            one.set("removed", document.removed);
            return one;
          }));
  out.set("actions", array_of(app::actions(), most_rows, [&](const app::Action& action) {
            val one = val::object();
            one.set("id", std::string(action.id));
            one.set("name", std::string(action.name));
            one.set("group", std::string(action.group));
            one.set("keys", app::key_name(action.first_key()));
            one.set("able", app::intent_of(action.id, model).has_value());
            return one;
          }));
  out.set("tags", array_of(view_model.tags->tags, most_tags, [](const Tag& tag) {
            val one = val::object();
            one.set("id", tag.id);
            one.set("name", tag.name);
            one.set("key", tag.key);
            return one;
          }));
  val filter = val::object();
  filter.set("text", view.filter.text);
  filter.set("tags", strings(view.filter.tags));
  filter.set("author", view.filter.author);
  filter.set("statuses", array_of(view.filter.statuses, 3,
                                  [](Status status) { return val(std::string(status_name(status))); }));
  out.set("filter", filter);
  out.set("authors", strings(view_model.authors));
  out.set("hidden", view_model.hidden);
  out.set("other", view_model.other_name);
  return out;
}

val outline_value(const app::ViewModel& view_model) {
  return array_of(view_model.outline, view_model.outline.size(), [](const app::OutlineRow& row) {
    val out = val::object();
    out.set("at", row.reading);
    out.set("text", row.label.empty() ? row.text : row.label + " " + row.text);
    out.set("heading", row.heading);
    out.set("count", row.count);
    return out;
  });
}

val paragraphs_value(const app::ViewModel& view_model) {
  val list = array_of(view_model.blocks, most_paragraphs, [&](const app::BlockView& block) {
    val out = val::object();
    out.set("label", block.label);
    out.set("level", block.level);
    out.set("heading", block.kind == BlockKind::heading);
    out.set("text", std::string(slice(view_model.reading, block.reading)));
    const auto& links = view_model.links;
    auto link = std::partition_point(links.begin(), links.end(), [&](const app::LinkView& one) {
      return one.reading.start < block.reading.start;
    });
    val places = val::array();
    for (unsigned k = 0; link != links.end() && link->reading.start < block.reading.end; ++link, ++k) {
      val one = val::object();
      one.set("at", link->reading.start);
      one.set("place", link->place);
      places.set(k, one);
    }
    out.set("links", places);
    return out;
  });
  val out = val::object();
  out.set("rows", list);
  out.set("count", view_model.blocks.size());
  return out;
}

val paragraph_tags_value(const app::ViewModel& view_model) {
  return array_of(view_model.blocks, most_paragraphs, [&](const app::BlockView& block) {
    std::string names;
    for (auto k = block.marks.first; k < block.marks.first + block.marks.count; ++k) {
      const auto& mark = view_model.marks[view_model.block_marks[k]];
      if (!names.empty()) names += ", ";
      names += view_model.tags->tags[mark.tag].name;
      if (mark.suggested) names += " (suggested)";
    }
    return val(names);
  });
}

val summary_value(const app::ViewModel& view_model) {
  if (!view_model.summary) return val::null();
  const auto& summary = *view_model.summary;
  const auto& tags = view_model.tags->tags;
  val out = val::object();
  out.set("tags", array_of(summary.tags, most_tags, [&](const app::TagCount& count) {
            val one = val::object();
            one.set("name", tags[count.tag].name);
            one.set("accepted", count.accepted);
            one.set("suggested", count.suggested);
            return one;
          }));
  out.set("sections", array_of(summary.sections, most_rows, [](const app::SectionCount& section) {
            val one = val::object();
            one.set("name", section.title);
            one.set("count", section.all);
            return one;
          }));
  out.set("dates", array_of(summary.dates, most_rows, [](const app::SummaryDate& date) {
            val one = val::object();
            one.set("date", date.date);
            one.set("place", date.place);
            one.set("words", date.words);
            return one;
          }));
  out.set("tables", array_of(summary.tables, summary.tables.size(), [](const app::SummaryTable& table) {
            val one = val::object();
            one.set("title", table.title);
            one.set("count", table.rows.size());
            one.set("rows", array_of(table.rows, most_rows, [](const app::SummaryRow& row) {
                      val cells = val::array();
                      cells.set(0, row.place);
                      cells.set(1, row.who);
                      cells.set(2, row.suggested ? row.what + " (suggested)" : row.what);
                      cells.set(3, row.when);
                      return cells;
                    }));
            return one;
          }));
  return out;
}

val lists_value(const app::ViewModel& view_model) {
  const auto row = [&](const app::AnnotationRow& one) { return row_value(one, *view_model.tags); };
  val out = val::object();
  out.set("suggestions", array_of(view_model.suggestions, most_rows, row));
  out.set("suggestionCount", view_model.suggestions.size());
  out.set("annotations", array_of(view_model.annotations, most_rows, row));
  out.set("annotationCount", view_model.annotations.size());
  out.set("disputes", array_of(view_model.disputes, most_rows, [&](const app::DisputeRow& pair) {
            val one = val::object();
            one.set("first", row(pair.first));
            one.set("second", row(pair.second));
            return one;
          }));
  return out;
}

val comparison_value(const app::ViewModel& view_model) {
  if (!view_model.comparison) return val::null();
  const auto& comparison = *view_model.comparison;
  const auto side = [](const app::Side& one) {
    val out = val::object();
    out.set("says", one.says);
    out.set("tag", one.tag);
    out.set("quote", one.quote);
    out.set("note", one.note);
    out.set("status", one.status);
    return out;
  };
  val out = val::object();
  out.set("told", comparison.told);
  out.set("figures", array_of(comparison.figures, most_rows, [](const app::Figure& figure) {
            val one = val::object();
            one.set("name", figure.name);
            one.set("value", figure.value);
            one.set("meaning", figure.meaning);
            return one;
          }));
  out.set("tags", array_of(comparison.tags, most_tags, [](const app::TagFigures& tag) {
            val one = val::object();
            one.set("name", tag.name);
            one.set("ours", tag.ours);
            one.set("theirs", tag.theirs);
            one.set("agreement", tag.agreement);
            return one;
          }));
  out.set("rows", array_of(comparison.rows, most_rows, [&](const app::ComparisonRow& row) {
            val one = val::object();
            one.set("place", row.place);
            one.set("differs", row.differs);
            one.set("ours", side(row.ours));
            one.set("theirs", side(row.theirs));
            return one;
          }));
  out.set("count", comparison.rows.size());
  return out;
}

val tag_editor_value(const app::ViewModel& view_model) {
  if (!view_model.tag_editor) return val::null();
  const auto& editor = *view_model.tag_editor;
  const auto& tags = view_model.tags->tags;
  val out = val::object();
  out.set("name", view_model.tags->name);
  val list = val::array();
  for (unsigned k = 0; k < tags.size(); ++k) {
    val one = val::object();
    one.set("id", tags[k].id);
    one.set("name", tags[k].name);
    one.set("group", tags[k].group);
    one.set("key", tags[k].key);
    one.set("count", editor.uses[k].accepted + editor.uses[k].suggested);
    list.set(k, one);
  }
  out.set("tags", list);
  out.set("chosen", val::null());
  if (editor.chosen >= tags.size()) return out;
  const auto& tag = tags[editor.chosen];
  val chosen = val::object();
  chosen.set("id", tag.id);
  chosen.set("name", tag.name);
  chosen.set("group", tag.group);
  chosen.set("key", tag.key);
  chosen.set("colour", tag.colour);
  chosen.set("guideline", tag.description);
  chosen.set("attributes", editor.attributes);
  chosen.set("alike", strings(editor.alike));
  out.set("chosen", chosen);
  return out;
}

}  // namespace clausemark
