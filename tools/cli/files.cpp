#include "tools/cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/cli/terminal.h"

namespace clausemark::cli {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

tl::unexpected<FileError> failed(const std::string& what, const std::string& path) {
  return tl::unexpected<FileError>(FileError{what + " " + path + ": " + std::strerror(errno)});
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Whether these bytes are a file of annotations rather than a text.
bool is_annotation_file(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' &&
         bytes.substr(0, 4096).find("\"AnnotationCollection\"") != std::string_view::npos;
}

}  // namespace

tl::expected<std::string, FileError> read_file(const std::string& path) {
  std::string bytes;
  struct stat status {};
  if (path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    return failed("cannot read", path);
  }
  const std::unique_ptr<std::FILE, CloseFile> opened(path == "-" ? nullptr : std::fopen(path.c_str(), "rb"));
  std::FILE* file = path == "-" ? stdin : opened.get();
  if (file == nullptr) return failed("cannot read", path);
  char buffer[65536];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
    bytes.append(buffer, got);
  if (std::ferror(file) != 0) return failed("cannot read", path);
  return bytes;
}

std::string told(const std::string& path, const Error& error) {
  return path + ": " + on_one_line(error.message) +
         (error.where.empty() ? "" : " (at " + on_one_line(error.where) + ")");
}

tl::expected<SourceText, FileError> read_text(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected<FileError>(bytes.error());
  if (is_annotation_file(*bytes)) {
    return tl::unexpected<FileError>(
        FileError{path + ": this is a file of annotations; 'clausemark show' reads it"});
  }
  auto source = SourceText::decode(*bytes);
  if (!source) return tl::unexpected<FileError>(FileError{told(path, source.error())});
  return std::move(*source);
}

tl::expected<void, FileError> write_file(const std::string& path, std::string_view bytes, bool force) {
  if (path == "-") {
    if (!write_all(STDOUT_FILENO, bytes)) return failed("cannot write", "standard output");
    return {};
  }
  struct stat there {};
  const bool exists = ::stat(path.c_str(), &there) == 0;
  if (exists && S_ISDIR(there.st_mode)) {
    errno = EISDIR;
    return failed("cannot write", path);
  }
  if (!force && ::access(path.c_str(), F_OK) == 0) {
    return tl::unexpected<FileError>(FileError{path + " exists already; --force replaces it"});
  }
  // A file that is replaced keeps its permissions, a new one has those that the user gives to new files.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = exists ? there.st_mode & 07777 : 0666 & ~mask;
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return failed("cannot write", path);
  const bool written =
      write_all(descriptor, bytes) && ::fchmod(descriptor, mode) == 0 && ::fsync(descriptor) == 0;
  const int write_error = errno;
  ::close(descriptor);
  if (written && force && ::rename(temporary.c_str(), path.c_str()) == 0) return {};
  // Without --force a file that has appeared meanwhile is kept as well: link() never replaces.
  if (written && !force && ::link(temporary.c_str(), path.c_str()) == 0) {
    ::unlink(temporary.c_str());
    return {};
  }
  const int reason = written ? errno : write_error;
  ::unlink(temporary.c_str());
  errno = reason;
  return failed("cannot write", path);
}

}  // namespace clausemark::cli
