#include "core/resolution/block_builder.h"

#include <unordered_map>

#include "core/resolution/labels.h"
#include "core/resolution/list_tracker.h"
#include "core/resolution/numbered_symbol.h"
#include "core/resolution/numbering.h"
#include "core/resolution/openings.h"
#include "core/resolution/reading_builder.h"
#include "core/resolution/scan.h"

namespace clausemark {
namespace {

class Builder {
 public:
  Builder(std::string_view text, const Paragraphs& paragraphs, const Lexicon& lexicon,
          const SourceWords& words, Resolution& out)
      : text_(text), paragraphs_(paragraphs), lexicon_(lexicon), out_(out), reader_(text, lexicon, words) {}

  void run() {
    for (; at_ < paragraphs_.list.size(); ++at_) {
      furniture_before(paragraphs_.list[at_].first);
      block(paragraphs_.list[at_]);
    }
    furniture_before(static_cast<std::uint32_t>(paragraphs_.lines.size()));
    out_.reading = reader_.take();
  }

 private:
  std::uint32_t next_id() const { return static_cast<std::uint32_t>(out_.blocks.size()); }

  // Adds a block for `source`; its text begins at `text_from`.
  Block& add(BlockKind kind, Range source, std::uint32_t text_from) {
    Block block;
    block.kind = kind;
    block.source = source;
    block.reading = reader_.add({std::min(text_from, source.end), source.end}, hidden_);
    out_.blocks.push_back(std::move(block));
    return out_.blocks.back();
  }

  void furniture_before(std::uint32_t line) {
    for (; furniture_at_ < line; ++furniture_at_) {
      if (!paragraphs_.furniture[furniture_at_]) continue;
      Block block;
      block.kind = BlockKind::furniture;
      block.source = paragraphs_.lines[furniture_at_].source;
      block.reading = {reader_.reading().size(), reader_.reading().size()};
      out_.blocks.push_back(std::move(block));
    }
  }

  void block(const Paragraph& paragraph) {
    hidden_.clear();
    for (auto k = paragraph.first; k <= paragraph.last; ++k) {
      if (paragraphs_.furniture[k]) hidden_.push_back(paragraphs_.lines[k].source);
    }
    Range source = paragraph.source;
    if (source.empty()) return;
    switch (paragraph.zone) {
      case Zone::front:
        front(source);
        return;
      case Zone::formula: {
        const auto end = formula_end(slice(text_, source), lexicon_);
        add(BlockKind::formula, {source.start, source.start + end}, source.start);
        const auto rest = scan::skip_spaces(text_, source.start + end);
        if (end > 0 && rest < source.end) body({rest, source.end});
        return;
      }
      case Zone::annex:
        annex(source);
        return;
      case Zone::body:
        body(source);
        return;
    }
  }

  void front(Range source) {
    const auto content = slice(text_, source);
    const bool title = scan::is_upper(content[0]) && lexicon_.list(Words::title).skip(content, 0) != 0;
    const bool numbered = numbered_symbol_at(content, 0).end != 0;  // "82 (1950). Resolution of 25 June 1950"
    add(title || numbered ? BlockKind::title : BlockKind::intro, source, source.start);
  }

  void annex(Range source) {
    const auto label = label_at(slice(text_, source));
    const bool rule = is_rule(slice(text_, source));
    auto& block = add(rule ? BlockKind::closing : BlockKind::annex, source, source.start + label.end);
    if (label.found() && !rule) set_label(block, label);
    if (opens_annex(slice(text_, source), lexicon_)) block.path = "annex" + std::to_string(++annexes_);
  }

  void set_label(Block& block, const Label& label) {
    block.number = std::string(label.value);
    block.label = {block.source.start, block.source.start + label.label_end};
  }

  static std::string step(const std::string& number, std::uint32_t ordinal) {
    if (number == "-") return "-" + std::to_string(ordinal);
    return number.empty() ? "p" + std::to_string(ordinal) : number;
  }

  // The number of this part among those of its kind that the parent has.
  std::uint32_t ordinal(std::uint32_t parent, BlockKind kind, bool labelled) {
    const auto key = (static_cast<std::uint64_t>(parent) << 8) | (static_cast<std::uint64_t>(kind) << 1) |
                     (labelled ? 1u : 0u);
    return ++ordinals_[key];
  }

  void body(Range source) {
    auto content = slice(text_, source);
    if (is_rule(content)) {
      add(BlockKind::closing, source, source.start);
      return;
    }
    if (const auto end = formula_end(content, lexicon_); end == content.size() && !operative_seen_) {
      add(BlockKind::formula, source, source.start);
      return;
    }
    if (is_closing(content)) return closing(source);
    if (is_quoted(source)) return plain_item(source);
    const auto label = label_at(content);
    annex_ = annex_ || (is_complete() && !(label.style == LabelStyle::number && !label.bracketed));
    if (annex_) return annex(source);
    if (label.style == LabelStyle::number && !label.bracketed) {
      if (is_operative_number(label, content)) return operative(source, label);
    }
    if (label.style == LabelStyle::capital ||
        (label.style == LabelStyle::letter && lists_.empty() && !expects_list())) {
      if (reads_as_heading(content.substr(label.end))) return heading(source, label);
    }
    if (label.found() && owner_ != no_block &&
        (label.style != LabelStyle::capital || continues_capitals(label)))
      return item(source, label);
    if (const auto number = bare_number(content); number.found()) return operative(source, number);
    unlabelled(source);
  }

  // Words that another text shall have, quoted below the paragraph that says so: “4. Decides that …”.
  bool is_quoted(Range source) const {
    if (paragraphs_.layout.quoted || !operative_seen_ || source.start < 3 || !expects_list()) return false;
    return scan::quote_at(text_, source.start) != 0 || scan::quote_at(text_, source.start - 3) == 3 ||
           scan::quote_at(text_, source.start - 1) == 1;
  }

  // "Adopted unanimously at the 891st meeting.", and the footnotes behind it.
  bool is_closing(std::string_view content) const {
    if (closed_) return !opens_annex(content, lexicon_);
    return operative_seen_ && content.size() < 200 && scan::is_upper(content[0]) &&
           lexicon_.list(Words::closing).skip(content, 0) != 0;
  }

  void closing(Range source) {
    closed_ = true;
    add(BlockKind::closing, source, source.start);
  }

  // "A. To assist the parties by:", in a list that a paragraph has announced.
  bool continues_capitals(const Label& label) const {
    return lists_.continues(label) || (expects_list() && label.value == "A");
  }

  // "11 Condemns": a number that has lost its dot.
  Label bare_number(std::string_view content) const {
    const auto label = bare_number_at(content);
    if (!label.found() || label_number(label) != last_number_ + 1 || label.end >= content.size()) return {};
    if (!scan::is_upper(content[label.end]) || lexicon_.phrase_at(content, label.end).range.empty())
      return {};
    return label;
  }

  bool is_operative_number(const Label& label, std::string_view content) const {
    const auto number = label_number(label);
    if (last_number_ > 0 && ((number == 1 && expects_list()) || lists_.continues_numbers(number))) {
      // A numbered list inside a paragraph; where both readings fit, only a verb makes it a paragraph.
      return number == last_number_ + 1 && lexicon_.opens_with_finite(content.substr(label.end));
    }
    if (number == last_number_ + 1 || number == 1) return true;  // numbering restarts with a new section
    // An excerpt begins where it was cut.
    if (last_number_ == 0 && lexicon_.opens_with_finite(content.substr(label.end))) return true;
    if (number > last_number_ && number <= last_number_ + 3) return true;
    return number >= last_number_ &&
           lexicon_.opens_with_finite(content.substr(label.end));  // misnumbered, but a paragraph
  }

  // Behind "Decides to remain seized of the matter." nothing but annexes can follow.
  bool is_complete() const {
    const auto last = last_block();
    if (last == no_block || out_.blocks[last].kind != BlockKind::operative) return false;
    const auto content = slice(reader_.reading().text(), out_.blocks[last].reading);
    return content.size() < 160 && lexicon_.list(Words::seized).occurs_in(content) &&
           scan::last_sign(content) == '.';
  }

  // The last block announces a list.
  bool expects_list() const {
    const auto last = last_block();
    return last != no_block && scan::last_sign(slice(text_, out_.blocks[last].source)) == ':';
  }

  bool reads_as_heading(std::string_view content) const {
    if (content.empty()) return true;
    const auto phrase = lexicon_.phrase_at(content, 0);
    return content.size() < 250 && !ends_clause(content) &&
           (phrase.range.empty() || phrase.form != VerbForm::finite);
  }

  // "Urgent temporary measures:", between the end of a paragraph or item and the next.
  bool reads_as_headline(std::string_view content) const {
    const auto next = next_label();
    const bool goes_on = lists_.continues(next) || label_number(next) == last_number_ + 1;
    return goes_on && content.size() < 60 && content.ends_with(':') && !expects_list();
  }

  // The label of the paragraph behind this one.
  Label next_label() const {
    const auto next = at_ + 1;
    return next < paragraphs_.list.size() ? label_at(slice(text_, paragraphs_.list[next].source)) : Label{};
  }

  void operative(Range source, const Label& label) {
    const auto number = label_number(label);
    if (last_number_ > 0 && number != 1 && number != last_number_ + 1) {
      out_.diagnostics.push_back(
          {"numbering",
           "paragraph " + std::to_string(number) + " follows paragraph " + std::to_string(last_number_),
           {source.start, source.start + label.label_end}});
    }
    last_number_ = number;
    after_heading_ = false;
    operative_seen_ = true;
    owner_ = next_id();
    lists_.reset(owner_);
    // "5. (a) Decides …": the paragraph is empty and its first item stands on the same line.
    const auto content = slice(text_, source);
    const auto inner = label_at(content.substr(label.end));
    if (inner.style == LabelStyle::letter && inner.bracketed && (inner.value == "a" || inner.value == "i") &&
        inner.end < content.size() - label.end) {
      const auto split = source.start + label.end;
      auto& block = add(BlockKind::operative, {source.start, source.start + label.label_end},
                        source.start + label.label_end);
      set_label(block, label);
      block.path = "op" + block.number;
      return item({split, source.end}, inner);
    }
    auto& block = add(BlockKind::operative, source, source.start + label.end);
    set_label(block, label);
    block.path = "op" + block.number;
  }

  void item(Range source, const Label& label, std::size_t depth = 0) {
    const auto id = next_id();
    const auto place = lists_.place(label, id);
    const auto count = label.style == LabelStyle::dash ? ordinal(place.parent, BlockKind::item, true) : 0;
    // "(a) (i) To …": the outer item is empty.
    const auto content = slice(text_, source);
    const auto inner = label_at(content.substr(label.end));
    const bool nested = inner.style == LabelStyle::letter && inner.bracketed &&
                        label.style == LabelStyle::letter && (inner.value == "i" || inner.value == "a") &&
                        label.end < content.size() && depth < ListTracker::max_depth;
    auto& block = nested ? add(BlockKind::item, {source.start, source.start + label.label_end},
                               source.start + label.label_end)
                         : add(BlockKind::item, source, source.start + label.end);
    set_label(block, label);
    block.level = place.level;
    block.parent = place.parent;
    block.path = out_.blocks[place.parent].path + "." + step(block.number, count);
    if (nested) item({source.start + label.end, source.end}, inner, depth + 1);
  }

  void heading(Range source, const Label& label) {
    auto& block = add(BlockKind::heading, source, source.start + label.end);
    if (label.found()) set_label(block, label);
    block.path = "h" + std::to_string(++headings_);
    below_article_ = is_article(slice(text_, source));
    if (!lists_.continues(next_label())) lists_.reset(owner_);
    after_heading_ = true;
  }

  // "Article 2", in texts that approve a charter or terms.
  bool is_article(std::string_view content) const {
    const auto end = lexicon_.list(Words::article).skip(content, 0);
    return end != 0 && scan::is_digit(content.substr(std::min<std::size_t>(end + 1, content.size() - 1))[0]);
  }

  // An item such as "(e) Humanitarian assistance", below which unlabelled text may stand.
  bool below_heading_item() const {
    if (lists_.empty()) return false;
    const auto& last = out_.blocks[lists_.innermost()];
    const auto content = slice(reader_.reading().text(), last.reading);
    return !content.empty() && content.size() < 160 && !ends_clause(content);
  }

  void unlabelled(Range source) {
    const auto content = slice(text_, source);
    const auto phrase = lexicon_.phrase_at(content, 0);
    const bool upper = scan::is_upper(content[0]) || !scan::is_lower(content[0]);
    const bool acts = !phrase.range.empty() && upper;
    const bool sentence = ends_clause(content);

    if (is_article(content) && !sentence) return heading(source, {});
    if (below_article_) return unnumbered_operative(source);
    // A statement: "The Security Council recalls …", paragraph by paragraph.
    if (lexicon_.verb_behind_subject(content) != 0) return unnumbered_operative(source);
    if (!operative_seen_) {
      if (acts && phrase.form == VerbForm::finite && finite_opens_operative(content, phrase))
        return unnumbered_operative(source);
      if (!sentence && !acts && reads_as_heading(content)) return heading(source, {});
      auto& block = add(BlockKind::preambular, source, source.start);
      block.path = "pre" + std::to_string(++preambular_);
      owner_ = next_id() - 1;
      lists_.reset(owner_);
      return;
    }
    if (acts && phrase.form != VerbForm::finite && after_heading_ && scan::last_sign(content) == ',') {
      auto& block = add(BlockKind::preambular, source, source.start);  // a section with a preamble of its own
      block.path = "pre" + std::to_string(++preambular_);
      return;
    }
    const bool named = reads_as_name(content) && (expects_list() || last_is_plain_item());
    const bool heads_list = content.size() < 80 && Numbering::opens_list(next_label());
    if (!sentence && upper && !named && reads_as_heading(content) && (!expects_list() || heads_list))
      return heading(source, {});
    if (upper && !acts && reads_as_headline(content)) return heading(source, {});
    if (acts && phrase.form == VerbForm::finite && lists_.empty() && !expects_list())
      return unnumbered_operative(source);
    if (below_heading_item() || expects_list() || last_is_plain_item()) return plain_item(source);
    if (!lists_.empty()) return wrapup(source);
    if (!sentence && upper) return heading(source, {});
    plain_item(source);
  }

  // The last block that is no furniture, or no_block.
  std::uint32_t last_block() const {
    for (auto k = next_id(); k-- > 0;) {
      if (out_.blocks[k].kind != BlockKind::furniture) return k;
    }
    return no_block;
  }

  bool last_is_plain_item() const {
    const auto last = last_block();
    return last != no_block && out_.blocks[last].kind == BlockKind::item && out_.blocks[last].number.empty();
  }

  // A finite verb before the first number: with a comma at its end it is one more preambular paragraph
  // ("Recalls that …,"), but a preamble neither decides nor directs.
  static bool finite_opens_operative(std::string_view content, const VerbPhrase& phrase) {
    return scan::last_sign(content) != ',' || phrase.strength >= 3;
  }

  void unnumbered_operative(Range source) {
    operative_seen_ = true;
    owner_ = next_id();
    lists_.reset(owner_);
    auto& block = add(BlockKind::operative, source, source.start);
    block.path = "opp" + std::to_string(++unnumbered_);
  }

  void plain_item(Range source) {
    const bool first = !last_is_plain_item();
    ListTracker::Place place = lists_.below();
    if (!first) place = {out_.blocks[last_block()].level, out_.blocks[last_block()].parent};
    const auto count = ordinal(place.parent, BlockKind::item, false);
    auto& block = add(BlockKind::item, source, source.start);
    block.level = place.level;
    block.parent = place.parent;
    if (place.parent != no_block) block.path = out_.blocks[place.parent].path + ".p" + std::to_string(count);
  }

  void wrapup(Range source) {
    const auto parent = lists_.owner();
    const auto count = ordinal(parent, BlockKind::wrapup, false);
    auto& block = add(BlockKind::wrapup, source, source.start);
    block.parent = parent;
    if (parent != no_block) block.path = out_.blocks[parent].path + ".w" + std::to_string(count);
  }

  std::string_view text_;
  const Paragraphs& paragraphs_;
  const Lexicon& lexicon_;
  Resolution& out_;
  ReadingBuilder reader_;
  ListTracker lists_;
  std::vector<Range> hidden_;  // furniture inside the current paragraph
  std::unordered_map<std::uint64_t, std::uint32_t> ordinals_;
  std::size_t at_ = 0;              // the paragraph being read
  std::uint32_t furniture_at_ = 0;  // lines before it have been looked at
  std::uint32_t owner_ = no_block;  // the paragraph that items belong to
  bool operative_seen_ = false;
  bool after_heading_ = false;
  bool annex_ = false;
  bool below_article_ = false;
  bool closed_ = false;  // the record of the vote has been read
  int last_number_ = 0;
  std::uint32_t preambular_ = 0;
  std::uint32_t headings_ = 0;
  std::uint32_t annexes_ = 0;
  std::uint32_t unnumbered_ = 0;
};

}  // namespace

void build_blocks(std::string_view text, const Paragraphs& paragraphs, const Lexicon& lexicon,
                  const SourceWords& words, Resolution& resolution) {
  Builder(text, paragraphs, lexicon, words, resolution).run();
}

}  // namespace clausemark
