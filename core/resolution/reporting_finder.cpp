#include "core/resolution/reporting_finder.h"

#include <algorithm>

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

class Finder {
 public:
  Finder(const Lexicon& lexicon, const WordMarks& marks, Resolution& out)
      : marks_(marks),
        verbs_(lexicon.list(Words::reporting)),
        nouns_(lexicon.list(Words::report_noun)),
        recipients_(lexicon.list(Words::recipient)),
        informed_(lexicon.list(Words::informed)),
        topics_(lexicon.list(Words::topic)),
        infinitive_(lexicon.list(Words::infinitive)),
        duties_(lexicon.list(Words::duty)),
        determiners_(lexicon.list(Words::determiner)),
        out_(out),
        text_(out.reading.text()) {}

  void run() {
    for (const auto& act : out_.acts) {
      if (!act.addressee.empty()) {
        clause(act.block, act.clause, act.reading.end, act.addressee);
      } else if (act.strength > 0 && act.tag == "request") {
        requested(act);
      }
    }
    for (const auto& task : out_.tasks) {
      const auto reporter = task.act == no_block ? Range{} : out_.acts[task.act].addressee;
      if (out_.blocks[task.block].acts.count == 0)
        clause(task.block, task.reading, task.reading.start, reporter);
    }
    std::stable_sort(
        out_.reporting.begin(), out_.reporting.end(),
        [](const ReportingDuty& a, const ReportingDuty& b) { return a.reading.start < b.reading.start; });
  }

 private:
  // The first duty of a clause; what follows belongs to it.
  void clause(std::uint32_t block, Range clause, std::uint32_t at, Range reporter) {
    // Behind "to" or "shall"; an item of a list may open with its verb: "(a) Report to the Council".
    std::uint32_t duty = at == clause.start ? at : 0;
    for (const auto& mark : marks_.in({at, clause.end})) {
      if ((mark.uses & use_duty) == 0) continue;
      if (const auto behind = duties_.skip(text_, mark.at); behind != mark.at) {
        duty = behind;
      } else if (duty != 0 && mark.at - duty < longest_lead && !is_noun(duty, mark.at) &&
                 verb(block, clause, mark.at, reporter)) {
        return;
      }
    }
  }

  // "related to the report on …": behind "the" or "its" it is a thing and nobody's duty.
  bool is_noun(std::uint32_t from, std::uint32_t at) const {
    Range last;
    for (auto next = scan::skip_spaces(text_, from); next < at;) {
      const auto word = scan::word_at(text_, next);
      if (word.empty()) return false;
      last = word;
      next = scan::skip_spaces(text_, word.end);
    }
    return !last.empty() && determiners_.skip(text_, last.start) == last.end;
  }

  // "Requests a report on …": nobody is named.
  void requested(const Act& act) {
    const auto text = text_.substr(0, act.clause.end);
    auto end = act.reading.end;
    if (!find(nouns_, text, end, 4)) return;
    ReportingDuty duty;
    duty.block = act.block;
    duty.reading = act.clause;
    finish(duty, text, end);
  }

  void finish(ReportingDuty& duty, std::string_view text, std::uint32_t behind) {
    const auto& block = out_.blocks[duty.block];
    if (duty.recipient.empty()) duty.recipient = recipient(text, behind);
    duty.topic = topic(block, text, std::max(behind, duty.recipient.end), duty.reading.end);
    deadlines(duty);
    out_.reporting.push_back(duty);
  }

  bool verb(std::uint32_t block, Range clause, std::uint32_t at, Range reporter) {
    const auto text = text_.substr(0, clause.end);
    std::uint32_t end = at;
    const auto* verb = verbs_.match(text, at, end);
    if (verb == nullptr) return false;
    ReportingDuty duty;
    duty.block = block;
    duty.reading = {at, clause.end};
    duty.reporter = reporter;
    if (verb->value == "whom" || verb->value == "informed") {
      const auto next = scan::skip_spaces(text, end);
      const auto behind = recipients_.skip(text, next);
      if (behind == next) return false;
      duty.recipient = {next, behind};
      end = behind;
      if (verb->value == "informed" && !find(informed_, text, end, 4)) return false;
    } else if (verb->value == "document") {
      // "submit a report to the Council", "submit to the Council, every year, a report"
      constexpr int near = 10;
      const auto named = recipient(text, end);
      auto noun = end;
      if (!find(nouns_, text, noun, near)) {
        noun = std::max(end, named.end);
        if (!find(nouns_, text, noun, near)) return false;
      }
      if (named.start < noun) duty.recipient = named;
      end = noun;
    }
    finish(duty, text, end);
    return true;
  }

  // Moves `end` behind a word of the list among the next words; false when none stands there.
  static bool find(const WordList& list, std::string_view text, std::uint32_t& end, int words) {
    for (auto at = end; words > 0; --words) {
      at = scan::skip_spaces(text, at);
      if (at < text.size() && text[at] == ',') at = scan::skip_spaces(text, at + 1);
      if (at >= text.size()) return false;
      std::uint32_t behind = at;
      if (const auto* entry = list.match(text, at, behind); entry != nullptr && entry->value != "next") {
        end = behind;
        return true;
      }
      const auto word = scan::word_at(text, at);
      if (word.empty()) return false;
      at = word.end;
    }
    return false;
  }

  // "… to the Security Council", in the words behind the verb.
  Range recipient(std::string_view text, std::uint32_t at) const {
    for (int words = 0; words < 20; ++words) {
      at = scan::skip_spaces(text, at);
      if (at < text.size() && text[at] == ',') at = scan::skip_spaces(text, at + 1);
      if (at >= text.size()) return {};
      const auto behind = infinitive_.skip(text, at);
      if (behind != at) {
        const auto name = scan::skip_spaces(text, behind);
        if (const auto end = recipients_.skip(text, name); end != name) return {name, end};
      }
      const auto word = scan::word_at(text, at);
      if (word.empty()) return {};
      at = word.end;
    }
    return {};
  }

  // Behind "on" or "of": what the report is about, up to the next comma or deadline.
  Range topic(const Block& block, std::string_view text, std::uint32_t at, std::uint32_t end) const {
    const auto next = scan::skip_spaces(text, at);
    auto behind = topics_.skip(text, next);
    if (behind == next && !find(topics_, text, behind, 12)) return {};
    Range topic{scan::skip_spaces(text, behind), end};
    if (topic.start >= end || scan::is_digit(text[topic.start])) return {};  // "… on 15 February"
    const auto comma = text.find(',', topic.start);
    if (comma != std::string_view::npos) topic.end = std::min(topic.end, static_cast<std::uint32_t>(comma));
    const auto id = first_deadline(block, topic.start + 1);
    if (id < block.deadlines.first + block.deadlines.count)
      topic.end = std::min(topic.end, out_.deadlines[id].reading.start);
    topic.end = scan::trim_end(text, topic.start, topic.end);
    return scan::without_stop(text, topic);
  }

  void deadlines(ReportingDuty& duty) const {
    const auto& block = out_.blocks[duty.block];
    duty.deadlines.first = first_deadline(block, duty.reading.start);
    duty.deadlines.count = first_deadline(block, duty.reading.end) - duty.deadlines.first;
  }

  // Index of the first deadline of a block that begins at or behind a byte; behind the last where there is
  // none.
  std::uint32_t first_deadline(const Block& block, std::uint32_t at) const {
    const auto begin = out_.deadlines.begin() + static_cast<std::ptrdiff_t>(block.deadlines.first);
    const auto found =
        std::lower_bound(begin, begin + static_cast<std::ptrdiff_t>(block.deadlines.count), at,
                         [](const Deadline& deadline, auto byte) { return deadline.reading.start < byte; });
    return static_cast<std::uint32_t>(found - out_.deadlines.begin());
  }

  static constexpr std::uint32_t longest_lead =
      14;  // words between "to" and the verb: "to continue to", asides

  const WordMarks& marks_;
  const WordList& verbs_;
  const WordList& nouns_;
  const WordList& recipients_;
  const WordList& informed_;
  const WordList& topics_;
  const WordList& infinitive_;
  const WordList& duties_;
  const WordList& determiners_;
  Resolution& out_;
  std::string_view text_;
};

}  // namespace

void find_reporting(const Lexicon& lexicon, const WordMarks& marks, Resolution& resolution) {
  Finder(lexicon, marks, resolution).run();
}

}  // namespace clausemark
