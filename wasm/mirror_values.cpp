#include "wasm/mirror_values.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace clausemark {
namespace {

using emscripten::val;

// At most this many rows of a list are mirrored; the rest is reached by reviewing.
constexpr std::size_t most_rows = 200;
constexpr std::size_t most_paragraphs = 2000;

// A property of an object, of anything that JavaScript has a value for.
struct Property {
  template <class T>
  Property(const char* property, T&& made) : name(property), value(std::forward<T>(made)) {}
  const char* name;
  val value;
};

val object(std::initializer_list<Property> properties) {
  val out = val::object();
  for (const auto& property : properties) out.set(property.name, property.value);
  return out;
}

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
  const auto& wanted = tags.tags[row.tag].attributes;
  const auto attributes = array_of(wanted, wanted.size(), [&](const TagAttribute& attribute) {
    const auto known = std::find_if(row.attributes.begin(), row.attributes.end(),
                                    [&](const Attribute& one) { return one.name == attribute.name; });
    return object({{"name", attribute.name},
                   {"value", known == row.attributes.end() ? std::string{} : known->value},
                   {"values", strings(attribute.values)}});
  });
  return object({{"id", row.id},
                 {"tag", tags.tags[row.tag].name},
                 {"quote", row.quote},
                 {"place", row.place},
                 {"note", row.note},
                 {"rule", row.rule},
                 {"author", row.author},
                 {"rejected", row.status == Status::rejected},
                 {"attributes", attributes}});
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
  std::string selection;
  for (const auto& part : view.parts) selection += std::string(model.document.resolution.text(part)) + " … ";
  selection += model.document.resolution.text(view.selection);
  return object(
      {{"title", view_model.title},
       {"subtitle", view_model.subtitle},
       {"dark", view.dark()},
       {"unsaved", view.unsaved},
       {"readOnly", view.read_only},
       {"kept", view_model.kept},
       {"active", view.active},
       {"author", view.author},
       {"theme", std::string(theme_name(view.theme))},
       {"textSize", view.text_size},
       {"column", std::string(column_name(view.column))},
       {"contrast", view.high_contrast},
       {"sheet", std::string(sheet_name(view.sheet))},
       {"selection", selection},
       {"pending", view.pending && !view.pending->when_kept ? val(view.pending->name) : val::null()},
       {"question", object({{"text", view_model.question.text},
                            {"yes", view_model.question.yes},
                            {"no", view_model.question.no}})},
       {"opening", view_model.opening},
       {"undo", view_model.undo_name},
       {"redo", view_model.redo_name},
       {"search", object({{"open", view.search.open},
                          {"text", view.search.text},
                          {"matchCase", view.search.match_case},
                          {"wholeWords", view.search.whole_words},
                          {"told", view_model.found_text}})},
       {"documents", array_of(view.documents, most_rows,
                              [](const app::KeptDocument& document) {
                                return object({{"id", document.id},
                                               {"title", document.title},
                                               {"when", document.when},
                                               {"open", document.open},
                                               {"elsewhere", document.elsewhere},
                                               {"removed", document.removed}});
                              })},
       {"actions", array_of(app::actions(), most_rows,
                            [&](const app::Action& action) {
                              return object({{"id", std::string(action.id)},
                                             {"name", std::string(action.name)},
                                             {"group", std::string(action.group)},
                                             {"keys", app::key_name(action.first_key())},
                                             {"able", app::intent_of(action.id, model).has_value()}});
                            })},
       {"tags", array_of(view_model.tags->tags, most_tags,
                         [](const Tag& tag) {
                           return object({{"id", tag.id}, {"name", tag.name}, {"key", tag.key}});
                         })},
       {"filter", object({{"text", view.filter.text},
                          {"tags", strings(view.filter.tags)},
                          {"author", view.filter.author},
                          {"statuses",
                           array_of(view.filter.statuses, 3,
                                    [](Status status) { return val(std::string(status_name(status))); })}})},
       {"steps",
        array_of(view_model.steps, most_rows,
                 [](const app::StepRow& step) {
                   return object(
                       {{"by", step.by}, {"name", step.name}, {"quote", step.quote}, {"place", step.place}});
                 })},
       {"stepCount", view_model.steps.size()},
       {"authors", strings(view_model.authors)},
       {"hidden", view_model.hidden},
       {"other", view_model.other_name}});
}

val outline_value(const app::ViewModel& view_model) {
  return array_of(view_model.outline, view_model.outline.size(), [](const app::OutlineRow& row) {
    return object({{"at", row.reading},
                   {"text", row.label.empty() ? row.text : row.label + " " + row.text},
                   {"heading", row.heading},
                   {"count", row.count}});
  });
}

val paragraphs_value(const app::ViewModel& view_model) {
  val list = array_of(view_model.blocks, most_paragraphs, [&](const app::BlockView& block) {
    const auto& links = view_model.links;
    auto link = std::partition_point(links.begin(), links.end(), [&](const app::LinkView& one) {
      return one.reading.start < block.reading.start;
    });
    val places = val::array();
    for (unsigned k = 0; link != links.end() && link->reading.start < block.reading.end; ++link, ++k) {
      places.set(k, object({{"at", link->reading.start}, {"place", link->place}}));
    }
    return object({{"label", block.label},
                   {"level", block.level},
                   {"heading", block.kind == BlockKind::heading},
                   {"text", std::string(slice(view_model.reading, block.reading))},
                   {"links", places}});
  });
  return object({{"rows", list}, {"count", view_model.blocks.size()}});
}

val paragraph_tags_value(const app::ViewModel& view_model) {
  return array_of(view_model.blocks, most_paragraphs, [&](const app::BlockView& block) {
    std::string names;
    for (auto k = block.marks.first; k < block.marks.first + block.marks.count; ++k) {
      const auto& mark = view_model.marks[view_model.block_marks[k]];
      if (!names.empty()) names += ", ";
      names += view_model.tags->tags[mark.tag].name;
      if (mark.suggested) names += " (suggested)";
      if (mark.rejected) names += " (rejected)";
    }
    return val(names);
  });
}

val summary_value(const app::ViewModel& view_model) {
  if (!view_model.summary) return val::null();
  const auto& summary = *view_model.summary;
  const auto& tags = view_model.tags->tags;
  return object(
      {{"tags", array_of(summary.tags, most_tags,
                         [&](const app::TagCount& count) {
                           return object({{"name", tags[count.tag].name},
                                          {"accepted", count.accepted},
                                          {"suggested", count.suggested}});
                         })},
       {"sections", array_of(summary.sections, most_rows,
                             [](const app::SectionCount& section) {
                               return object({{"name", section.title}, {"count", section.all}});
                             })},
       {"dates",
        array_of(summary.dates, most_rows,
                 [](const app::SummaryDate& date) {
                   return object({{"date", date.date}, {"place", date.place}, {"words", date.words}});
                 })},
       {"tables", array_of(summary.tables, summary.tables.size(), [](const app::SummaryTable& table) {
          return object({{"title", table.title},
                         {"count", table.rows.size()},
                         {"rows", array_of(table.rows, most_rows, [](const app::SummaryRow& row) {
                            val cells = val::array();
                            cells.set(0, row.place);
                            cells.set(1, row.who);
                            cells.set(2, row.suggested ? row.what + " (suggested)" : row.what);
                            cells.set(3, row.when);
                            return cells;
                          })}});
        })}});
}

val lists_value(const app::ViewModel& view_model) {
  const auto row = [&](const app::AnnotationRow& one) { return row_value(one, *view_model.tags); };
  return object(
      {{"suggestions", array_of(view_model.suggestions, most_rows, row)},
       {"suggestionCount", view_model.suggestions.size()},
       {"annotations", array_of(view_model.annotations, most_rows, row)},
       {"annotationCount", view_model.annotations.size()},
       {"disputes", array_of(view_model.disputes, most_rows,
                             [&](const app::DisputeRow& pair) {
                               return object({{"first", row(pair.first)}, {"second", row(pair.second)}});
                             })},
       {"disputeCount", view_model.disputes.size()}});
}

val comparison_value(const app::ViewModel& view_model) {
  if (!view_model.comparison) return val::null();
  const auto& comparison = *view_model.comparison;
  const auto side = [](const app::Side& one) {
    return object({{"says", one.says},
                   {"tag", one.tag},
                   {"quote", one.quote},
                   {"note", one.note},
                   {"status", one.status},
                   {"author", one.author}});
  };
  return object(
      {{"told", comparison.told},
       {"figures",
        array_of(
            comparison.figures, most_rows,
            [](const app::Figure& figure) {
              return object({{"name", figure.name}, {"value", figure.value}, {"meaning", figure.meaning}});
            })},
       {"tags", array_of(comparison.tags, most_tags,
                         [](const app::TagFigures& tag) {
                           return object({{"name", tag.name},
                                          {"ours", tag.ours},
                                          {"theirs", tag.theirs},
                                          {"agreement", tag.agreement}});
                         })},
       {"rows", array_of(comparison.rows, most_rows,
                         [&](const app::ComparisonRow& row) {
                           return object({{"place", row.place},
                                          {"differs", row.differs},
                                          {"ours", side(row.ours)},
                                          {"theirs", side(row.theirs)}});
                         })},
       {"count", comparison.rows.size()}});
}

val tag_editor_value(const app::ViewModel& view_model) {
  if (!view_model.tag_editor) return val::null();
  const auto& editor = *view_model.tag_editor;
  const auto& tags = view_model.tags->tags;
  val list = val::array();
  for (unsigned k = 0; k < tags.size(); ++k) {
    list.set(k, object({{"id", tags[k].id},
                        {"name", tags[k].name},
                        {"group", tags[k].group},
                        {"key", tags[k].key},
                        {"count", editor.uses[k].accepted + editor.uses[k].suggested}}));
  }
  val out = object({{"name", view_model.tags->name}, {"tags", list}, {"chosen", val::null()}});
  if (editor.chosen >= tags.size()) return out;
  const auto& tag = tags[editor.chosen];
  out.set("chosen", object({{"id", tag.id},
                            {"name", tag.name},
                            {"group", tag.group},
                            {"key", tag.key},
                            {"colour", tag.colour},
                            {"guideline", tag.description},
                            {"attributes", editor.attributes},
                            {"alike", strings(editor.alike)}}));
  return out;
}

}  // namespace clausemark
