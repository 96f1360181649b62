// brat standoff. What brat has no place for is kept in notes of types of its own: Id, Tag, Spans, Note,
// Author, Cosigner, Created, Modified, Rule, Path, Attribute. A span that runs over line ends is split there,
// as brat demands, and joined again when it is read.
#include <algorithm>
#include <map>
#include <set>

#include "core/formats/exchange/formats.h"
#include "core/formats/exchange/intake.h"
#include "core/formats/exchange/lines.h"
#include "core/formats/json_text.h"
#include "core/text/offset_map.h"

namespace clausemark {
namespace {

// The bytes of the line end at `at`, in the sense of Python's splitlines(), by which brat reads; 0 if none.
std::uint32_t line_end_at(std::string_view text, std::uint32_t at) {
  const char c = text[at];
  if ((c >= '\n' && c <= '\r') || (c >= '\x1C' && c <= '\x1E')) return 1;
  const auto rest = text.substr(at, 3);
  if (rest.starts_with("\xC2\x85")) return 2;
  return rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" ? 3 : 0;
}

// The parts of a span that lie on lines of their own.
std::vector<Range> on_lines(std::string_view text, Range span) {
  std::vector<Range> parts;
  auto start = span.start;
  for (auto at = span.start; at < span.end;) {
    const auto ends = line_end_at(text, at);
    if (ends > 0 && at > start) parts.push_back({start, at});
    at += ends > 0 ? ends : 1;
    if (ends > 0) start = at;
  }
  if (start < span.end) parts.push_back({start, span.end});
  return parts;
}

// Fragments with nothing but line ends and blanks between them, as one.
std::vector<Range> joined(std::string_view text, const std::vector<Range>& fragments) {
  std::vector<Range> spans;
  for (const auto& fragment : fragments) {
    bool continues = !spans.empty() && spans.back().end <= fragment.start;
    bool line_end = false;
    for (auto at = continues ? spans.back().end : 0; continues && at < fragment.start;) {
      const auto ends = line_end_at(text, at);
      line_end = line_end || ends > 0;
      continues = ends > 0 || text[at] == ' ' || text[at] == '\t';
      at += ends > 0 ? ends : 1;
    }
    if (continues && line_end)
      spans.back().end = fragment.end;
    else
      spans.push_back(fragment);
  }
  return spans;
}

// Names of types and roles are ASCII, without spaces or marks with a meaning of their own.
std::string safe_name(const std::string& name) {
  std::string safe;
  for (const char c : name) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    safe += plain ? c : '_';
  }
  return safe;
}

bool on_one_line(std::string_view text) {
  for (std::uint32_t at = 0; at < text.size(); ++at)
    if (line_end_at(text, at) > 0 || static_cast<unsigned char>(text[at]) < ' ') return false;
  return true;
}

// The text of a note of our own: as it is, or as a JSON string of ASCII where brat would break it.
std::string in_a_note(const std::string& text) {
  if (on_one_line(text) && !text.starts_with('"')) return text;
  return json::Value(text).dump(-1, ' ', true, json::Value::error_handler_t::replace);
}

std::string from_a_note(std::string_view text) {
  if (text.starts_with('"')) {
    if (const auto value = json::parse(text); value && value->is_string()) return value->get<std::string>();
  }
  return std::string(text);
}

// A note for brat's own eyes: blanks for line ends.
std::string flattened(std::string_view text) {
  std::string line;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto ends = line_end_at(text, at);
    line += ends > 0 || static_cast<unsigned char>(text[at]) < ' ' ? ' ' : text[at];
    at += ends > 0 ? ends : 1;
  }
  return line;
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
    tell_of_tag_set(project_, exported_.ledger);
    exported_.files.push_back({".ann", std::move(lines_)});
    exported_.files.push_back({".txt", project_.text});
    exported_.files.push_back({"annotation.conf", configuration()});
    return std::move(exported_);
  }

 private:
  std::string configuration() const {
    std::string out = "[entities]\n";
    std::set<std::string> types;
    for (const auto& tag : project_.tag_set.tags) types.insert(safe_name(tag.id));
    for (const auto& type : types) out += type + "\n";
    out += "\n[relations]\n";
    for (const auto& role : roles_) out += role + "\tArg1:<ENTITY>, Arg2:<ENTITY>\n";
    return out +
           "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n"
           "Status\tArg:<ENTITY>, Value:suggested|rejected\n";
  }

  std::string positions(const std::vector<Range>& ranges) const {
    std::string where;
    for (const auto& range : ranges) {
      where += (where.empty() ? "" : ";") + std::to_string(offsets_.byte_to_code_point(range.start)) + " " +
               std::to_string(offsets_.byte_to_code_point(range.end));
    }
    return where;
  }

  bool write_spans(const std::string& name, const Annotation& annotation) {
    std::vector<Range> fragments;
    std::string words;
    for (const auto& span : annotation.spans) {
      for (const auto& part : on_lines(project_.text, span)) {
        fragments.push_back(part);
        words += (words.empty() ? "" : " ") + std::string(slice(project_.text, part));
      }
    }
    if (fragments.empty()) {
      exported_.ledger.lose("annotations of line ends alone");
      return false;
    }
    lines_ += name + "\t" + safe_name(annotation.tag) + " " + positions(fragments) + "\t" + words + "\n";
    if (joined(project_.text, fragments) != annotation.spans)
      note("Spans", name, positions(annotation.spans));
    return true;
  }

  void note(const char* type, const std::string& about, const std::string& text) {
    if (!text.empty())
      lines_ += "#" + std::to_string(++notes_) + "\t" + type + " " + about + "\t" + in_a_note(text) + "\n";
  }

  void write_rest(const std::string& name, const Annotation& annotation,
                  const std::map<std::string, std::string>& names) {
    const auto shown = flattened(annotation.note);
    note("AnnotatorNotes", name, shown);
    if (shown != annotation.note || shown.starts_with('"')) note("Note", name, annotation.note);
    note("Id", name, annotation.id);
    if (safe_name(annotation.tag) != annotation.tag) note("Tag", name, annotation.tag);
    if (annotation.status != Status::accepted)
      lines_ += "A" + std::to_string(++attributes_) + "\tStatus " + name + " " +
                status_name(annotation.status) + "\n";
    note("Author", name, annotation.author);
    for (const auto& other : annotation.cosigners) note("Cosigner", name, other);
    note("Created", name, annotation.created);
    note("Modified", name, annotation.modified);
    note("Rule", name, annotation.rule);
    note("Path", name, annotation.path);
    for (const auto& attribute : annotation.attributes) {
      if (attribute.name.find('=') == std::string::npos)
        note("Attribute", name, attribute.name + "=" + attribute.value);
      else
        exported_.ledger.lose("attributes with = in their name");
    }
    for (const auto& link : annotation.links) {
      const auto to = names.find(link.to);
      if (to == names.end()) {
        exported_.ledger.lose("links between annotations");
        continue;
      }
      const auto role = safe_name(link.role);
      if (role != link.role) exported_.ledger.lose("roles with other marks than letters, digits and hyphens");
      roles_.insert(role);
      lines_ += "R" + std::to_string(++relations_) + "\t" + role;
      lines_ += " Arg1:" + name + " Arg2:" + to->second + "\n";
    }
  }

  const Project& project_;
  OffsetMap offsets_;
  Exported exported_;
  std::string lines_;
  std::set<std::string> roles_;
  std::size_t notes_ = 0;
  std::size_t attributes_ = 0;
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
    CLAUSEMARK_TRY(fragments, ranges_in(parts[1], where));
    std::string words;
    for (const auto& range : fragments)
      words += (words.empty() ? "" : " ") + std::string(slice(intake_.text(), range));
    open.annotation.spans = joined(intake_.text(), fragments);
    if (words != fields[2])
      return refuse(ErrorCode::text_mismatch, "the text at these positions is not the one that the line has",
                    where);
    if (!open_.emplace(fields[0], std::move(open)).second)
      return refuse(ErrorCode::bad_value, "\"" + std::string(fields[0]) + "\" is given twice", where);
    order_.push_back(fields[0]);
    return {};
  }

  // "0 7;12 20"
  Result<std::vector<Range>> ranges_in(std::string_view list, const std::string& where) const {
    std::vector<Range> ranges;
    for (const auto fragment : fields_of(list, ';')) {
      const auto edges = fields_of(fragment, ' ');
      const auto start = number_in(edges.front());
      const auto end = number_in(edges.back());
      if (edges.size() != 2 || !start || !end)
        return refuse(ErrorCode::bad_value, "\"" + std::string(fragment) + "\" is no start and end", where);
      CLAUSEMARK_TRY(range, intake_.code_points(*start, *end, where));
      ranges.push_back(range);
    }
    return ranges;
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
    const auto text = from_a_note(fields[2]);
    const std::map<std::string_view, std::string*> places{
        {"Id", &annotation.id},           {"Note", &annotation.note}, {"Author", &annotation.author},
        {"Created", &annotation.created}, {"Rule", &annotation.rule}, {"Modified", &annotation.modified},
        {"Path", &annotation.path}};
    if (const auto place = places.find(head[0]); place != places.end()) {
      *place->second = text;
    } else if (head[0] == "AnnotatorNotes") {
      annotation.note += (annotation.note.empty() ? "" : "\n") + std::string(fields[2]);
    } else if (head[0] == "Tag") {
      annotation.tag = intake_.tag(text);
    } else if (head[0] == "Spans") {
      CLAUSEMARK_TRY(spans, ranges_in(text, where));
      annotation.spans = spans;
    } else if (head[0] == "Cosigner") {
      annotation.cosigners.push_back(text);
    } else if (head[0] == "Attribute") {
      const auto parts = fields_of(text, '=', 2);
      annotation.attributes.push_back({std::string(parts[0]), std::string(parts.size() > 1 ? parts[1] : "")});
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
    auto* open = named(parts[1]);
    const auto value = parts.size() > 2 ? std::string(parts[2]) : std::string("yes");
    if (open == nullptr)
      ledger_.lose("attributes of what is no annotation");
    else if (const auto status = status_of(value); status && parts[0] == "Status")
      open->annotation.status = *status;
    else
      open->annotation.attributes.push_back({std::string(parts[0]), value});
    return {};
  }

  Result<void> read_link(std::string_view line, const std::string& where,
                         const std::map<std::string_view, std::string>& ids) {
    const auto fields = fields_of(line, '\t');
    const auto parts = fields.size() >= 2 ? fields_of(fields[1], ' ') : fields;
    if (fields.size() < 2 || parts.size() != 3)
      return refuse(ErrorCode::bad_value, "a relation needs a type and two arguments", where);
    const auto one = ids.find(fields_of(parts[1], ':', 2).back());
    const auto other = ids.find(fields_of(parts[2], ':', 2).back());
    if (one == ids.end() || other == ids.end()) {
      ledger_.lose("relations with what is no annotation");
      return {};
    }
    return intake_.link(one->second, std::string(parts[0]), other->second, where);
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
