#include "core/resolution/paragraphs.h"

#include "core/resolution/scan.h"

namespace clausemark {

std::uint32_t formula_end(std::string_view line) {
  std::uint32_t at = 0;
  while (const auto quote = scan::quote_at(line, at)) at += quote;
  for (const std::string_view organ :
       {"The Security Council", "The General Assembly", "The Economic and Social Council"}) {
    if (line.substr(at).starts_with(organ)) {
      auto end = at + static_cast<std::uint32_t>(organ.size());
      if (end < line.size() && (line[end] == ',' || line[end] == ':')) ++end;
      return end;
    }
  }
  return 0;
}

bool opens_annex(std::string_view line) {
  std::uint32_t at = 0;
  while (const auto quote = scan::quote_at(line, at)) at += quote;
  line.remove_prefix(at);
  for (const std::string_view word : {"Annex", "ANNEX", "Appendix", "APPENDIX", "Attachment", "Enclosure"}) {
    if (!line.starts_with(word)) continue;
    const auto rest = line.substr(word.size());
    if (rest.empty()) return true;
    if (rest[0] != ' ' && rest[0] != ':') return false;
    // "Annex I", "Annex A: Travel ban"; not "Annex 2 of the Agreement shall …"
    return rest.size() < 100 && !ends_clause(line);
  }
  return false;
}

namespace {

class Joiner {
 public:
  Joiner(std::string_view text, const Lexicon& lexicon, Paragraphs& out)
      : text_(text), lexicon_(lexicon), out_(out) {}

  void run() {
    out_.lines = split_lines(text_);
    out_.furniture.assign(out_.lines.size(), false);
    const auto formula = find_formula();
    out_.formula_found = formula < out_.lines.size();
    const auto first = out_.formula_found ? formula : 0;
    measure(first);
    front(first);
    body(first);
  }

 private:
  std::string_view line(std::size_t k) const { return slice(text_, out_.lines[k].source); }

  // The line with the formula: the first one, or where a text is announced ("reads as follows:") and a
  // formula stands behind the announcement, that one.
  std::size_t find_formula() const {
    std::size_t first = out_.lines.size();
    bool announced = false;
    for (std::size_t k = 0; k < out_.lines.size(); ++k) {
      const auto content = line(k);
      if (is_formula(content)) {
        if (announced) return k;
        first = std::min(first, k);
      }
      announced = announced || content.ends_with("as follows:");
    }
    return first;
  }

  bool is_formula(std::string_view content) const {
    const auto end = formula_end(content);
    if (end == 0) return false;
    const auto rest = scan::skip_spaces(content, end);
    if (rest >= content.size()) return true;
    return scan::is_upper(content[rest]) && !lexicon_.phrase_at(content, rest).range.empty();
  }

  // Before the formula a paragraph is what blank lines or ends of sentences part.
  void front(std::size_t end) {
    bool open = false;
    bool cover = false;  // behind "Distr.: General" stands the date of the document
    for (std::size_t k = 0; k < end; ++k) {
      if (is_furniture(line(k)) || (cover && is_date(line(k)))) {
        out_.furniture[k] = true;
        cover = line(k).starts_with("Distr.");
        open = false;
        continue;
      }
      cover = false;
      const bool gap = out_.lines[k].blanks > (out_.layout.double_spaced ? 1u : 0u) || out_.lines[k].turned;
      if (!open || gap) {
        out_.list.push_back({static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(k), {}, Zone::front});
        open = true;
      }
      out_.list.back().last = static_cast<std::uint32_t>(k);
    }
    for (auto& paragraph : out_.list) close(paragraph);
  }

  bool is_date(std::string_view content) const {
    std::uint32_t end = 0;
    char iso[11];
    return scan::date_at(content, 0, end, iso) && end == content.size();
  }

  // Marks the furniture of the body and measures how the rest is laid out.
  void measure(std::size_t first) {
    std::vector<Line> plain;
    for (std::size_t k = first; k < out_.lines.size(); ++k) {
      out_.furniture[k] = k != first && is_furniture(line(k)) && !stands_in_text(k);
      if (!out_.furniture[k]) plain.push_back(out_.lines[k]);
    }
    out_.layout = measure_layout(text_, plain);
  }

  // A symbol alone on its line may be the end of a sentence that was wrapped; a page header stands apart.
  bool stands_in_text(std::size_t k) const {
    const auto content = line(k);
    if (!content.starts_with("S/") && !content.starts_with("A/")) return false;
    const auto apart = [&](std::size_t at) { return out_.lines[at].blanks > 0 || out_.lines[at].turned; };
    const bool before = k == 0 || apart(k) || is_furniture(line(k - 1));
    const bool after = k + 1 >= out_.lines.size() || apart(k + 1) || is_furniture(line(k + 1));
    return !before && !after;
  }

  void body(std::size_t first) {
    std::size_t before = out_.lines.size();  // the line before that is no furniture
    for (std::size_t k = first; k < out_.lines.size(); ++k) {
      if (out_.furniture[k]) continue;
      const bool starts = before == out_.lines.size() || starts_paragraph(k, before);
      if (starts) {
        if (open_) close(out_.list.back());
        out_.list.push_back({static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(k), {}, Zone::body});
        open_ = true;
        begin(k, before == out_.lines.size() && out_.formula_found);
      }
      out_.list.back().last = static_cast<std::uint32_t>(k);
      before = k;
    }
    if (open_) close(out_.list.back());
  }

  // What a new paragraph means for those after it.
  void begin(std::size_t k, bool formula) {
    auto content = unquoted(k);
    auto& paragraph = out_.list.back();
    if (formula) {
      paragraph.zone = Zone::formula;
      return;
    }
    if (opens_annex(content)) annex_ = true;
    if (annex_) {
      paragraph.zone = Zone::annex;
      return;
    }
    const auto label = label_at(content);
    if (label.style == LabelStyle::number && !label.bracketed) last_number_ = scan_number(label.value);
  }

  static int scan_number(std::string_view digits) {
    std::uint32_t end = 0;
    return scan::number_at(digits, 0, end);
  }

  std::string_view unquoted(std::size_t k) const {
    const auto range = out_.lines[k].source;
    return slice(text_, scan::trim_quotes(text_, range));
  }

  bool starts_paragraph(std::size_t k, std::size_t before) {
    const auto& here = out_.lines[k];
    const auto& layout = out_.layout;
    const auto content = unquoted(k);
    if (content.empty()) return false;
    const auto previous = line(before);
    const auto& open = out_.list.back();
    const bool after_formula = open.zone == Zone::formula;
    if (after_formula && (scan::last_sign(previous) == ',' || scan::last_sign(previous) == ':' ||
                          formula_end(previous) == previous.size()))
      return true;
    if (is_rule(line(k)) || is_rule(previous)) return true;

    const bool ended = ends_clause(previous);
    const auto label = label_at(content);
    const bool lower = scan::is_lower(content[0]);
    // A page lies between: furniture, a form feed, or the missing blank line of a double-spaced text.
    const bool turned = k != before + 1 || here.turned || (layout.double_spaced && here.blanks == 0);

    std::uint32_t indent = here.indent;
    if (turned && indent > 0 && layout.double_spaced) --indent;
    const bool deeper = layout.indented && indent > layout.base_indent;

    if (layout.quoted) return starts_quoted(k, content, label, ended, turned);
    if (layout.double_spaced) {
      if (deeper) return true;
      return label.found() && ended && !layout.indented && plausible(label, content);
    }
    if (layout.gaps && !turned) {
      if (here.blanks == 0) return false;
      // A lower-case letter behind a gap in mid-sentence: a page has been turned.
      return !(lower && !ended && (here.blanks > 1 || (layout.indented && !deeper)));
    }
    if (here.blanks > 0 && !turned && !lower) return true;
    if (layout.indented) return starts_by_indent(k, before, label, ended, lower);
    return starts_by_words(k, before, content, label, ended, turned);
  }

  // In a press release every paragraph but the items opens with a quotation mark.
  bool starts_quoted(std::size_t k, std::string_view content, const Label& label, bool ended,
                     bool turned) const {
    const auto& here = out_.lines[k];
    const bool opens =
        scan::quote_at(text_, here.source.start) == 3 && text_.substr(here.source.start, 3) != "\xE2\x80\x9D";
    if (opens && (here.blanks > 0 || turned || ended)) return true;
    const bool gap = here.blanks == 1 && !turned;
    if (label.found() && (ended || gap) && plausible(label, content)) return true;
    // Without its quotation mark a line behind a gap goes on, unless the text before has ended or is a title
    // or a name.
    const bool title = !ended && line(k - 1).size() < 72;
    return gap && (ended || title) && !scan::is_lower(content[0]);
  }

  // Where first lines stand further in: a line goes on at the indent of the second line of its paragraph, and
  // a second line stands further out than the first.
  bool starts_by_indent(std::size_t k, std::size_t before, const Label& label, bool ended, bool lower) const {
    const auto& here = out_.lines[k];
    const auto& open = out_.list.back();
    const auto first = out_.lines[open.first].indent;
    if (here.indent <= out_.layout.base_indent) return label.found() && ended && here.blanks > 0;
    const bool second_line = before == open.first;
    if (!second_line && here.indent == out_.lines[before].indent && here.indent < first) return false;
    if (second_line && here.indent < first && !(ended && first_indents_ & indent_bit(here.indent)))
      return false;
    return ended || !lower;
  }

  static std::uint32_t indent_bit(std::uint32_t indent) { return 1u << std::min(indent, 31u); }

  // A label that can stand here: the next number, or an item.
  bool plausible(const Label& label, std::string_view content) const {
    if (label.style == LabelStyle::number && !label.bracketed) {
      const int number = scan_number(label.value);
      if (number == last_number_ + 1 || number == 1) return true;
      if (number > last_number_ && number <= last_number_ + 3) return true;
      return annex_;
    }
    if (label.style == LabelStyle::capital) return content.size() < 120;
    return label.found();
  }

  // Text without layout, as extractors leave it.
  bool starts_by_words(std::size_t k, std::size_t before, std::string_view content, const Label& label,
                       bool ended, bool turned) const {
    const auto previous = unquoted(before);
    const auto previous_label = label_at(previous);
    // A label on a line of its own: its text follows.
    if (previous_label.found() && previous_label.end >= previous.size() && out_.list.back().last == before &&
        out_.list.back().first == before) {
      return label.found() && !previous_label.bracketed && label.bracketed;
    }
    if (opens_annex(content) && scan::last_sign(line(before)) == '.') return true;
    if (label.found()) {
      if (label.style == LabelStyle::dash)
        return ended || label_at(unquoted(out_.list.back().first)).style == LabelStyle::dash;
      if (label.style == LabelStyle::capital) return ended && content.size() < 100;
      if (label.style == LabelStyle::number && !label.bracketed)
        return plausible(label, content) && (ended || label.end >= content.size());
      return ended;
    }
    if (!ended) return false;
    const char first = content[0];
    if (!scan::is_upper(first) && !scan::is_letter(first)) return false;
    if (scan::is_lower(first)) return false;
    const char sign = scan::last_sign(line(before));
    const auto phrase = lexicon_.phrase_at(content, 0);
    const bool opens = !phrase.range.empty();
    if (last_number_ == 0 && !annex_) {
      // In the preamble a comma ends a paragraph, and the next opens with its verb.
      return opens && (sign == ',' || sign == ';' || sign == ':' || sign == '.');
    }
    if (turned && sign == ',') return false;
    return sign == ';' || (sign == '.' && (opens || annex_ || next_is_number(k)));
  }

  bool next_is_number(std::size_t k) const {
    for (std::size_t next = k + 1; next < out_.lines.size() && next < k + 4; ++next) {
      if (out_.furniture[next]) continue;
      const auto label = label_at(unquoted(next));
      if (label.style == LabelStyle::number && scan_number(label.value) == last_number_ + 1) return true;
    }
    return false;
  }

  void close(Paragraph& paragraph) const {
    const Range lines{out_.lines[paragraph.first].source.start, out_.lines[paragraph.last].source.end};
    paragraph.source = scan::trim_quotes(text_, lines);
    // A closing quotation mark that belongs to words inside stays: “natural growth”.
    const auto inside = slice(text_, paragraph.source);
    std::size_t opening = 0;
    std::size_t closing = 0;
    for (std::size_t at = 0; at + 2 < inside.size(); ++at) {
      if (inside[at] != '\xE2') continue;
      if (inside.substr(at, 3) == "\xE2\x80\x9C") ++opening;
      if (inside.substr(at, 3) == "\xE2\x80\x9D") ++closing;
    }
    const auto tail = text_.substr(paragraph.source.end, 3);
    if (opening > closing && tail == "\xE2\x80\x9D" && paragraph.source.end < lines.end)
      paragraph.source.end += 3;
    if (closing > opening && paragraph.source.start > lines.start) paragraph.source.start = lines.start;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  Paragraphs& out_;
  bool open_ = false;
  bool annex_ = false;
  int last_number_ = 0;
  std::uint32_t first_indents_ = 0;  // a bit for each indent at which a paragraph has begun
};

}  // namespace

Paragraphs find_paragraphs(std::string_view text, const Lexicon& lexicon) {
  Paragraphs paragraphs;
  Joiner(text, lexicon, paragraphs).run();
  return paragraphs;
}

}  // namespace clausemark
