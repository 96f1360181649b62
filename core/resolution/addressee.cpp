#include "core/resolution/addressee.h"

#include "core/resolution/scan.h"

namespace clausemark {
namespace {

constexpr int most_words = 40;

class Reader {
 public:
  Reader(std::string_view text, const Lexicon& lexicon)
      : text_(text),
        aside_(lexicon.list(Words::aside)),
        modal_(lexicon.list(Words::modal)),
        to_noun_(lexicon.list(Words::to_noun)),
        infinitive_(lexicon.list(Words::infinitive)),
        determiner_(lexicon.list(Words::determiner)),
        that_(lexicon.list(Words::that)) {}

  Range read(std::uint32_t at) const {
    at = scan::skip_spaces(text_, at);
    const auto behind_that = that_.skip(text_, at);
    const bool clause = behind_that != at;
    if (clause) at = scan::skip_spaces(text_, behind_that);
    if (at >= text_.size() || scan::byte_class(text_[at]) != scan::word_byte) return {};
    if (infinitive_.skip(text_, at) != at) return {};  // "decides to extend"
    std::uint32_t end = at;                            // behind the last word that belongs to the name
    std::uint32_t aside = 0;                           // where something said by the way begins
    bool to_noun = false;  // the word before is one behind which "to" begins no infinitive
    for (int k = 0; k < most_words; ++k) {
      const auto next = scan::skip_spaces(text_, end);
      if (next >= text_.size()) return {};
      const char c = text_[next];
      if (c == ',') {
        if (aside == 0 && opens_aside(next + 1)) aside = end;
        end = next + 1;
        to_noun = false;
        continue;
      }
      if (c == '(') {
        const auto close = text_.find(')', next);
        if (close == std::string_view::npos) return {};
        end = static_cast<std::uint32_t>(close) + 1;
        continue;
      }
      if (c == ';' || c == ':' || c == '.') return {};
      const auto word = scan::word_at(text_, next);
      if (word.empty()) {
        ++end;
        continue;
      }
      const bool done = clause ? k > 0 && modal_.skip(text_, next) != next
                               : infinitive_.skip(text_, next) != next && is_infinitive(word.end, to_noun);
      if (done) return finished(at, aside != 0 ? aside : end);
      to_noun = to_noun_.contains(slice(text_, word));
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

  // Whether a verb follows "to" rather than a name: "to comply", not "to the conflict" or "to Mali"; behind a
  // word such as "parties" only a verb that is known for one counts: "parties to armed conflict".
  bool is_infinitive(std::uint32_t at, bool to_noun) const {
    const auto next = scan::skip_spaces(text_, at);
    if (to_noun) return modal_.skip(text_, next) != next;
    return next < text_.size() && scan::is_lower(text_[next]) && determiner_.skip(text_, next) == next;
  }

  Range finished(std::uint32_t start, std::uint32_t end) const {
    end = scan::trim_end(text_, start, end);
    while (end > start && (text_[end - 1] == ',' || scan::space_at(text_, end - 1) != 0)) --end;
    return {start, end};
  }

  std::string_view text_;
  const WordList& aside_;
  const WordList& modal_;
  const WordList& to_noun_;
  const WordList& infinitive_;
  const WordList& determiner_;
  const WordList& that_;
};

}  // namespace

Range addressee_at(std::string_view text, std::uint32_t at, const Lexicon& lexicon) {
  return Reader(text, lexicon).read(at);
}

}  // namespace clausemark
