// Reading and writing files for the command line. Writing is atomic: a temporary file beside the target, then
// a rename.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace clausemark::cli {

// What could not be read or written, as the system says it.
struct FileError {
  std::string message;
};

// The bytes of a file; "-" is standard input.
tl::expected<std::string, FileError> read_file(const std::string& path);

// Writes a file whole or not at all; "-" is standard output. An existing file is kept unless `force`.
tl::expected<void, FileError> write_file(const std::string& path, std::string_view bytes, bool force);

}  // namespace clausemark::cli
