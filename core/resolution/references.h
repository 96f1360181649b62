// Reads what a text cites: documents by their symbols, treaties by name, and paragraphs of the text itself.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/resolution/lexicon.h"
#include "core/resolution/model.h"

namespace clausemark {

class ReferenceReader {
 public:
  ReferenceReader(const Lexicon& lexicon, Resolution& out);

  // Each adds what stands at byte `at` of the block's text, which ends before `end`, to the resolution, and
  // returns where to go on; `at` where nothing was read.
  std::uint32_t read_number(std::uint32_t block, std::uint32_t at, std::uint32_t end);  // "2374 (2017)"
  std::uint32_t read_symbol(std::uint32_t block, std::uint32_t at, std::uint32_t end);  // "S/2021/519"
  std::uint32_t read_words(std::uint32_t block, std::uint32_t at, std::uint32_t end);   // "paragraph 9 (b)"

 private:
  struct Cited {
    Range reading;
    std::string path;  // below the paragraph: "9.b"; begins with "." where the number is left out
  };
  std::uint32_t read_parts(std::uint32_t block, std::uint32_t at, std::uint32_t end);
  std::uint32_t read_annex(std::uint32_t block, std::uint32_t at, std::uint32_t behind, std::uint32_t end);
  bool part_at(std::string_view text, std::uint32_t at, Cited& out) const;
  static void fill_range(std::vector<Cited>& list, const Cited& last);
  bool is_here(std::string_view text, std::uint32_t at, bool otherwise) const;
  void add_block(std::uint32_t block, const Cited& cited, bool certain);
  std::uint32_t paragraph_of(std::uint32_t block) const;
  void add(std::uint32_t block, Range reading, ReferenceKind kind, std::string target,
           std::uint32_t to = no_block);

  const WordList& part_;
  const WordList& through_;
  const WordList& here_;
  const WordList& elsewhere_;
  const WordList& treaty_;
  const WordList& annex_;
  Resolution& out_;
  std::string_view text_;
  std::unordered_map<std::string_view, std::uint32_t> by_path_;
  std::unordered_map<std::string_view, std::uint32_t>
      annexes_;  // by number; the first one also under no number
};

}  // namespace clausemark
