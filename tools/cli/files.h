// Reading and writing files for the command line. Writing is atomic: a temporary file beside the target, then
// a rename.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "core/text/source_text.h"

namespace clausemark::cli {

// What could not be read or written, as the system says it.
struct FileError {
  std::string message;
};

// The bytes of a file; "-" is standard input.
tl::expected<std::string, FileError> read_file(const std::string& path);

// The text of a document; a file of annotations is none.
tl::expected<SourceText, FileError> read_text(const std::string& path);

// An error of a file as a line for people: what, and where in it.
std::string told(const std::string& path, const Error& error);

// Writes a file whole or not at all; "-" is standard output. An existing file is kept unless `force`.
tl::expected<void, FileError> write_file(const std::string& path, std::string_view bytes, bool force);

}  // namespace clausemark::cli
