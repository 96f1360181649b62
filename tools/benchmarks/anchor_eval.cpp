// How well annotations are found again: every act and task of a text is annotated, and the annotations are
// anchored anew onto another rendering of the same text, or onto the text with some of its words exchanged,
// dropped or added.
//
//   clausemark_anchor_eval FROM TO      texts of the same names in two folders
//   clausemark_anchor_eval FROM --edit PERCENT
//
// Prints how many are exact, moved, ambiguous and orphaned, and how many of those that were placed are wrong.
// In another rendering a place is right when it has the same words at the same place of the same clause; in
// an edited text when it runs from the image of the first word to that of the last.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "core/annotation/alignment.h"
#include "core/annotation/anchor.h"
#include "core/annotation/suggest.h"
#include "core/resolution/parse.h"

namespace {

using namespace clausemark;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

struct Document {
  explicit Document(const std::string& bytes)
      : source(*SourceText::from_utf8(bytes)), resolution(parse(source)) {}
  ReadText read() const { return {source.text(), resolution}; }
  SourceText source;
  Resolution resolution;
};

struct Tally {
  std::map<AnchorState, int> states;
  int wrong = 0;
  void add(const Tally& other) {
    for (const auto& [state, count] : other.states) states[state] += count;
    wrong += other.wrong;
  }
};

// Letters and digits: renderings may differ in white space and signs, and break words that cannot be mended.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (const auto& word : words_of(text)) letters += slice(text, word.range);
  return letters;
}

// The letters of a source span, and those on either side, which say which of several like it is meant.
std::string described(const Document& document, Range span) {
  constexpr std::uint32_t around = 200;  // bytes
  constexpr std::size_t letters = 16;
  const auto all = document.resolution.reading.text();
  const auto reading = document.resolution.reading.from_source(span);
  const auto start = reading.start > around ? reading.start - around : 0;
  auto before = letters_of(all.substr(start, reading.start - start));
  if (before.size() > letters) before.erase(0, before.size() - letters);
  const auto behind = letters_of(all.substr(reading.end, around)).substr(0, letters);
  return before + "|" + letters_of(slice(all, reading)) + "|" + behind;
}

// Anchors every act and task of `from` onto `to`. `wanted` says for a span of the one what should be found,
// and `is` what was found in the other, so that both can be compared and printed.
template <class Wanted, class Is>
Tally judge(const Document& from, const Document& to, Wanted wanted, Is is) {
  const auto annotations = suggest(from.resolution);
  const auto anchors = reanchor(from.read(), to.read(), annotations);
  Tally tally;
  for (std::size_t k = 0; k < anchors.size(); ++k) {
    ++tally.states[anchors[k].state];
    if (anchors[k].spans.empty()) continue;
    const std::string should = wanted(annotations[k].spans[0]);
    const std::string found = is(anchors[k].spans[0]);
    if (found == should) continue;
    ++tally.wrong;
    std::printf("wrong: %s\n  is   %s\n  want %s\n", annotations[k].id.c_str(), found.c_str(),
                should.c_str());
  }
  return tally;
}

Tally compare(const Document& from, const Document& to) {
  return judge(
      from, to, [&](Range span) { return described(from, span); },
      [&](Range span) { return described(to, span); });
}

// A text with some words exchanged, dropped or added, and where each old word has gone.
struct Edited {
  std::string text;
  std::vector<Range> images;  // of the words; empty where one was dropped
};

Edited edit(std::string_view text, const std::vector<Word>& words, unsigned percent, std::mt19937& random) {
  Edited edited;
  std::uint32_t copied = 0;
  const auto other_word = [&] {
    const auto& word = words[random() % words.size()];
    return std::string(slice(text, word.range));
  };
  for (const auto& word : words) {
    edited.text += text.substr(copied, word.range.start - copied);
    copied = word.range.end;
    const auto start = static_cast<std::uint32_t>(edited.text.size());
    const auto chance = random() % 300;
    if (chance < percent) {
      edited.text += other_word();
    } else if (chance < std::size_t{2} * percent) {
      // dropped
    } else {
      edited.text += slice(text, word.range);
    }
    edited.images.push_back({start, static_cast<std::uint32_t>(edited.text.size())});
    if (chance >= std::size_t{2} * percent && chance < std::size_t{3} * percent)
      edited.text += " " + other_word();
  }
  edited.text += text.substr(copied);
  return edited;
}

Tally compare_edited(const Document& from, unsigned percent, std::mt19937& random) {
  const auto text = from.source.text();
  const auto words = words_of(text);
  const auto edited = edit(text, words, percent, random);
  const Document to(edited.text);
  const auto shown = [&](Range range) {
    return "bytes " + std::to_string(range.start) + " to " + std::to_string(range.end) + ": " +
           std::string(range.empty() ? std::string_view{} : slice(to.source.text(), range));
  };
  const auto wanted = [&](Range span) {
    Range truth{0xFFFFFFFF, 0};
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (!span.contains(words[w].range) || edited.images[w].empty()) continue;
      truth.start = std::min(truth.start, edited.images[w].start);
      truth.end = std::max(truth.end, edited.images[w].end);
    }
    return shown(truth);
  };
  const auto is = [&](Range found) {
    // Signs at the edges do not count.
    const auto inside = words_of(slice(to.source.text(), found));
    if (!inside.empty())
      found = {found.start + inside.front().range.start, found.start + inside.back().range.end};
    return shown(found);
  };
  return judge(from, to, wanted, is);
}

}  // namespace

int main(int argc, char** argv) {
  const bool edits = argc == 4 && std::string_view(argv[2]) == "--edit";
  if (argc != 3 && !edits) {
    std::fprintf(stderr, "use: clausemark_anchor_eval FROM TO | FROM --edit PERCENT\n");
    return 2;
  }
  Tally all;
  int documents = 0;
  std::mt19937 random(20310314);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(argv[1])) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const Document from(bytes_of(file));
    if (edits) {
      all.add(compare_edited(from, static_cast<unsigned>(std::stoul(argv[3])), random));
    } else {
      all.add(compare(from, Document(bytes_of(fs::path(argv[2]) / file.filename()))));
    }
    ++documents;
  }
  int total = 0;
  for (const auto& [state, count] : all.states) total += count;
  const auto percent = [&](AnchorState state) {
    return total == 0 ? 0.0 : 100.0 * all.states[state] / total;
  };
  std::printf(
      "%d documents, %d annotations: exact %.2f %%, moved %.2f %%, ambiguous %.2f %%, orphaned %.2f %%; "
      "wrong %d\n",
      documents, total, percent(AnchorState::exact), percent(AnchorState::moved),
      percent(AnchorState::ambiguous), percent(AnchorState::orphaned), all.wrong);
  return all.wrong == 0 ? 0 : 1;
}
