#include "core/resolution/addressee.h"

#include "core/resolution/labels.h"
#include "core/resolution/scan.h"

namespace clausemark {
namespace {

constexpr int most_words = 40;
constexpr int most_words_of_subject = 12;

// A word that may have "to" and a name behind it: "parties to the conflict", "access to services".
enum class ToNoun { no, people, thing };

class Reader {
 public:
  Reader(std::string_view text, const Lexicon& lexicon)
      : text_(text),
        aside_(lexicon.list(Words::aside)),
        modal_(lexicon.list(Words::modal)),
        to_noun_(lexicon.list(Words::to_noun)),
        infinitive_(lexicon.list(Words::infinitive)),
        determiner_(lexicon.list(Words::determiner)),
        to_object_(lexicon.list(Words::to_object)),
        copula_(lexicon.list(Words::copula)),
        conjunction_(lexicon.list(Words::conjunction)),
        that_(lexicon.list(Words::that)) {}

  Range read(std::uint32_t at) const {
    at = scan::skip_spaces(text_, at);
    const auto behind_that = that_.skip(text_, at);
    const bool clause = behind_that != at;
    if (clause) at = scan::skip_spaces(text_, behind_that);
    if (at >= text_.size() || scan::byte_class(text_[at]) != scan::word_byte) return {};
    if (infinitive_.skip(text_, at) != at) return {};        // "decides to extend"
    if (!clause && aside_.skip(text_, at) != at) return {};  // "decides not to renew"
    std::uint32_t end = at;                                  // behind the last word that belongs to the name
    std::uint32_t aside = 0;                                 // where something said by the way begins
    auto to_noun = ToNoun::no;                               // what the word before is
    for (int k = 0; k < (clause ? most_words_of_subject : most_words); ++k) {
      const auto next = scan::skip_spaces(text_, end);
      if (next >= text_.size()) return {};
      const char c = text_[next];
      if (c == ',') {
        if (aside == 0 && opens_aside(next + 1)) aside = end;
        end = next + 1;
        to_noun = ToNoun::no;
        continue;
      }
      if (c == '(') {
        const auto close = text_.find(')', next);
        if (close == std::string_view::npos) return {};
        if (label_at(text_.substr(next)).found())
          return finished(at, aside != 0 ? aside : next);  // "the parties (a) to"
        end = static_cast<std::uint32_t>(close) + 1;
        continue;
      }
      if (c == ':' && !clause) return announced(at, aside != 0 ? aside : end);  // "calls upon the parties:"
      if (c == ';' || c == ':' || c == '.') return {};
      const auto word = scan::word_at(text_, next);
      if (word.empty()) {
        ++end;
        continue;
      }
      const bool done = clause ? k > 0 && modal_.skip(text_, next) != next
                               : infinitive_.skip(text_, next) != next && is_infinitive(word.end, to_noun);
      if (done) return finished(at, aside != 0 ? aside : end);
      if (!clause && copula_.contains(slice(text_, word))) return {};  // a clause without "that"
      std::uint32_t behind = next;
      const auto* noun = to_noun_.match(text_, next, behind);
      to_noun = noun == nullptr ? ToNoun::no : noun->value == "people" ? ToNoun::people : ToNoun::thing;
      end = word.end;
    }
    return {};
  }

 private:
  // Behind a comma: "in close coordination with …", and not one more name of a list.
  bool opens_aside(std::uint32_t at) const {
    const auto next = scan::skip_spaces(text_, at);
    return aside_.skip(text_, next) != next;
  }

  // Whether a verb follows "to" rather than a name: "to comply", not "to the conflict" or "to Mali"; nor
  // "parties to armed conflict" or "access to services".
  bool is_infinitive(std::uint32_t at, ToNoun to_noun) const {
    const auto next = scan::skip_spaces(text_, at);
    if (next >= text_.size() || text_[next] == ':') return true;
    if (to_noun == ToNoun::thing) return false;
    if (to_noun == ToNoun::people && to_object_.skip(text_, next) != next) return false;
    return scan::is_lower(text_[next]) && determiner_.skip(text_, next) == next;
  }

  // A name before a list; "requests a report on:" has none.
  Range announced(std::uint32_t start, std::uint32_t end) const {
    const auto last = slice(text_, {start, end}).find_last_of(' ');
    const auto word = last == std::string_view::npos ? start : start + static_cast<std::uint32_t>(last) + 1;
    return aside_.skip(text_.substr(0, end), word) == end ? Range{} : finished(start, end);
  }

  Range finished(std::uint32_t start, std::uint32_t end) const {
    end = scan::trim_end(text_, start, end);
    while (end > start && (text_[end - 1] == ',' || scan::space_at(text_, end - 1) != 0)) --end;
    const auto last = slice(text_, {start, end}).find_last_of(' ');
    if (last == std::string_view::npos) return {start, end};
    const auto word = slice(text_, {start + static_cast<std::uint32_t>(last) + 1, end});
    if (conjunction_.contains(word) || infinitive_.contains(word))
      end = start + static_cast<std::uint32_t>(last);
    return {start, end};
  }

  std::string_view text_;
  const WordList& aside_;
  const WordList& modal_;
  const WordList& to_noun_;
  const WordList& infinitive_;
  const WordList& determiner_;
  const WordList& to_object_;
  const WordList& copula_;
  const WordList& conjunction_;
  const WordList& that_;
};

}  // namespace

Range addressee_at(std::string_view text, std::uint32_t at, const Lexicon& lexicon) {
  return Reader(text, lexicon).read(at);
}

}  // namespace clausemark
