// Reads dates by which something is due, and lengths of time: "no later than 15 July 2021", "every 90 days",
// "within 30 days of the adoption of this resolution".
#pragma once

#include <string>
#include <string_view>

#include "core/resolution/lexicon.h"
#include "core/resolution/model.h"

namespace clausemark {

class DeadlineReader {
 public:
  // `adopted` is the date of adoption in ISO 8601, or empty.
  DeadlineReader(const Lexicon& lexicon, std::string_view text, std::string_view adopted)
      : lexicon_(lexicon), text_(text), adopted_(adopted) {}

  // The deadline at byte `at` of the text that ends before `end`; its reading range is empty where there is
  // none.
  Deadline read(std::uint32_t at, std::uint32_t end) const;

 private:
  bool read_date(std::uint32_t at, std::uint32_t end, Deadline& out) const;
  bool read_year(std::uint32_t at, std::uint32_t end, Deadline& out) const;
  bool stands_alone(std::string_view text, std::uint32_t at) const;
  bool read_period(std::uint32_t at, std::uint32_t end, Deadline& out) const;
  std::int32_t amount_at(std::string_view text, std::uint32_t& at) const;
  bool counts_from_adoption(std::string_view text, std::uint32_t at) const;

  const Lexicon& lexicon_;
  std::string_view text_;
  std::string_view adopted_;
};

// The last day of a month or year in ISO 8601 ("2031-06", "2031"); empty for anything else.
std::string last_day(std::string_view date);

// The ISO date that lies an ISO period ("P60D", "P2W", "P3M", "P1Y") after an ISO date; the last day of the
// month where the month is too short. Empty for anything else.
std::string date_after(std::string_view date, std::string_view period);

}  // namespace clausemark
