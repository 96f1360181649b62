#include "core/resolution/act_finder.h"

#include <string>

#include "core/resolution/addressee.h"
#include "core/resolution/scan.h"

namespace clausemark {
namespace {

// Where a new clause may begin inside a paragraph: behind a comma, a semicolon or a conjunction.
enum class Boundary { none, comma, conjunction };

class Finder {
 public:
  Finder(const Lexicon& lexicon, const WordMarks& marks, Resolution& out)
      : lexicon_(lexicon),
        marks_(marks),
        conjunctions_(lexicon.list(Words::conjunction)),
        out_(out),
        text_(out.reading.text()) {}

  void block(std::uint32_t id) {
    auto& block = out_.blocks[id];
    block.acts.first = static_cast<std::uint32_t>(out_.acts.size());
    switch (block.kind) {
      case BlockKind::preambular:
        scan_block(id, VerbForm::participle, true);
        break;
      case BlockKind::operative:
        scan_block(id, VerbForm::finite, true);
        break;
      case BlockKind::item:
        scan_block(id, in_preamble(id) ? VerbForm::participle : VerbForm::finite, opens_with_act(block));
        break;
      case BlockKind::wrapup:
        scan_block(id, in_preamble(id) ? VerbForm::participle : VerbForm::finite, false);
        break;
      default:
        break;
    }
    block.acts.count = static_cast<std::uint32_t>(out_.acts.size()) - block.acts.first;
  }

 private:
  // "(a) Decides …": an item that is a paragraph of its own.
  bool opens_with_act(const Block& item) const {
    const auto phrase = lexicon_.phrase_at(text_.substr(0, item.reading.end), item.reading.start);
    return !phrase.range.empty() && phrase.range.end <= item.reading.end && phrase.form == VerbForm::finite &&
           scan::is_upper(text_[item.reading.start]);
  }

  bool in_preamble(std::uint32_t id) const {
    while (out_.blocks[id].parent != no_block) id = out_.blocks[id].parent;
    return out_.blocks[id].kind == BlockKind::preambular;
  }

  void scan_block(std::uint32_t id, VerbForm form, bool opens) {
    const auto reading = out_.blocks[id].reading;
    std::uint32_t at = reading.start;
    if (opens) {
      // "The Security Council requests …": the subject may be repeated.
      at += lexicon_.verb_behind_subject(slice(text_, reading));
      const auto phrase = lexicon_.phrase_at(text_.substr(0, reading.end), at);
      if (!phrase.range.empty() && phrase.range.end <= reading.end) {
        add(id, phrase);
        join_second_verb(reading, phrase);
        // The form of the opening verb decides: "Recalls that …," in the preamble, "Acting under …:" among
        // the operative paragraphs.
        if (phrase.form == VerbForm::finite) form = VerbForm::finite;
        at = out_.acts.back().reading.end;
      }
    }
    const auto paragraph = text_.substr(0, reading.end);
    for (const auto& mark : marks_.in({at, reading.end})) {
      if (mark.at < at || (mark.uses & use_act) == 0) continue;
      auto boundary = boundary_before(mark.at, at, opens);
      if (boundary == Boundary::none) {
        if (!begins_sentence(mark.at, at)) continue;
        boundary = Boundary::comma;
      }
      const auto lead = lexicon_.list(Words::lead).skip(paragraph, mark.at);
      const auto phrase = lexicon_.phrase_at(paragraph, scan::skip_spaces(paragraph, lead));
      if (!accepts(phrase, form, reading, boundary)) continue;
      add(id, phrase);
      at = phrase.range.end;
      opens = true;
    }
    finish_clause(id, reading.end);
  }

  // "… the ferries. The Council stresses …": a verb behind the subject of a new sentence.
  bool begins_sentence(std::uint32_t at, std::uint32_t from) const {
    constexpr std::uint32_t longest_subject = 32;
    const auto window = std::max(from, at > longest_subject ? at - longest_subject : 0);
    auto start = at;
    while (start > window + 1 && (text_[start - 1] != ' ' || text_[start - 2] != '.')) --start;
    return start > window + 1 && start < at &&
           start + lexicon_.verb_behind_subject(text_.substr(start)) == at;
  }

  // What stands before the word at `at`, down to `from`: the head of a text that opens with no act is like a
  // comma.
  Boundary boundary_before(std::uint32_t at, std::uint32_t from, bool opened) const {
    auto boundary = Boundary::none;
    for (;;) {
      while (at > from && scan::byte_class(text_[at - 1]) != scan::word_byte) {
        const char c = text_[--at];
        if (c == ',' || c == ';') return Boundary::comma;
        if (scan::quote_at(text_, at) != 0) return boundary;
      }
      if (at == from) return opened ? boundary : Boundary::comma;
      auto word = at;
      while (word > from && scan::byte_class(text_[word - 1]) == scan::word_byte) --word;
      if (!conjunctions_.may_begin(text_, word)) return boundary;
      std::uint32_t end = 0;
      const auto* conjunction = conjunctions_.match(text_.substr(word, at - word), 0, end);
      if (conjunction == nullptr || end != at - word || conjunction->value == "choice") return boundary;
      boundary = Boundary::conjunction;
      at = word;
    }
  }

  // Whether a phrase inside a paragraph is an act and not a noun ("all requests for …") or a mere participle.
  bool accepts(const VerbPhrase& phrase, VerbForm form, Range reading, Boundary boundary) const {
    if (phrase.range.empty() || phrase.range.end > reading.end || phrase.form != form) return false;
    if (scan::is_upper(text_[phrase.verb])) return false;
    const auto next = scan::skip_spaces(text_, phrase.range.end);
    if (next >= reading.end) return false;
    const auto follower = slice(text_, scan::word_at(text_, next));
    if (form == VerbForm::participle) return !phrase.opening_only;
    const auto verb = scan::word_at(text_, phrase.verb);
    if (std::max(phrase.range.end, phrase.after) != verb.end ||
        !lexicon_.list(Words::noun).contains(slice(text_, verb)))
      return true;
    // A noun is followed by a stop or a preposition: "and requests for assistance", "calls, demands and".
    if (text_[verb.end] == ',') return boundary == Boundary::comma && phrase.range.start != phrase.verb;
    if (lexicon_.list(Words::behind_noun).contains(follower))
      return conjunctions_.contains(follower) && phrase.range.start != phrase.verb;
    return true;
  }

  void add(std::uint32_t id, const VerbPhrase& phrase) {
    finish_clause(id, phrase.range.start);
    Act act;
    act.block = id;
    act.reading = phrase.range;
    act.clause = {phrase.range.start, out_.blocks[id].reading.end};
    act.lemma = std::string(phrase.lemma);
    act.tag = std::string(phrase.tag);
    act.strength = phrase.strength;
    after_ = phrase.after;
    out_.acts.push_back(std::move(act));
  }

  // "Welcomes and strongly supports the efforts …": two verbs with one object are one act.
  void join_second_verb(Range reading, const VerbPhrase& first) {
    const auto paragraph = text_.substr(0, reading.end);
    const auto conjunction = scan::skip_spaces(paragraph, std::max(first.range.end, first.after));
    const auto after = conjunctions_.skip(paragraph, conjunction);
    if (after == conjunction) return;
    const auto second = lexicon_.phrase_at(paragraph, scan::skip_spaces(paragraph, after));
    if (second.range.empty() || second.form != first.form || scan::is_upper(text_[second.verb])) return;
    auto& act = out_.acts.back();
    act.reading.end = second.range.end;
    after_ = second.after;
    if (second.tag != first.tag) act.second_tag = std::string(second.tag);
  }

  // The clause of the last act of this block ends before `end`, without conjunctions, adverbs and stops.
  void finish_clause(std::uint32_t id, std::uint32_t end) {
    if (out_.acts.size() == out_.blocks[id].acts.first) return;
    auto& act = out_.acts.back();
    act.clause.end = end;
    for (;;) {
      act.clause = scan::without_stop(text_, act.clause);
      const auto content = slice(text_, act.clause);
      const auto last = content.find_last_of(' ');
      if (last == std::string_view::npos || act.clause.start + last < act.reading.end) break;
      const auto word = content.substr(last + 1);
      if (!conjunctions_.contains(word) && !lexicon_.list(Words::adverb).contains(word)) break;
      act.clause.end = act.clause.start + static_cast<std::uint32_t>(last);
    }
    if (lexicon_.list(Words::addressed).contains(act.lemma)) {
      act.addressee = addressee_at(text_.substr(0, end), std::max(act.reading.end, after_), lexicon_);
      // "decides that the mandate shall include …": a mandate and a measure do nothing.
      const bool thing = lexicon_.list(Words::chapeau).occurs_in(slice(text_, act.addressee));
      if (act.addressee.end > act.clause.end || thing) act.addressee = {};
    }
  }

  const Lexicon& lexicon_;
  const WordMarks& marks_;
  const WordList& conjunctions_;
  Resolution& out_;
  std::string_view text_;
  std::uint32_t after_ = 0;  // of the last act: behind the words that its phrase looked at
};

}  // namespace

void find_acts(const Lexicon& lexicon, const WordMarks& marks, Resolution& resolution) {
  Finder finder(lexicon, marks, resolution);
  for (std::uint32_t id = 0; id < resolution.blocks.size(); ++id) finder.block(id);
}

}  // namespace clausemark
