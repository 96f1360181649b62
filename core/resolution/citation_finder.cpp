#include "core/resolution/citation_finder.h"

#include <array>
#include <cstdio>

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

class Finder {
 public:
  explicit Finder(Resolution& out) : out_(out), text_(out.reading.text()) {}

  void block(std::uint32_t id) {
    auto& block = out_.blocks[id];
    block.references.first = static_cast<std::uint32_t>(out_.references.size());
    block.deadlines.first = static_cast<std::uint32_t>(out_.deadlines.size());
    if (block.kind != BlockKind::furniture && block.kind != BlockKind::intro &&
        block.kind != BlockKind::title) {
      end_ = block.reading.end;
      for (auto at = block.reading.start; at < end_;) at = step(id, at);
    }
    block.references.count = static_cast<std::uint32_t>(out_.references.size()) - block.references.first;
    block.deadlines.count = static_cast<std::uint32_t>(out_.deadlines.size()) - block.deadlines.first;
  }

 private:
  // Looks at one word and returns where to go on.
  std::uint32_t step(std::uint32_t id, std::uint32_t at) {
    const char c = text_[at];
    if (scan::is_digit(c)) {
      if (const auto end = resolution_at(id, at)) return end;
      while (at < end_ && scan::is_digit(text_[at])) ++at;
      return at;
    }
    if ((c == 'S' || c == 'A') && at + 2 < end_ && text_[at + 1] == '/') {
      return symbol_at(id, at);
    }
    const auto word = scan::word_at(text_, at);
    if (word.empty()) return at + 1;
    if (const auto end = deadline_at(id, at, slice(text_, word))) return end;
    return word.end;
  }

  // "2374 (2017)"
  std::uint32_t resolution_at(std::uint32_t id, std::uint32_t at) {
    std::uint32_t end = at;
    const auto number = scan::number_at(text_, at, end);
    if (number <= 0 || end - at > 4) return 0;
    const auto digits = Range{at, end};
    auto open = scan::skip_spaces(text_, end);
    if (open >= end_ || text_[open] != '(') return 0;
    std::uint32_t year_end = open + 1;
    const auto year = scan::number_at(text_, open + 1, year_end);
    if (year_end - open != 5 || year < 1946 || year > 2199 || year_end >= end_ || text_[year_end] != ')')
      return 0;
    std::string target = "S/RES/";
    target += slice(text_, digits);
    target += " (";
    target += text_.substr(open + 1, 4);
    target += ')';
    add({at, year_end + 1}, id, std::move(target));
    return year_end + 1;
  }

  // Where it goes on, whether or not a symbol was found:
  // "S/2021/519", "S/PRST/2018/10", "A/RES/46/182", "S/RES/2374(2017)", "S/2010/1/Add.1"
  std::uint32_t symbol_at(std::uint32_t id, std::uint32_t at) {
    std::uint32_t end = at;
    bool digit = false;
    while (end < end_) {
      const char c = text_[end];
      if ((text_.substr(end, 4) == "Add." || text_.substr(end, 4) == "Rev." ||
           text_.substr(end, 5) == "Corr.") &&
          text_[end - 1] == '/') {
        end += c == 'C' ? 5 : 4;
      } else if (scan::is_digit(c) || scan::is_upper(c) || c == '/') {
        digit = digit || scan::is_digit(c);
        ++end;
      } else if (c == '.' && end + 1 < end_ && scan::is_digit(text_[end + 1]) &&
                 scan::is_upper(text_[end - 1])) {
        ++end;  // "S/AC.49/…"
      } else if (c == ' ' && text_[end - 1] == '/' && end + 1 < end_ && scan::is_digit(text_[end + 1])) {
        return end;
      } else {
        break;
      }
    }
    const auto scanned = end;
    while (end > at && text_[end - 1] == '/') --end;
    if (!digit || end - at < 5) return scanned;
    std::string target(text_.substr(at, end - at));
    if (target.starts_with("S/RES/")) {
      const auto open = scan::skip_spaces(text_, end);
      std::uint32_t year_end = open + 1;
      if (open < end_ && text_[open] == '(' && scan::number_at(text_, open + 1, year_end) > 0 &&
          year_end < end_ && text_[year_end] == ')') {
        target += " (" + std::string(text_.substr(open + 1, year_end - open - 1)) + ")";
        end = year_end + 1;
      }
    }
    add({at, end}, id, std::move(target));
    return end;
  }

  void add(Range reading, std::uint32_t id, std::string target) {
    out_.references.push_back({id, reading, std::move(target)});
  }

  bool word_is(std::uint32_t& at, std::string_view lower_case) const {
    const auto word = scan::word_at(text_, at);
    if (word.end > end_ || !scan::same_word(slice(text_, word), lower_case)) return false;
    at = scan::skip_spaces(text_, word.end);
    return true;
  }

  std::uint32_t deadline_at(std::uint32_t id, std::uint32_t at, std::string_view word) {
    auto next = at;
    if (scan::same_word(word, "no") && word_is(next, "no") && word_is(next, "later") &&
        word_is(next, "than")) {
      return date_after(id, at, next, DeadlineKind::by);
    }
    next = at;
    if (scan::same_word(word, "not") && word_is(next, "not") && word_is(next, "later") &&
        word_is(next, "than")) {
      return date_after(id, at, next, DeadlineKind::by);
    }
    next = scan::skip_spaces(text_, at + static_cast<std::uint32_t>(word.size()));
    if (scan::same_word(word, "until")) return date_after(id, at, next, DeadlineKind::until);
    if (scan::same_word(word, "by") || scan::same_word(word, "before"))
      return date_after(id, at, next, DeadlineKind::by);
    if (scan::same_word(word, "within")) return period_after(id, at, next, DeadlineKind::within);
    if (scan::same_word(word, "every")) return period_after(id, at, next, DeadlineKind::every);
    if (scan::same_word(word, "for")) {
      // "for a [further|final|…] period of twelve months", "for one year"
      auto period = next;
      (void)(word_is(period, "a") || word_is(period, "an"));
      for (const std::string_view adjective :
           {"further", "initial", "final", "additional", "new", "last", "interim", "renewable"}) {
        if (word_is(period, adjective)) break;
      }
      if (word_is(period, "period") && word_is(period, "of")) {
        (void)word_is(period, "up");
        (void)word_is(period, "to");
        return period_after(id, at, period, DeadlineKind::for_period);
      }
      return 0;
    }
    return 0;
  }

  std::uint32_t date_after(std::uint32_t id, std::uint32_t start, std::uint32_t at, DeadlineKind kind) {
    (void)word_is(at, "midnight");
    for (int k = 0; k < 2; ++k) {
      if (!(word_is(at, "the") || word_is(at, "end") || word_is(at, "of") || word_is(at, "on"))) break;
    }
    std::uint32_t end = at;
    char iso[11];
    if (at >= end_ || !scan::date_at(text_, at, end, iso) || end > end_) return 0;
    out_.deadlines.push_back({id, {start, end}, kind, iso});
    return end;
  }

  // A number in digits or words; -1 if none stands there.
  std::int32_t amount_at(std::uint32_t& at) const {
    std::uint32_t end = at;
    if (const auto number = scan::number_at(text_, at, end); number >= 0) {
      at = scan::skip_spaces(text_, end);
      return number;
    }
    static constexpr std::array<std::string_view, 20> ones = {
        "one",     "two",     "three",     "four",     "five",     "six",      "seven",
        "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    static constexpr std::array<std::pair<std::string_view, int>, 8> others = {{{"thirty", 30},
                                                                                {"forty-five", 45},
                                                                                {"forty", 40},
                                                                                {"sixty", 60},
                                                                                {"ninety", 90},
                                                                                {"a", 1},
                                                                                {"hundred", 100},
                                                                                {"eighteen-month", 18}}};
    for (std::size_t k = 0; k < ones.size(); ++k) {
      if (word_is(at, ones[k])) return static_cast<std::int32_t>(k) + 1;
    }
    for (const auto& [name, value] : others) {
      if (word_is(at, name)) return value;
    }
    return -1;
  }

  std::uint32_t period_after(std::uint32_t id, std::uint32_t start, std::uint32_t at, DeadlineKind kind) {
    auto amount = amount_at(at);
    if (amount < 0) {
      if (kind != DeadlineKind::every) return 0;
      amount = 1;  // "every year"
    }
    (void)word_is(at, "calendar");
    (void)word_is(at, "working");
    const auto word = scan::word_at(text_, at);
    if (word.empty() || word.end > end_) return 0;
    auto unit = slice(text_, word);
    if (unit.ends_with('s')) unit.remove_suffix(1);
    char value[24];
    const auto count = static_cast<unsigned>(amount);
    if (scan::same_word(unit, "day"))
      std::snprintf(value, sizeof value, "P%uD", count);
    else if (scan::same_word(unit, "week"))
      std::snprintf(value, sizeof value, "P%uW", count);
    else if (scan::same_word(unit, "month"))
      std::snprintf(value, sizeof value, "P%uM", count);
    else if (scan::same_word(unit, "quarter"))
      std::snprintf(value, sizeof value, "P%uM", 3 * count);
    else if (scan::same_word(unit, "year"))
      std::snprintf(value, sizeof value, "P%uY", count);
    else if (scan::same_word(unit, "hour"))
      std::snprintf(value, sizeof value, "PT%uH", count);
    else
      return 0;
    out_.deadlines.push_back({id, {start, word.end}, kind, value});
    return word.end;
  }

  Resolution& out_;
  std::string_view text_;
  std::uint32_t end_ = 0;
};

}  // namespace

void find_citations(Resolution& resolution) {
  Finder finder(resolution);
  for (std::uint32_t id = 0; id < resolution.blocks.size(); ++id) finder.block(id);
}

}  // namespace clausemark
