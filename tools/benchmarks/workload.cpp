#include "tools/benchmarks/workload.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace clausemark::bench {
namespace {

using Phrases = std::array<std::string_view, 8>;

constexpr Phrases openings = {
    "Demands that all parties to the conflict in the Lake Region",
    "Requests the Secretary-General, in consultation with the riparian States,",
    "Decides that the Ferry Observation Mission shall",
    "Calls upon Member States and regional organizations",
    "Strongly condemns the attacks on landing stages, and urges the authorities of Ruritania",
    "Encourages donors and international financial institutions",
    "Expresses its concern at the closure of the northern canal, and reiterates its call on the sides",
    "Authorizes the Mission, within its capacities and areas of deployment,",
};
constexpr Phrases goals = {
    "to keep the waterways open to humanitarian traffic at all times",
    "to report to the Council every ninety days on the implementation of this resolution",
    "to cooperate fully with the Panel established in paragraph 3 above",
    "to take all measures necessary for the safety of pilots, crews and passengers",
    "to submit, no later than 15 March 2031, a written assessment of the state of the locks",
    "to implement the measures imposed by resolution 2999 (2030) and renewed in resolution 3004 (2031)",
    "to facilitate the return of displaced fishing communities in safety and dignity",
    "to provide the lists annexed to its letter of 4 May 2030 (S/2030/411)",
};
constexpr Phrases additions = {
    ", and stresses in this regard the importance of the Charter of the United Nations",
    ", including women and young people who live along the shore",
    ", welcomes the progress made since the signing of the Harbour Agreement",
    ", taking into account the recommendations of the technical commission",
    ", and further requests that an interim report be provided within six months",
    ", as set out in paragraphs 4 (b) and 9 of resolution 2981 (2029)",
    ", in accordance with international humanitarian law, as applicable",
    ", while noting the difficult conditions under which the crews have worked",
};
constexpr Phrases items = {
    "To patrol the eastern shore and the islands off the harbour;",
    "To support the authorities in restoring the navigation lights;",
    "To monitor violations and abuses against civilians, and to report on them;",
    "To train pilots and lock-keepers, at the request of the authorities;",
    "To protect the personnel, installations and equipment of the Mission;",
    "To assist the preparation of free and transparent harbour elections;",
    "To help register the vessels that were abandoned during the flood;",
    "To coordinate with the United Nations country team and its partners;",
};

class Author {
 public:
  explicit Author(Form form) : form_(form) {}

  std::string write(std::size_t bytes) {
    paragraph("Resolution 3010 (2031)");
    paragraph("Adopted by the Security Council at its 9999th meeting, on 12 April 2031");
    paragraph("The Security Council,");
    for (int k = 0; k < 12; ++k)
      paragraph("Recalling its resolutions 2999 (2030) and 3004 (2031)" + std::string(pick(additions)) + ",");
    for (int number = 1; text_.size() < bytes; number = number % 100 + 1) {  // sections count anew
      auto clause = std::to_string(number) + ". " + std::string(pick(openings)) + " " +
                    std::string(pick(goals)) + std::string(pick(additions)) + std::string(pick(additions));
      const bool list = next() % 4 == 0;
      paragraph(clause + (list ? ", and to carry out the following tasks:" : ";"));
      for (char letter = 'a'; list && letter < 'g'; ++letter)
        paragraph(std::string("(") + letter + ") " + std::string(pick(items)));
    }
    paragraph("Decides to remain actively seized of the matter.");
    return std::move(text_);
  }

 private:
  // A linear congruential generator (Numerical Recipes): the same text on every machine.
  std::uint32_t next() { return (state_ = state_ * 1664525u + 1013904223u) >> 16; }
  std::string_view pick(const Phrases& phrases) { return phrases[next() % phrases.size()]; }

  void paragraph(std::string_view words) {
    if (form_ == Form::clean) {
      text_ += words;
      text_ += "\n\n";
      return;
    }
    std::size_t column = 0;
    for (std::size_t at = 0; at < words.size(); ++at, ++column) {
      const bool broken = words[at] != ' ' && at > 0 && words[at - 1] != ' ' && next() % 400 == 0;
      if (broken) text_ += ' ';
      if (words[at] == ' ' && column > 76) {
        text_ += '\n';
        if (++lines_ % 40 == 0) text_ += "\n12/40 31-04567\n\f\nS/RES/3010 (2031)\n\n";
        column = 0;
      } else {
        text_ += words[at];
      }
    }
    text_ += '\n';
  }

  Form form_;
  std::string text_;
  std::uint32_t state_ = 1;
  std::size_t lines_ = 0;
};

}  // namespace

std::string make_resolution(std::size_t bytes, Form form) { return Author(form).write(bytes); }

}  // namespace clausemark::bench
