// What the commands share: reading texts and projects, writing files, with complaints on standard error, and
// telling of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation/project.h"
#include "core/resolution/model.h"
#include "core/text/source_text.h"
#include "tools/cli/terminal.h"

namespace clausemark::cli {

// A project's file, and its document where the file leaves the text out.
struct ProjectFile {
  std::string file;
  std::string text;
};

// These complain and give nothing when the file cannot be had.
std::optional<std::string> read_file_or_complain(const std::string& file);
std::optional<SourceText> read_text_or_complain(const std::string& file);
std::optional<Project> read_project(const ProjectFile& from);
// The document that a user named for a file that leaves its text out; empty where none was named.
std::optional<std::string> read_document(const std::string& path);
// The project of bytes that were read from `file`.
std::optional<Project> project_in(std::string_view bytes, const ProjectFile& from);
// Files as they are named, and all *.clausemark.json below folders, sorted, each once; nothing when a name
// leads nowhere.
std::optional<std::vector<std::string>> project_files(const std::vector<std::string>& paths);

// Writes whole or not at all; false, with a complaint, when it could not.
bool write_or_complain(const std::string& path, std::string_view bytes, bool force);

// "1 suggestion", "2 suggestions"
std::string counted(std::size_t count, const std::string& one, const std::string& many);
// "3 annotations, 1 open suggestion, 0 rejected"
std::string summary(const Project& project);

// The name of a tag, or its id where the tag set does not have it.
std::string tag_name(const TagSet& tags, const std::string& id);
// The path of a clause for people.
std::string clause_name(const std::string& path);

// "▎Demand" in the colour of the tag, and what an annotation marks, in quotation marks behind `indent`
// spaces.
std::string tag_mark(const TagSet& tags, const std::string& id, const Terminal& terminal);
std::string quoted_words(const Project& project, const Annotation& annotation, const Terminal& terminal,
                         std::size_t indent);

// What the reader of a text should know, on standard error.
void print_notes(const Resolution& resolution);

// A path with another ending: "folder/text.txt" and ".ann" to "folder/text.ann".
std::string with_ending(const std::string& path, std::string_view ending);

}  // namespace clausemark::cli
