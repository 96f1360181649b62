#include "web/app/model/summary_picture.h"

#include <algorithm>

#include "core/text/shorten.h"

namespace clausemark::app {
namespace {

constexpr int width = 960;
constexpr int margin = 40;
constexpr int label_width = 220;
constexpr int row_height = 26;
constexpr int bar_height = 16;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) >= ' ')
      out += c;
  }
  return out;
}

class Picture {
 public:
  void text(int x, int y, std::string_view content, const char* look = "") {
    body_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\"" + look + ">" +
             escaped(content) + "</text>\n";
  }
  // What is only suggested is pale and hatched, as on the page.
  void bar(int x, int y, int w, std::string_view colour, std::string_view name, bool suggested) {
    rect(x, y, w, std::string(escaped(colour)) + (suggested ? "\" fill-opacity=\"0.35" : ""), name);
    if (suggested) rect(x, y, w, "url(#hatch)", name);
  }
  void rect(int x, int y, int w, std::string_view fill, std::string_view name) {
    body_ += "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" +
             std::to_string(w) + "\" height=\"" + std::to_string(bar_height) + "\" rx=\"2\" fill=\"" +
             std::string(fill) + "\"><title>" + escaped(name) + "</title></rect>\n";
  }
  void line(int x1, int y1, int x2, int y2) {
    body_ += "<path d=\"M" + std::to_string(x1) + " " + std::to_string(y1) + "L" + std::to_string(x2) + " " +
             std::to_string(y2) + "\" stroke=\"#8A8D92\"/>\n";
  }
  void dot(int x, int y) {
    body_ += "<circle cx=\"" + std::to_string(x) + "\" cy=\"" + std::to_string(y) +
             "\" r=\"4\" fill=\"#1A5FB4\"/>\n";
  }
  std::string finish(int height, std::string_view title) const {
    const auto size = std::to_string(width) + "\" height=\"" + std::to_string(height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" viewBox=\"0 0 " +
           std::to_string(width) + " " + std::to_string(height) +
           "\" font-family=\"system-ui, sans-serif\" font-size=\"14\" fill=\"#1F2328\">\n<title>" +
           escaped(title) +
           "</title>\n<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
           "patternTransform=\"rotate(45)\"><path d=\"M0 0V5\" stroke=\"#1F2328\" stroke-opacity=\"0.45\"/>"
           "</pattern></defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n" +
           body_ + "</svg>\n";
  }

 private:
  std::string body_;
};

constexpr const char* head = " font-size=\"16\" font-weight=\"600\"";
constexpr const char* at_end = " text-anchor=\"end\"";
constexpr const char* faint = " fill=\"#5A5E64\" font-size=\"12\"";

}  // namespace

std::string draw_summary(const Summary& summary, const TagSet& tags, std::string_view title) {
  Picture picture;
  int y = margin + 16;
  picture.text(margin, y, title, " font-size=\"20\" font-weight=\"600\"");
  const int bars = margin + label_width;
  const int room = width - bars - margin - 60;

  if (!summary.tags.empty()) {
    y += 40;
    picture.text(margin, y, "Tags", head);
    const auto most = static_cast<int>(summary.tags.front().all());
    for (const auto& one : summary.tags) {
      y += row_height;
      const auto& tag = tags.tags[one.tag];
      picture.text(bars - 12, y, tag.name, at_end);
      int x = bars;
      for (const bool suggested : {false, true}) {
        const auto count = static_cast<int>(suggested ? one.suggested : one.accepted);
        if (count == 0) continue;
        const int w = std::max(2, room * count / std::max(1, most));
        picture.bar(x, y - 12, w, tag.colour, tag.name, suggested);
        x += w + 1;
      }
      picture.text(x + 7, y, one.in_words(), faint);
    }
  }
  if (!summary.sections.empty()) {
    y += 48;
    picture.text(margin, y, "Sections", head);
    std::uint32_t most = 1;
    for (const auto& section : summary.sections) most = std::max(most, section.all);
    for (const auto& section : summary.sections) {
      y += row_height;
      picture.text(bars - 12, y, shortened(section.title, 28), at_end);
      int x = bars;
      for (const auto& one : section.tags) {
        const auto& tag = tags.tags[one.tag];
        for (const bool suggested : {false, true}) {
          const auto count = static_cast<int>(suggested ? one.suggested : one.accepted);
          if (count == 0) continue;
          const int w = std::max(1, room * count / static_cast<int>(most));
          picture.bar(x, y - 12, w, tag.colour, tag.name + ": " + one.in_words(), suggested);
          x += w + 1;
        }
      }
      picture.text(x + 7, y, std::to_string(section.all), faint);
    }
  }
  if (summary.dates.size() > 1) {
    y += 48;
    picture.text(margin, y, "Dates", head);
    y += 24;
    picture.line(margin, y, width - margin, y);
    const int axis = y;
    for (const auto& one : summary.dates) {
      const int x = margin + static_cast<int>(one.at * static_cast<float>(width - 2 * margin));
      picture.dot(x, axis);
      y += 22;
      picture.text(margin, y, one.date);
      picture.text(margin + 100, y, one.place.empty() ? one.words : one.words + " (" + one.place + ")");
    }
  }
  return picture.finish(y + margin, title);
}

}  // namespace clausemark::app
