// Invented resolutions of any size for benchmarks, always the same for the same size.
#pragma once

#include <cstddef>
#include <string>

namespace clausemark::bench {

enum class Form {
  clean,    // a paragraph a line, blank lines between
  wrapped,  // broken at 80 columns, with page furniture and broken words, as extracted from a PDF
};

// A text of about `bytes`: one document with as many numbered paragraphs as it takes.
std::string make_resolution(std::size_t bytes, Form form);

}  // namespace clausemark::bench
