// What the world outside has to do after an update.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace clausemark::app {

namespace effect {
// Answered by Written or NotWritten.
struct SaveFile {
  std::string name;
  std::string bytes;
  std::uint32_t origin = 0;
  std::string save;  // tells this from other saves; handed back in Written
};
struct ChooseFile {};
struct Announce {
  std::string text;
};  // for the accessible live region
// A snapshot for the browser's storage, in place of all it has of the document. Answered by Stored.
struct Keep {
  std::string name;
  std::string title;
  std::string text;  // SHA-256 of the document's text
  std::string project;
  bool unsaved = false;
  bool another = false;  // of another document than before
};
// A line of the journal, behind the last one.
struct Append {
  std::string line;
  bool unsaved = false;  // after it
};
// What the storage has; answered by Documents.
struct ListDocuments {};
// Answered by Restore.
struct OpenKept {
  std::string id;
};
struct RemoveKept {
  std::string id;
  bool removed = true;
};
struct Copy {
  std::string text;
};
// A file beside the document, to be downloaded. With `as_picture` the bytes are an SVG picture that becomes a
// PNG file.
struct SaveExtra {
  std::string name;
  std::string type;  // media type
  std::string bytes;
  bool as_picture = false;
};
}  // namespace effect
using Effect = std::variant<effect::SaveFile, effect::ChooseFile, effect::Announce, effect::Keep,
                            effect::Append, effect::ListDocuments, effect::OpenKept, effect::RemoveKept,
                            effect::Copy, effect::SaveExtra>;

}  // namespace clausemark::app
