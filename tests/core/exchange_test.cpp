#include <algorithm>
#include <doctest/doctest.h>

#include "core/formats/exchange/exchange.h"
#include "core/formats/json_text.h"
#include "core/formats/project_json.h"

using namespace clausemark;

namespace {

// Emoji, combining marks, no-break spaces, CR LF, a formula, marks that XML and CSV take for their own.
const char* const text =
    "Resolution 9001 (2031)\r\n\r\nThe Security Council,\r\n\r\n1. Demands that the \xF0\x9F\x9B\xB3 "
    "ferries\r\n"
    "sail, e\xCC\x81"
    "te\xCC\x81 comme hiver, and urges \"calm\", <peace> & quiet;\r\n\r\n"
    "2. Requests the Secretary\xC2\xAD-General to report\xC2\xA0"
    "by May;\r\n";

struct Document {
  Project project;

  Document() {
    project.text = text;
    project.tag_set = default_tag_set();
    project.tag_set.tags.push_back({"ferry-traffic", "Ferry traffic", "Ours", "#112233", "", "", "", {}});
    project.facts = {"S/RES/9001 (2031)", "", "en"};
  }
  Range range(std::string_view quote) const {
    const auto at = static_cast<std::uint32_t>(project.text.find(quote));
    REQUIRE(at < project.text.size());
    return {at, at + static_cast<std::uint32_t>(quote.size())};
  }
  Annotation& add(const char* id, std::vector<Range> spans, const char* tag, const char* path) {
    Annotation annotation;
    annotation.id = id;
    annotation.spans = std::move(spans);
    annotation.tag = tag;
    annotation.path = path;
    project.annotations.push_back(annotation);
    return project.annotations.back();
  }
};

// Overlapping, nested and discontinuous annotations with all that the model has.
Project everything() {
  Document document;
  auto& demand = document.add("a1", {document.range("Demands that the \xF0\x9F\x9B\xB3 ferries\r\nsail")},
                              "demand", "op1");
  demand.note = "=HYPERLINK(\"x\")\nsecond \"line\", with; marks \\ and \t tab";
  demand.author = "Ada \xF0\x9F\x98\x80 Łę";
  demand.created = "2031-03-14T10:00:00Z";
  demand.modified = "2031-03-15T10:00:00Z";
  demand.attributes = {{"deadline", "a=b; c>d\\"}, {"force", "5"}};
  demand.links = {{"reported-by", "a3"}};
  document.add("a2",
               {document.range("\xF0\x9F\x9B\xB3"),
                document.range("e\xCC\x81"
                               "te\xCC\x81"),
                document.range("quiet")},
               "ferry-traffic", "op1");
  document.add("a3", {document.range("Requests the Secretary\xC2\xAD-General")}, "request", "op2");
  document.add("a4", {document.range("ferries\r\nsail, e\xCC\x81")}, "urge", "op1").rule = "verb: urge";
  std::sort(document.project.annotations.begin(), document.project.annotations.end(), before);
  return document.project;
}

Project with_statuses() {
  auto project = everything();
  for (auto& annotation : project.annotations) {
    if (annotation.id == "a3") annotation.links.clear();
    if (annotation.id == "a1") annotation.links.clear();
    if (annotation.id == "a4") annotation.status = Status::suggested;
    if (annotation.id == "a2") annotation.status = Status::rejected;
  }
  return project;
}

Exported written(const char* format, const Project& project, ExportOptions options = {}) {
  return exchange_format(format)->write({&project, 1}, options);
}

Result<Imported> read_back(const char* format, std::string_view bytes) {
  return exchange_format(format)->read({bytes, text});
}

Imported round_trip(const char* format, const Project& project) {
  const auto exported = written(format, project);
  auto imported = read_back(format, exported.files[0].bytes);
  REQUIRE_MESSAGE(imported, (imported ? "" : imported.error().message + " at " + imported.error().where));
  CHECK(imported->project.text == project.text);
  // What was read can be saved and loaded.
  const auto loaded = load_project(save_project(imported->project));
  REQUIRE(loaded);
  return std::move(*imported);
}

void check_refused(const char* format, std::string_view bytes, ErrorCode code, const std::string& where) {
  const auto refused = read_back(format, bytes);
  CAPTURE(format);
  CAPTURE(bytes);
  REQUIRE_FALSE(refused);
  CHECK(std::string(error_code_name(refused.error().code)) == error_code_name(code));
  CHECK(refused.error().where == where);
}

}  // namespace

TEST_CASE("formats that hold all give back every annotation as it was") {
  for (const auto* format : {"brat", "label-studio", "uima-cas", "csv", "jsonl"}) {
    CAPTURE(format);
    const auto project = everything();
    const auto back = round_trip(format, project);
    CHECK(back.project.annotations == project.annotations);
    CHECK(back.ledger.lost().empty());
    // The colours and guidelines of the team's own tags alone are lost.
    const auto lost = written(format, project).ledger.lost();
    CHECK(lost.size() == 1);
    CHECK(lost.contains("tag sets with their guidelines"));
  }
}

TEST_CASE("the status travels, and what a format cannot say of it is told") {
  for (const auto* format : {"brat", "uima-cas", "csv", "jsonl"}) {
    CAPTURE(format);
    const auto project = with_statuses();
    CHECK(round_trip(format, project).project.annotations == project.annotations);
  }
  auto project = with_statuses();
  const auto back = round_trip("label-studio", project);
  CHECK(written("label-studio", project).ledger.lost().at("rejected suggestions") == 1);
  std::erase_if(project.annotations, [](const Annotation& one) { return one.status == Status::rejected; });
  CHECK(back.project.annotations == project.annotations);
}

TEST_CASE("an annotation without a place is kept by tables and told of elsewhere") {
  auto project = everything();
  Annotation lost;
  lost.id = "lost";
  lost.tag = "demand";
  lost.quotes = {"words of another text"};
  project.annotations.insert(project.annotations.begin(), lost);
  for (const auto* format : {"csv", "jsonl"})
    CHECK(round_trip(format, project).project.annotations == project.annotations);
  for (const auto* format : {"brat", "label-studio", "uima-cas", "doccano", "conll"}) {
    CAPTURE(format);
    CHECK(written(format, project).ledger.lost().at("annotations without a place in the text") == 1);
  }
}

TEST_CASE("doccano keeps spans and tags of what is accepted, and the ledger names the rest") {
  const auto project = everything();
  const auto exported = written("doccano", project);
  const auto& lost = exported.ledger.lost();
  CHECK(lost.at("notes") == 1);
  CHECK(lost.at("attributes") == 2);
  CHECK(lost.at("links between annotations") == 1);
  CHECK(lost.at("authors and times") == 1);
  CHECK(lost.at("rules that proposed an annotation") == 1);
  CHECK(lost.at("annotations of several spans, of which each is now one of its own") == 1);
  const auto back = round_trip("doccano", project);
  CHECK(back.project.annotations.size() == 6);
  for (const auto& annotation : project.annotations) {
    for (const auto& span : annotation.spans) {
      CHECK(std::any_of(back.project.annotations.begin(), back.project.annotations.end(),
                        [&](const Annotation& one) {
                          return one.tag == annotation.tag && one.spans == std::vector{span};
                        }));
    }
  }
  CHECK(written("doccano", with_statuses()).ledger.lost().at("open suggestions") == 1);
  CHECK_FALSE(written("doccano", with_statuses(), {true}).ledger.lost().contains("open suggestions"));
}

TEST_CASE("doccano's entities and relations are read") {
  const auto read = exchange_format("doccano")->read(
      {R"({"id":7,"text":"Demands calm \ud83d\ude00 now","entities":[{"id":12,"label":"demand","start_offset":0,"end_offset":7},)"
       R"({"id":13,"label":"Mood","start_offset":13,"end_offset":14}],"relations":[{"id":1,"from_id":12,"to_id":13,"type":"about"}]})",
       {}});
  REQUIRE(read);
  REQUIRE(read->project.annotations.size() == 2);
  const auto& [first, second] = std::pair(read->project.annotations[0], read->project.annotations[1]);
  CHECK(first.links == std::vector<Link>{{"about", second.id}});
  CHECK(slice(read->project.text, second.spans[0]) == "\xF0\x9F\x98\x80");
  CHECK(read->project.tag_set.find("Mood") != nullptr);
}

TEST_CASE("CoNLL has one tag for each token: the longest annotation is kept, the others are told of") {
  const auto project = everything();
  const auto exported = written("conll", project);
  CHECK(exported.ledger.lost().at("annotations that overlap a longer one") == 2);
  const auto& columns = exported.files[0].bytes;
  CHECK(columns.find("\xF0\x9F\x9B\xB3\tI-ferry-traffic\n") == std::string::npos);
  CHECK(columns.find("\n\n1\tO\n.\tO\n") != std::string::npos);
  const auto back = round_trip("conll", project);
  // The discontinuous annotation has the largest extent, so its three spans come back, each on its own.
  CHECK(std::count_if(back.project.annotations.begin(), back.project.annotations.end(),
                      [](const Annotation& one) { return one.tag == "ferry-traffic"; }) == 3);
  CHECK(std::any_of(
      back.project.annotations.begin(), back.project.annotations.end(), [&](const Annotation& one) {
        return one.tag == "request" &&
               slice(back.project.text, one.spans[0]) == "Requests the Secretary\xC2\xAD-General";
      }));
}

TEST_CASE("CoNLL without its text is put together from the tokens") {
  const auto read =
      exchange_format("conll")->read({"Demands\tB-demand\ncalm\tI-demand\n.\tO\n\nUrges\tB-urge\n", {}});
  REQUIRE(read);
  CHECK(read->project.text == "Demands calm .\n\nUrges");
  REQUIRE(read->project.annotations.size() == 2);
  CHECK(slice(read->project.text, read->project.annotations[0].spans[0]) == "Demands calm");
}

TEST_CASE(
    "brat gets fragments that end at line ends, with the text that it compares, and its configuration") {
  const auto exported = written("brat", everything());
  CHECK(exported.files[0].bytes.find(
            "\tdemand 54 80;82 86\tDemands that the \xF0\x9F\x9B\xB3 ferries sail\n") != std::string::npos);
  CHECK(exported.files[1].suffix == ".txt");
  CHECK(exported.files[1].bytes == text);
  CHECK(exported.files[2].suffix == "annotation.conf");
  CHECK(exported.files[2].bytes.find("\nferry-traffic\n") != std::string::npos);
}

TEST_CASE("brat's own attributes, notes before their subject, and what cannot be kept") {
  const auto read =
      exchange_format("brat")->read({"#1\tAnnotatorNotes T1\tstrong\nT1\tDemand 0 7\tDemands\nA1\tNegated "
                                     "T1\nA2\tForce T1 5\nE1\tDemand:T1\n*\tEquiv T1 T2\n",
                                     "Demands calm"});
  REQUIRE(read);
  const auto& one = read->project.annotations[0];
  CHECK(one.tag == "demand");
  CHECK(one.note == "strong");
  CHECK(one.attributes == std::vector<Attribute>{{"Force", "5"}, {"Negated", "yes"}});
  CHECK(read->ledger.lost().at("events") == 1);
  CHECK(read->ledger.lost().at("equivalences") == 1);
}

TEST_CASE(
    "brat keeps the true spans where lines and page breaks would hide them, and foreign notes as they are") {
  Document document;
  document.project.text += "Calls upon\f all\n parties\xE2\x80\xA8 now;\nand us\n";
  document.add("b1", {document.range("Calls upon\f all\n parties\xE2\x80\xA8 now;\n")}, "call", "");
  document.add("b2", {document.range("now;"), document.range("and us")}, "my tag/\xC3\xBC", "").note =
      "\"quoted\"";
  document.project.tag_set.tags.push_back({"my tag/\xC3\xBC", "Mine", "Ours", "#112233", "", "", "", {}});
  auto project = document.project;
  std::sort(project.annotations.begin(), project.annotations.end(), before);
  const auto exported = written("brat", project);
  CHECK(exported.ledger.lost().size() == 1);
  for (const auto* end : {"\f", "\xE2\x80\xA8"})
    CHECK(exported.files[0].bytes.find(end) == std::string::npos);
  const auto back = exchange_format("brat")->read({exported.files[0].bytes, project.text});
  REQUIRE(back);
  for (std::size_t k = 0; k < project.annotations.size(); ++k) {
    CHECK(back->project.annotations[k].spans == project.annotations[k].spans);
    CHECK(back->project.annotations[k].tag == project.annotations[k].tag);
    CHECK(back->project.annotations[k].note == project.annotations[k].note);
  }
  const auto foreign = exchange_format("brat")->read(
      {"T1\tx 0 7\tDemands\n#1\tAnnotatorNotes T1\tsee C:\\temp\\new\n", "Demands"});
  REQUIRE(foreign);
  CHECK(foreign->project.annotations[0].note == "see C:\\temp\\new");
}

TEST_CASE("what cannot be held is told of, and its neighbours are read") {
  const auto brat =
      exchange_format("brat")->read({"T1\tx 0 7\tDemands\nE1\tx:T1\nR1\tsee Arg1:T1 Arg2:E1\n", "Demands"});
  REQUIRE(brat);
  CHECK(brat->project.annotations.size() == 1);
  CHECK(brat->ledger.lost().at("relations with what is no annotation") == 1);
  const auto studio =
      exchange_format("label-studio")
          ->read(
              {R"([{"data":{"text":"Demands calm"},"annotations":[{"was_cancelled":true,"result":[{"type":"labels","value":{"start":0,"end":7,"labels":["x"]}}]},)"
               R"({"completed_by":{"id":3,"email":"ada@example.org"},"created_at":"2031-03-14T10:00:00Z","result":[)"
               R"({"id":"a","type":"labels","value":{"start":0,"end":7,"labels":["demand"]}},{"id":"b","type":"choices","value":{}},)"
               R"({"id":"c","type":"labels","value":{"start":8,"end":12,"labels":["mood"]}},)"
               R"({"type":"relation","from_id":"a","to_id":"b","direction":"right"},)"
               R"({"type":"relation","from_id":"a","to_id":"c","direction":"left","labels":["of"]}]}]}])",
               {}});
  REQUIRE(studio);
  REQUIRE(studio->project.annotations.size() == 2);
  CHECK(studio->project.annotations[0].author == "ada@example.org");
  CHECK(studio->project.annotations[0].created == "2031-03-14T10:00:00Z");
  CHECK(studio->project.annotations[1].links == std::vector<Link>{{"of", "a"}});
  CHECK(studio->ledger.lost().at("annotations of a task that were cancelled") == 1);
  CHECK(studio->ledger.lost().at("regions of type choices") == 1);
  CHECK(studio->ledger.lost().at("relations with what is no annotation") == 1);
  const auto cas =
      exchange_format("uima-cas")
          ->read(
              {R"({"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"Demands calm"},)"
               R"({"%ID":2,"%TYPE":"custom.Facts","source":"x"},{"%ID":3,"%TYPE":"custom.Act","begin":4,"end":4},)"
               R"({"%ID":4,"%TYPE":"custom.Act","begin":0,"end":7}]})",
               {}});
  REQUIRE(cas);
  CHECK(cas->project.annotations.size() == 1);
  CHECK(cas->ledger.lost().at("annotations without width") == 1);
}

TEST_CASE("an annotation that comes without an id has the same one in the files of two people") {
  const auto ids = [](const char* file) {
    std::vector<std::string> list;
    const auto read = exchange_format("doccano")->read({file, {}});
    REQUIRE(read);
    for (const auto& annotation : read->project.annotations) list.push_back(annotation.id);
    return list;
  };
  const auto one = ids(R"({"text":"Demands calm","label":[[0,7,"demand"],[8,12,"urge"]]})");
  const auto other = ids(R"({"text":"Demands calm","label":[[8,12,"urge"],[0,7,"call"]]})");
  CHECK(one[1] == other[1]);
  CHECK(one[0] != other[0]);
}

TEST_CASE("no cell of a table begins like a formula") {
  auto project = everything();
  for (const auto* danger : {"=1+1", "+1", "-1", "@sum", "\tx", "'quoted", "\r=1"}) {
    project.annotations[0].note = danger;
    project.annotations[0].author = danger;
    const auto bytes = written("csv", project).files[0].bytes;
    for (const auto* before_it : {",", "\""})
      CHECK(bytes.find(std::string(before_it) + danger) == std::string::npos);
    CHECK(round_trip("csv", project).project.annotations == project.annotations);
  }
}

TEST_CASE("CSV is read with any order of columns, unknown ones and any line ends") {
  const auto read = read_back("csv", "tag,extra,end,start\ndemand,x,61,54\r\nurge,y,61,54\rcall,z,61,54");
  REQUIRE(read);
  CHECK(read->project.annotations.size() == 3);
  CHECK(read->project.annotations[0].path == "op1");
  const auto foreign = read_back("csv", "tag;quote\ndemand;urges\n;\nurge;nowhere\n");
  REQUIRE(foreign);
  REQUIRE(foreign->project.annotations.size() == 2);
  CHECK(foreign->project.annotations[1].placed());
  CHECK(foreign->ledger.lost().size() == 1);
  check_refused("csv", "tags,quote\ndemand,urges\n", ErrorCode::bad_value, "line 1");
}

TEST_CASE("Label Studio's configuration names every tag, and offsets are UTF-16") {
  const auto exported = written("label-studio", everything());
  CHECK(exported.files[1].suffix == ".config.xml");
  CHECK(exported.files[1].bytes.find("<Label value=\"Ferry traffic\" alias=\"ferry-traffic\"") !=
        std::string::npos);
  const auto value = json::parse(exported.files[0].bytes);
  REQUIRE(value);
  const auto& region = (*value)[0]["annotations"][0]["result"][0];
  // The ship is one code point and two UTF-16 units.
  CHECK(region["value"]["end"].get<int>() - region["value"]["start"].get<int>() == 33);
}

TEST_CASE("an INCEpTION layer of another name is read with its label, relations and features") {
  const auto read =
      exchange_format("uima-cas")
          ->read(
              {R"({"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"Demands calm now"},)"
               R"({"%ID":2,"%TYPE":"webanno.custom.Act","@sofa":1,"begin":0,"end":7,"kind":"demand","force":"5"},)"
               R"({"%ID":3,"%TYPE":"custom.Mood","@sofa":1,"begin":8,"end":12},)"
               R"({"%ID":4,"%TYPE":"de.example.Token","@sofa":1,"begin":8,"end":12},)"
               R"({"%ID":5,"%TYPE":"webanno.custom.Rel","@sofa":1,"begin":0,"end":7,"@Governor":2,"@Dependent":3}],"%VIEWS":{}})",
               {}});
  REQUIRE(read);
  REQUIRE(read->project.annotations.size() == 2);
  CHECK(read->project.annotations[0].tag == "demand");
  CHECK(read->project.annotations[0].attributes == std::vector<Attribute>{{"force", "5"}});
  CHECK(read->project.annotations[0].links.size() == 1);
  CHECK(read->project.annotations[1].tag == "Mood");
  CHECK(read->ledger.lost().at("annotations of type de.example.Token") == 1);
}

TEST_CASE("what is wrong in a file of another tool is said with its place") {
  check_refused("brat", "T1\tDemand 0 7\tnot these\n", ErrorCode::text_mismatch, "line 1");
  check_refused("brat", "T1\tDemand 5 5\t\n", ErrorCode::bad_range, "line 1");
  check_refused("brat", "T1\tDemand x 5\tabc\n", ErrorCode::bad_value, "line 1");
  check_refused("brat", "T1\tDemand 0 10\tResolution\nT1\tDemand 0 10\tResolution\n", ErrorCode::bad_value,
                "line 2");
  check_refused("brat", "hello", ErrorCode::bad_value, "line 1");
  for (const auto* format : {"brat", "conll", "csv"})
    check_refused(format, "T1\tdemand 0 10\tResolution\nT2\turg\xE5 0 10\tResolution\n", ErrorCode::bad_value,
                  "line 2");
  check_refused("doccano", R"({"text":"abc","label":[[0,9,"x"]]})", ErrorCode::bad_range, "/label/0");
  check_refused("doccano", R"({"text":"abc","label":[[0,1]]})", ErrorCode::bad_value, "/label/0");
  check_refused("doccano", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", ErrorCode::bad_value, "line 2");
  check_refused("doccano", "{", ErrorCode::bad_json, "line 1, column 2");
  check_refused("label-studio", "[]", ErrorCode::bad_value, "");
  check_refused(
      "label-studio",
      R"([{"data":{"text":"a😀b"},"annotations":[{"result":[{"type":"labels","value":{"start":2,"end":3,"labels":["x"]}}]}]}])",
      ErrorCode::bad_range, "/0/annotations/0/result/0/value");
  check_refused("uima-cas", R"({"%FEATURE_STRUCTURES":[]})", ErrorCode::bad_value, "/%FEATURE_STRUCTURES");
  check_refused("conll", "word without tag\n", ErrorCode::bad_value, "line 1");
  check_refused("conll", "elsewhere\tO\n", ErrorCode::text_mismatch, "line 1");
  check_refused("csv", "tag,start,end\ndemand,5,5\n", ErrorCode::bad_range, "line 2");
  check_refused("csv", "tag,start,end\ndemand,5\n", ErrorCode::bad_value, "line 2");
  check_refused("csv", "tag,start,end\n\"demand,5,6\n", ErrorCode::bad_value, "line 2");
  check_refused("csv", "tag,quote,spans\ndemand,other words,0..10\n", ErrorCode::text_mismatch, "line 2");
  check_refused("csv", "", ErrorCode::bad_value, "line 1");
  check_refused("jsonl", "{\"tag\":\"demand\",\"start\":0,\"end\":10}\n{\"tag\":3}\n", ErrorCode::bad_value,
                "line 2");
  check_refused("jsonl", "{\"tag\":\"demand\"}\n", ErrorCode::bad_value, "line 1");
  std::string many = "tag,start,end\n";
  for (int k = 0; k < 20000; ++k) many += "t" + std::to_string(k) + ",0,10\n";
  check_refused("csv", many, ErrorCode::too_large, "/tags");
  for (const auto& format : exchange_formats()) {
    if (format.needs_text != NeedsText::yes) continue;
    const auto refused = format.read({format.id == std::string("csv") ? "tag,start,end\n" : "", {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::text_missing);
  }
}
