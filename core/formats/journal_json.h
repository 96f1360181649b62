// Journal entries as JSON, one line each. Positions are bytes of the project's text, as in memory; a journal
// belongs to one text and is no format for exchange.
#pragma once

#include <string>
#include <string_view>

#include "core/annotation/journal.h"
#include "core/result.h"

namespace clausemark {

// Without a final line end.
std::string write_entry(const JournalEntry& entry);

// Refuses `bad_json` and `bad_value` with the place in the line. Whether the entry fits a project is for
// replay().
Result<JournalEntry> read_entry(std::string_view line);

}  // namespace clausemark
