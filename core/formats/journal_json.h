// Commands as JSON, one line each: the journal from which a project can be brought back. Positions are bytes
// of the project's text, as in memory; a journal belongs to one text and is no format for exchange.
#pragma once

#include <string>
#include <string_view>

#include "core/annotation/command.h"
#include "core/result.h"

namespace clausemark {

// Without a final line end.
std::string write_command(const Command& command);

// Refuses `bad_json` and `bad_value` with the place in the line. Whether the command fits a project is for
// apply().
Result<Command> read_command(std::string_view line);

}  // namespace clausemark
