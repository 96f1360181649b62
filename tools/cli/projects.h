// What the commands share: reading texts and projects, with complaints on standard error, and telling of
// them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/annotation/project.h"
#include "core/resolution/model.h"
#include "core/text/source_text.h"
#include "tools/cli/commands.h"

namespace clausemark::cli {

// Both complain and give nothing when the file cannot be had.
std::optional<SourceText> read_text_or_complain(const std::string& file);
std::optional<Project> read_project(const ProjectOptions& options);

// "1 suggestion", "2 suggestions"
std::string counted(std::size_t count, const std::string& one, const std::string& many);

// White space and control characters of the source, line ends included, as single spaces: a file must not be
// able to steer the terminal.
std::string on_one_line(std::string_view text);

// What the reader of a text should know, on standard error.
void print_notes(const Resolution& resolution);

}  // namespace clausemark::cli
