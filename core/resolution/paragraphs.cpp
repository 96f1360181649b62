#include "core/resolution/paragraphs.h"

#include <string>

#include "core/resolution/dates.h"
#include "core/resolution/numbering.h"
#include "core/resolution/openings.h"
#include "core/resolution/scan.h"

namespace clausemark {

namespace {

constexpr std::size_t widest_heading = 100;
constexpr std::uint32_t longest_lone_label = 16;  // bytes, quotation mark included

class Joiner {
 public:
  Joiner(std::string_view text, const Lexicon& lexicon, Paragraphs& out)
      : text_(text), lexicon_(lexicon), mastheads_(lexicon.list(Words::masthead)), out_(out) {}

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
  // formula stands behind the announcement, that one. A statement has none and opens with "The Security
  // Council recalls …".
  std::size_t find_formula() const {
    std::size_t first = out_.lines.size();
    std::size_t subject = first;
    bool announced = false;
    for (std::size_t k = 0; k < out_.lines.size(); ++k) {
      const auto content = line(k);
      if (is_formula(content)) {
        if (announced) return k;
        first = std::min(first, k);
      }
      if (subject == out_.lines.size() && lexicon_.verb_behind_subject(unquoted(k)) != 0) subject = k;
      announced = announced || announces(content);
    }
    return first < out_.lines.size() ? first : subject;
  }

  // "… reads as follows:"
  bool announces(std::string_view content) const {
    if (!content.ends_with(':')) return false;
    const auto last = scan::last_two_words(content);
    return last.size() < content.size() && lexicon_.list(Words::as_follows).skip(last, 0) == last.size() - 1;
  }

  bool is_formula(std::string_view content) const {
    const auto end = formula_end(content, lexicon_);
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
      if (is_furniture(line(k), mastheads_) || (cover && is_date(line(k)))) {
        out_.furniture[k] = true;
        cover = mastheads_.skip(line(k), 0) != 0;
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
    const auto date = date_at(content, 0, lexicon_.list(Words::month));
    return !date.iso.empty() && date.end == content.size();
  }

  // Marks the furniture of the body and measures how the rest is laid out.
  void measure(std::size_t first) {
    std::vector<Line> plain;
    for (std::size_t k = first; k < out_.lines.size(); ++k) {
      out_.furniture[k] = k != first && is_furniture(line(k), mastheads_) && !stands_in_text(k);
      if (!out_.furniture[k]) plain.push_back(out_.lines[k]);
    }
    out_.layout = measure_layout(text_, plain);
  }

  // A symbol alone on its line may be the end of a sentence that was wrapped; a page header stands apart.
  bool stands_in_text(std::size_t k) const {
    const auto content = line(k);
    if (!content.starts_with("S/") && !content.starts_with("A/")) return false;
    const auto apart = [&](std::size_t at) { return out_.lines[at].blanks > 0 || out_.lines[at].turned; };
    const bool before = k == 0 || apart(k) || is_furniture(line(k - 1), mastheads_);
    const bool after = k + 1 >= out_.lines.size() || apart(k + 1) || is_furniture(line(k + 1), mastheads_);
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
        begin(k, before,
              before == out_.lines.size() && formula_end(line(k), lexicon_) != 0 &&
                  lexicon_.verb_behind_subject(unquoted(k)) == 0);
      }
      out_.list.back().last = static_cast<std::uint32_t>(k);
      before = k;
    }
    if (open_) close(out_.list.back());
  }

  // What a new paragraph means for those after it.
  void begin(std::size_t k, std::size_t before, bool formula) {
    auto content = unquoted(k);
    auto& paragraph = out_.list.back();
    first_indents_ |= indent_bit(out_.lines[k].indent);
    if (formula) {
      paragraph.zone = Zone::formula;
      return;
    }
    if (opens_annex(content, lexicon_)) annex_ = true;
    if (annex_) {
      paragraph.zone = Zone::annex;
      return;
    }
    const bool quoted_words =
        !out_.layout.quoted && content.size() < line(k).size() && scan::quote_at(line(k), 0) != 0;
    if (quoted_words) return;  // “4. Decides …” is a number of another text
    const bool announced = before < out_.lines.size() && scan::last_sign(line(before)) == ':';
    auto label = label_at(content);
    if (!label.found()) label = bare_number(content);
    const auto acts = lexicon_.phrase_at(content, label.end).form == VerbForm::finite;
    numbering_.begin(label, content, announced, acts);
    heading_ = is_heading_line(k, before);
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
                          formula_end(previous, lexicon_) == previous.size()))
      return true;
    if (is_rule(line(k)) || is_rule(previous)) return true;
    if (is_lone_label(before)) {
      // A label on a line of its own: its text follows, or the label of an item within.
      const auto outer = label_at(unquoted(before));
      const auto inner = label_at(content);
      return inner.found() && inner.bracketed && !outer.bracketed;
    }

    const bool ended = ends_clause(previous);
    const auto label = label_at(content);
    const bool lower = scan::is_lower(content[0]);
    // A page lies between: furniture, a form feed, or the missing blank line of a double-spaced text.
    const bool turned = k != before + 1 || here.turned || (layout.double_spaced && here.blanks == 0);

    std::uint32_t indent = here.indent;
    if (turned && indent > 0 && layout.double_spaced) --indent;
    const bool deeper = layout.indented && indent > layout.base_indent;

    if (layout.quoted) return starts_quoted(k, before, content, label, ended, turned);
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
  bool starts_quoted(std::size_t k, std::size_t before, std::string_view content, const Label& label,
                     bool ended, bool turned) const {
    const auto& here = out_.lines[k];
    const bool opens = scan::opens_quote(text_, here.source.start);
    if (opens && (here.blanks > 0 || turned || ended)) return true;
    const bool gap = here.blanks == 1 && !turned;
    const bool below_title = is_labelled_title(before);
    if (label.found() && (ended || gap || below_title) && plausible(label, content)) return true;
    // Without its quotation mark a line behind a gap goes on, unless the text before has ended or is a title
    // or a name.
    const bool title = !ended && line(before).size() < 72;
    const bool closed = scan::last_sign(line(before)) == ';';
    if (scan::is_lower(content[0])) return false;
    return gap ? ended || title : turned && (closed || (below_title && out_.layout.is_short(line(before))));
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
    if (label.style == LabelStyle::number && !label.bracketed)
      return annex_ || numbering_.may_number(label_number(label)) ||
             (label_number(label) >= numbering_.last() &&
              lexicon_.opens_with_finite(content.substr(label.end)));
    if (label.style == LabelStyle::capital) return content.size() < 120;
    return label.found();
  }

  // Text without layout, as extractors leave it.
  bool starts_by_words(std::size_t k, std::size_t before, std::string_view content, const Label& label,
                       bool ended, bool turned) const {
    const auto previous = line(before);
    const char sign = scan::last_sign(previous);
    if (opens_annex(content, lexicon_) && sign == '.') return true;
    if (label.found()) return label_starts(content, label, previous, ended);
    if (const auto number = bare_number(content); number.found()) return ended;
    if (scan::is_lower(content[0]) || !scan::is_letter(content[0])) return false;
    if (continues_names(k, before) || is_heading_line(k, before)) return true;
    const bool opens = opens_paragraph(content);
    const bool broken_off = !ended && out_.layout.is_short(previous);
    if (heading_) return broken_off || opens;
    if (broken_off && is_labelled_title(before)) return true;
    if (!ended) return broken_off && opens && numbering_.last() == 0 && !annex_;
    // In the preamble a comma ends a paragraph, and the next opens with its verb.
    if (numbering_.last() == 0 && !annex_) return opens;
    if (turned && sign == ',') return false;
    return sign == ';' || (sign == '.' && (opens || annex_ || next_is_number(k)));
  }

  bool label_starts(std::string_view content, const Label& label, std::string_view previous,
                    bool ended) const {
    if (label.style == LabelStyle::capital) return ended && content.size() < 100;
    if (label.style == LabelStyle::number && !label.bracketed)
      return plausible(label, content) && (ended || heading_ || label.end >= content.size());
    if (label.style == LabelStyle::dash)
      return ended || label_at(unquoted(out_.list.back().first)).style == LabelStyle::dash;
    if (ends_with_label(previous)) return false;  // "subparagraphs (c),⏎(d) and (e)"
    const char sign = scan::last_sign(previous);
    const auto last_word = previous.substr(previous.find_last_of(' ') + 1);
    const bool joined = lexicon_.is_conjunction(last_word);
    const bool below_title = !ended && is_labelled_title(out_.list.back().last);
    if (numbering_.continues_list(label) && (ended || joined || below_title)) return true;
    if (Numbering::opens_list(label))
      return sign == ':' || sign == ';' || sign == '.' || below_title || annex_;
    return annex_ && ended;
  }

  // Whether a line ends with a cited label: "(c)," or "(a) and".
  static bool ends_with_label(std::string_view content) {
    constexpr std::size_t enough = 64;
    if (content.size() > enough) content.remove_prefix(content.size() - enough);
    while (!content.empty() && content.back() != ')') {
      const auto tail = content.substr(content.find_last_of(' ') + 1);
      if (tail != "and" && tail != "or" && tail != ",") {
        if (!content.ends_with(',')) return false;
        content.remove_suffix(1);
        continue;
      }
      content.remove_suffix(std::min(tail.size() + 1, content.size()));
    }
    const auto open = content.find_last_of('(');
    return open != std::string_view::npos && label_at(content.substr(open)).found();
  }

  // Whether the open paragraph is so far an item that reads as a title: "(e) Humanitarian assistance".
  bool is_labelled_title(std::size_t last) const {
    const auto first = out_.list.back().first;
    const Range range{out_.lines[first].source.start, out_.lines[last].source.end};
    const auto content = slice(text_, range);
    const auto label = label_at(content);
    return label.style == LabelStyle::letter && label.end < content.size() && content.size() < 160 &&
           scan::is_upper(content[label.end]) && !ends_clause(content);
  }

  // Whether a paragraph can open like this, even where the extraction has broken its first word: "Expre
  // ssing".
  bool opens_paragraph(std::string_view content) const {
    if (lexicon_.opens_paragraph(content)) return true;
    const auto first = scan::word_at(content, 0);
    const auto next = scan::skip_spaces(content, first.end);
    if (first.empty() || next >= content.size() || !scan::is_lower(content[next])) return false;
    std::string joined(slice(content, first));
    joined += content.substr(next, 40);
    return lexicon_.opens_paragraph(joined) && !lexicon_.knows_word(slice(content, first));
  }

  // One more line of a list of names, behind its announcement or behind a name.
  bool continues_names(std::size_t k, std::size_t before) const {
    if (!reads_as_name(unquoted(k))) return false;
    return scan::last_sign(line(before)) == ':' ||
           (out_.list.back().first == before && reads_as_name(unquoted(before)));
  }

  bool is_lone_label(std::size_t k) const {
    if (out_.lines[k].source.size() > longest_lone_label) return false;
    if (!open_ || out_.list.back().first != k || out_.list.back().last != k) return false;
    const auto content = unquoted(k);
    const auto label = label_at(content);
    if (label.found()) return label.end >= content.size();
    return bare_number(content).found();
  }

  // "11 Condemns …", "7": the next number, without its stop.
  Label bare_number(std::string_view content) const {
    const auto label = bare_number_at(content);
    if (!label.found() || label_number(label) != numbering_.last() + 1 || annex_) return {};
    if (label.end >= content.size()) return label;
    if (lexicon_.phrase_at(content, label.end).form != VerbForm::finite ||
        !scan::is_upper(content[label.end]))
      return {};
    return label;
  }

  // A short line in capitals or title case that breaks off, behind the end of a paragraph and before a
  // numbered one or one that opens with its verb; another heading may stand between.
  bool is_heading_line(std::size_t k, std::size_t before) const {
    if (before >= out_.lines.size() || annex_ || !is_title(k) || continues_names(k, before)) return false;
    if (heading_ ? !out_.layout.is_short(line(before)) : !ends_clause(line(before))) return false;
    auto next = next_line(k);
    if (next < out_.lines.size() && is_title(next) && !opens_below_heading(next)) next = next_line(next);
    return next < out_.lines.size() && opens_below_heading(next);
  }

  bool is_title(std::size_t k) const {
    const auto content = unquoted(k);
    const auto label = label_at(content);
    return content.size() < widest_heading && !content.empty() && !ends_clause(content) &&
           (label.style == LabelStyle::none || label.style == LabelStyle::capital) &&
           scan::is_upper(content[label.end < content.size() ? label.end : 0]) && !opens_paragraph(content);
  }

  bool opens_below_heading(std::size_t k) const {
    const auto content = unquoted(k);
    const auto label = label_at(content);
    if (label.style == LabelStyle::number && !label.bracketed) {
      return label_number(label) == numbering_.last() + 1 ||
             (label_number(label) == 1 && numbering_.last() > 0);
    }
    return numbering_.last() == 0 && !label.found() && opens_paragraph(content);
  }

  std::size_t next_line(std::size_t k) const {
    for (++k; k < out_.lines.size() && out_.furniture[k];) ++k;
    return k;
  }

  bool next_is_number(std::size_t k) const {
    for (std::size_t next = k + 1; next < out_.lines.size() && next < k + 4; ++next) {
      if (out_.furniture[next]) continue;
      const auto label = label_at(unquoted(next));
      if (label.style == LabelStyle::number && label_number(label) == numbering_.last() + 1) return true;
    }
    return false;
  }

  void close(Paragraph& paragraph) const {
    const Range lines{out_.lines[paragraph.first].source.start, out_.lines[paragraph.last].source.end};
    paragraph.source = scan::trim_quotes(text_, lines);
    if (paragraph.source == lines) return;
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
    const bool own_quote = !out_.layout.quoted || !label_at(inside).found();
    if (closing > opening && paragraph.source.start > lines.start && own_quote)
      paragraph.source.start = lines.start;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const WordList& mastheads_;
  Paragraphs& out_;
  bool open_ = false;
  bool annex_ = false;
  bool heading_ = false;  // the open paragraph is a heading
  Numbering numbering_;
  std::uint32_t first_indents_ = 0;  // a bit for each indent at which a paragraph has begun
};

}  // namespace

Paragraphs find_paragraphs(std::string_view text, const Lexicon& lexicon) {
  Paragraphs paragraphs;
  Joiner(text, lexicon, paragraphs).run();
  return paragraphs;
}

}  // namespace clausemark
