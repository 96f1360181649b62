// brat standoff. What brat has no place for is kept in notes of types of its own: Id, Author, Created,
// Modified, Rule, Path, Status, Attribute. A span that runs over line ends is split there, as brat demands,
// and joined again when it is read.
#include <map>

#include "core/formats/exchange/formats.h"
#include "core/formats/exchange/intake.h"
#include "core/formats/exchange/lines.h"
#include "core/text/offset_map.h"

namespace clausemark {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_space(char c) { return c == ' ' || c == '\t' || is_line_end(c); }

// The parts of a span that lie on lines of their own, without white space at line ends.
std::vector<Range> on_lines(std::string_view text, Range span) {
  std::vector<Range> parts;
  std::uint32_t at = span.start;
  while (at < span.end) {
    while (at < span.end && is_line_end(text[at])) ++at;
    auto end = at;
    while (end < span.end && !is_line_end(text[end])) ++end;
    if (end > at) parts.push_back({at, end});
    at = end;
  }
  return parts;
}

// Names of types and roles have neither spaces nor marks with a meaning of their own.
std::string safe_name(const std::string& name, Ledger& ledger) {
  std::string safe;
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    safe += plain ? c : '_';
  }
  if (safe != name) ledger.lose("names with other marks than letters, digits and hyphens, written with _");
  return safe;
}

// Text of a note on one line: \n, \r, \t and \\ stand for themselves.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    switch (c) {
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\\':
        line += "\\\\";
        break;
      default:
        line += c;
    }
  }
  return line;
}

std::string from_one_line(std::string_view line) {
  std::string text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char next = line[at] == '\\' && at + 1 < line.size() ? line[at + 1] : '\0';
    const char meant = next == 'n'    ? '\n'
                       : next == 'r'  ? '\r'
                       : next == 't'  ? '\t'
                       : next == '\\' ? '\\'
                                      : '\0';
    text += meant == '\0' ? line[at] : meant;
    if (meant != '\0') ++at;
  }
  return text;
}

class Writer {
 public:
  explicit Writer(const Project& project) : project_(project), offsets_(project.text) {}

  Exported run() {
    std::size_t number = 0;
    std::map<std::string, std::string> names;  // id → "T1"
    for (const auto& annotation : project_.annotations) {
      if (!annotation.placed()) {
        exported_.ledger.lose("annotations without a place in the text");
        continue;
      }
      const auto name = "T" + std::to_string(++number);
      if (write_spans(name, annotation)) names.emplace(annotation.id, name);
    }
    for (const auto& annotation : project_.annotations) {
      const auto name = names.find(annotation.id);
      if (name != names.end()) write_rest(name->second, annotation, names);
    }
    std::string types;
    for (const auto& tag : project_.tag_set.tags) types += safe_name(tag.id, exported_.ledger) + "\n";
    tell_of_tag_set(project_, exported_.ledger);
    exported_.files.push_back({".ann", std::move(lines_)});
    exported_.files.push_back({".txt", project_.text});
    exported_.files.push_back(
        {"annotation.conf", "[entities]\n" + types +
                                "\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, "
                                "<OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n"});
    return std::move(exported_);
  }

 private:
  bool write_spans(const std::string& name, const Annotation& annotation) {
    std::string where;
    std::string words;
    for (const auto& span : annotation.spans) {
      for (const auto& part : on_lines(project_.text, span)) {
        where += (where.empty() ? "" : ";") + std::to_string(offsets_.byte_to_code_point(part.start)) + " " +
                 std::to_string(offsets_.byte_to_code_point(part.end));
        words += (words.empty() ? "" : " ") + std::string(slice(project_.text, part));
      }
    }
    if (where.empty()) {
      exported_.ledger.lose("annotations of line ends alone");
      return false;
    }
    lines_ += name + "\t" + safe_name(annotation.tag, exported_.ledger) + " " + where + "\t" + words + "\n";
    return true;
  }

  void write_rest(const std::string& name, const Annotation& annotation,
                  const std::map<std::string, std::string>& names) {
    const auto note = [&](const char* type, const std::string& text) {
      if (!text.empty())
        lines_ += "#" + std::to_string(++notes_) + "\t" + type + " " + name + "\t" + on_one_line(text) + "\n";
    };
    note("AnnotatorNotes", annotation.note);
    note("Id", annotation.id);
    if (annotation.status != Status::accepted) note("Status", status_name(annotation.status));
    note("Author", annotation.author);
    note("Created", annotation.created);
    note("Modified", annotation.modified);
    note("Rule", annotation.rule);
    note("Path", annotation.path);
    for (const auto& attribute : annotation.attributes)
      note("Attribute", attribute.name + "=" + attribute.value);
    for (const auto& link : annotation.links) {
      const auto to = names.find(link.to);
      if (to == names.end()) {
        exported_.ledger.lose("links between annotations");
        continue;
      }
      lines_ += "R" + std::to_string(++relations_) + "\t" + safe_name(link.role, exported_.ledger) +
                " Arg1:" + name + " Arg2:" + to->second + "\n";
    }
  }

  const Project& project_;
  OffsetMap offsets_;
  Exported exported_;
  std::string lines_;
  std::size_t notes_ = 0;
  std::size_t relations_ = 0;
};

class Reader {
 public:
  explicit Reader(Intake intake) : intake_(std::move(intake)) {}

  Result<Imported> run(std::string_view bytes) {
    Result<void> read;
    // Annotations first: a note may stand before what it is about.
    for_each_line(bytes, [&](std::string_view line, const std::string& where) {
      if (read && !line.empty() && line[0] == 'T') read = read_spans(line, where);
    });
    for_each_line(bytes, [&](std::string_view line, const std::string& where) {
      if (read && !line.empty() && line[0] != 'T') read = read_other(line, where);
    });
    if (!read) return tl::unexpected<Error>(read.error());
    std::map<std::string_view, std::string> ids;
    for (const auto& name : order_) {
      auto& one = open_.at(name);
      CLAUSEMARK_TRY(id, intake_.add(std::move(one.annotation), one.where));
      ids.emplace(name, id);
    }
    for (const auto& [line, where] : links_) {
      if (auto linked = read_link(line, where, ids); !linked) return tl::unexpected<Error>(linked.error());
    }
    return intake_.finish(std::move(ledger_));
  }

 private:
  struct Open {
    Annotation annotation;
    std::string where;
  };

  Result<void> read_spans(std::string_view line, const std::string& where) {
    const auto fields = fields_of(line, '\t', 3);
    const auto parts = fields.size() == 3 ? fields_of(fields[1], ' ', 2) : fields;
    if (fields.size() != 3 || parts.size() != 2)
      return refuse(ErrorCode::bad_value, "a name, a type with positions and a text are needed here", where);
    Open open{{}, where};
    open.annotation.tag = intake_.tag(std::string(parts[0]));
    std::string words;
    for (const auto fragment : fields_of(parts[1], ';')) {
      const auto edges = fields_of(fragment, ' ');
      const auto start = number_in(edges.front());
      const auto end = number_in(edges.back());
      if (edges.size() != 2 || !start || !end)
        return refuse(ErrorCode::bad_value, "\"" + std::string(fragment) + "\" is no start and end", where);
      CLAUSEMARK_TRY(range, intake_.code_points(*start, *end, where));
      words += (words.empty() ? "" : " ") + std::string(slice(intake_.text(), range));
      join(open.annotation.spans, range);
    }
    if (words != fields[2])
      return refuse(ErrorCode::text_mismatch, "the text at these positions is not the one that the line has",
                    where);
    if (!open_.emplace(fields[0], std::move(open)).second)
      return refuse(ErrorCode::bad_value, "\"" + std::string(fields[0]) + "\" is given twice", where);
    order_.push_back(fields[0]);
    return {};
  }

  Result<void> read_other(std::string_view line, const std::string& where) {
    switch (line[0]) {
      case '#':
        return read_note(line, where);
      case 'A':
      case 'M':
        return read_attribute(line, where);
      case 'R':
        links_.emplace_back(line, where);
        return {};
      case 'E':
        ledger_.lose("events");
        return {};
      case 'N':
        ledger_.lose("normalizations");
        return {};
      case '*':
        ledger_.lose("equivalences");
        return {};
      default:
        return refuse(ErrorCode::bad_value, "this is no line of brat standoff", where);
    }
  }

  // A fragment behind a line end continues the one before it.
  void join(std::vector<Range>& spans, Range range) const {
    if (!spans.empty() && spans.back().end <= range.start) {
      const auto between = slice(intake_.text(), {spans.back().end, range.start});
      const bool white = std::all_of(between.begin(), between.end(), is_space);
      if (white && std::any_of(between.begin(), between.end(), is_line_end)) {
        spans.back().end = range.end;
        return;
      }
    }
    spans.push_back(range);
  }

  Open* named(std::string_view name) {
    const auto found = open_.find(name);
    return found == open_.end() ? nullptr : &found->second;
  }

  Result<void> read_note(std::string_view line, const std::string& where) {
    const auto fields = fields_of(line, '\t', 3);
    const auto head = fields.size() == 3 ? fields_of(fields[1], ' ') : fields;
    if (fields.size() != 3 || head.size() != 2)
      return refuse(ErrorCode::bad_value, "a note needs a type, what it is about and a text", where);
    auto* open = named(head[1]);
    if (open == nullptr) {
      ledger_.lose("notes on what is no annotation");
      return {};
    }
    auto& annotation = open->annotation;
    const auto text = from_one_line(fields[2]);
    const std::map<std::string_view, std::string*> places{{"AnnotatorNotes", &annotation.note},
                                                          {"Id", &annotation.id},
                                                          {"Author", &annotation.author},
                                                          {"Created", &annotation.created},
                                                          {"Rule", &annotation.rule},
                                                          {"Modified", &annotation.modified},
                                                          {"Path", &annotation.path}};
    if (const auto place = places.find(head[0]); place != places.end()) {
      *place->second += (place->second->empty() ? "" : "\n") + text;
    } else if (head[0] == "Attribute") {
      const auto parts = fields_of(text, '=', 2);
      annotation.attributes.push_back({std::string(parts[0]), std::string(parts.size() > 1 ? parts[1] : "")});
    } else if (head[0] == "Status") {
      const auto status = status_of(text);
      if (!status) return refuse(ErrorCode::bad_value, "\"" + text + "\" is no status", where);
      annotation.status = *status;
    } else {
      ledger_.lose("notes of type " + std::string(head[0]));
    }
    return {};
  }

  Result<void> read_attribute(std::string_view line, const std::string& where) {
    const auto fields = fields_of(line, '\t', 2);
    const auto parts = fields.size() == 2 ? fields_of(fields[1], ' ', 3) : fields;
    if (fields.size() != 2 || parts.size() < 2)
      return refuse(ErrorCode::bad_value, "an attribute needs a name and what it is about", where);
    if (auto* open = named(parts[1]))
      open->annotation.attributes.push_back(
          {std::string(parts[0]), parts.size() > 2 ? std::string(parts[2]) : std::string("yes")});
    else
      ledger_.lose("attributes of what is no annotation");
    return {};
  }

  Result<void> read_link(std::string_view line, const std::string& where,
                         const std::map<std::string_view, std::string>& ids) {
    const auto fields = fields_of(line, '\t');
    const auto parts = fields.size() >= 2 ? fields_of(fields[1], ' ') : fields;
    if (fields.size() < 2 || parts.size() != 3)
      return refuse(ErrorCode::bad_value, "a relation needs a type and two arguments", where);
    const auto id_of = [&](std::string_view argument) {
      const auto found = ids.find(fields_of(argument, ':', 2).back());
      return found == ids.end() ? std::string(argument) : found->second;
    };
    return intake_.link(id_of(parts[1]), std::string(parts[0]), id_of(parts[2]), where);
  }

  Intake intake_;
  std::map<std::string_view, Open> open_;
  std::vector<std::string_view> order_;
  std::vector<std::pair<std::string_view, std::string>> links_;
  Ledger ledger_;
};

}  // namespace

Exported write_brat(std::span<const Project> projects, const ExportOptions&) {
  return Writer(projects.front()).run();
}

Result<Imported> read_brat(const ForeignFile& file) {
  if (file.text.empty())
    return refuse(ErrorCode::text_missing, "brat keeps the text in a file of its own; it is needed, too");
  if (auto checked = check_lines(file.bytes); !checked) return tl::unexpected<Error>(checked.error());
  CLAUSEMARK_TRY(intake, Intake::of(std::string(file.text)));
  return Reader(std::move(intake)).run(file.bytes);
}

}  // namespace clausemark
