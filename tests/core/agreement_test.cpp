#include <doctest/doctest.h>

#include "core/annotation/agreement.h"
#include "core/resolution/parse.h"

using namespace clausemark;
using doctest::Approx;

namespace {

// Two coders, from a table of how often each pair of categories was given.
Ratings from_table(const std::vector<std::vector<int>>& table) {
  Ratings ratings;
  for (int row = 0; row < static_cast<int>(table.size()); ++row) {
    const auto& counts = table[static_cast<std::size_t>(row)];
    for (int column = 0; column < static_cast<int>(counts.size()); ++column)
      for (int k = 0; k < counts[static_cast<std::size_t>(column)]; ++k) ratings.push_back({row, column});
  }
  return ratings;
}

// Coders as rows of values, 0 for a missing one; turned into units.
Ratings from_rows(const std::vector<std::vector<int>>& rows) {
  Ratings ratings(rows.front().size());
  for (const auto& row : rows)
    for (std::size_t k = 0; k < row.size(); ++k) ratings[k].push_back(row[k] == 0 ? missing : row[k]);
  return ratings;
}

}  // namespace

TEST_CASE("Cohen's kappa is 0.68 in the example of Fleiss, Levin and Paik (three diagnoses, 100 patients)") {
  CHECK(*cohen_kappa(from_table({{75, 1, 4}, {5, 4, 1}, {0, 0, 10}})) == Approx(0.676).epsilon(0.001));
}

TEST_CASE(
    "Cohen's kappa is 0 where two coders agree as often as chance has it, and 1 where they always agree") {
  CHECK(*cohen_kappa(from_table({{25, 25}, {25, 25}})) == Approx(0));
  CHECK(*cohen_kappa(from_table({{3, 0}, {0, 4}})) == Approx(1));
}

TEST_CASE("where nobody ever varies, no coefficient is defined") {
  const auto same = from_table({{7}});
  CHECK_FALSE(cohen_kappa(same));
  CHECK_FALSE(fleiss_kappa(same));
  CHECK_FALSE(krippendorff_alpha(same));
  CHECK_FALSE(cohen_kappa({}));
  CHECK_FALSE(fleiss_kappa({}));
  CHECK_FALSE(krippendorff_alpha({}));
}

TEST_CASE(
    "Fleiss' kappa is 0.210 in the worked example with ten units, fourteen coders and five categories") {
  const std::vector<std::vector<int>> counts{
      {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0},  {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
  Ratings ratings;
  for (const auto& row : counts) {
    ratings.emplace_back();
    for (int category = 0; category < 5; ++category)
      ratings.back().insert(ratings.back().end(),
                            static_cast<std::size_t>(row[static_cast<std::size_t>(category)]), category);
  }
  CHECK(*fleiss_kappa(ratings) == Approx(0.210).epsilon(0.005));
}

TEST_CASE("Krippendorff's alpha is that of the worked examples of Krippendorff (2011)") {
  SUBCASE("A: two coders, two values") {
    CHECK(*krippendorff_alpha(from_rows({{1, 2, 1, 1, 1, 1, 1, 1, 2, 1}, {2, 2, 2, 1, 1, 2, 1, 1, 1, 1}})) ==
          Approx(0.095).epsilon(0.005));
  }
  SUBCASE("B: two coders, five values") {
    CHECK(*krippendorff_alpha(
              from_rows({{1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1}, {2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4}})) ==
          Approx(0.692).epsilon(0.001));
  }
  SUBCASE("C: four coders, values missing") {
    CHECK(*krippendorff_alpha(from_rows({{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
                                         {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
                                         {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
                                         {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}})) ==
          Approx(0.743).epsilon(0.001));
  }
}

TEST_CASE("unitized alpha is that of the worked example of Krippendorff (2004)") {
  const auto c = unitizing({{{75, 145}, {220, 250}}, {{70, 150}, {205, 225}, {250, 270}}}, 300);
  CHECK(c.observed == Approx(0.0144).epsilon(0.01));
  CHECK(c.expected == Approx(0.0532).epsilon(0.001));
  CHECK(*c.alpha() == Approx(0.7286).epsilon(0.001));
  const auto k = unitizing({{{30, 90}, {150, 200}}, {{30, 90}, {150, 200}}}, 300);
  CHECK(k.observed == 0);
  CHECK(k.expected == Approx(0.0490).epsilon(0.002));
  CHECK(*k.alpha() == 1);
  CHECK(*Unitizing{c.observed + k.observed, c.expected + k.expected}.alpha() ==
        Approx(0.8591).epsilon(0.001));
}

TEST_CASE("unitized alpha is not defined without units, or without anybody to compare with") {
  CHECK_FALSE(unitizing({{}, {}}, 100).alpha());
  CHECK_FALSE(unitizing({{{1, 5}}}, 100).alpha());
  CHECK_FALSE(unitizing({{}, {}}, 0).alpha());
}

namespace {

const char* const text =
    "Resolution 9001 (2031)\n\nThe Security Council,\n\nRecalling its earlier work,\n\n1. Demands that the "
    "ferries "
    "sail, and urges calm;\n\n2. Requests the Secretary-General to report by May;\n\n3. Decides to remain "
    "seized.\n";

struct Study {
  SourceText source = *SourceText::decode(text);
  Resolution resolution = parse(source);
  Project one = make_project(source, resolution);
  Project other = one;

  Study() {
    one.annotations.clear();
    other.annotations.clear();
  }
  void mark(Project& project, std::string_view quote, const char* tag, const char* path) {
    Annotation annotation;
    annotation.id = "a" + std::to_string(project.annotations.size());
    const auto at = static_cast<std::uint32_t>(project.text.find(quote));
    annotation.spans = {{at, at + static_cast<std::uint32_t>(quote.size())}};
    annotation.tag = tag;
    annotation.path = path;
    project.annotations.push_back(annotation);
  }
  Agreement agreed() {
    return agreement({coder_of(one, "Ada"), coder_of(other, "Ben")}, one.tag_set, one.text, resolution);
  }
};

}  // namespace

TEST_CASE("two coders who mark the same agree wholly, whatever stops they take in") {
  Study study;
  for (auto* project : {&study.one, &study.other}) {
    study.mark(*project, "urges calm", "urge", "op1");
    study.mark(*project,
               project == &study.one ? "Demands that the ferries sail" : "Demands that the ferries sail,",
               "demand", "op1");
  }
  const auto result = study.agreed();
  CHECK(result.coders == std::vector<std::string>{"Ada", "Ben"});
  CHECK(result.clauses == 4);
  CHECK(*result.all.cohen == Approx(1));
  CHECK(*result.all.alpha == Approx(1));
  CHECK(*result.all.unitized == Approx(1));
  REQUIRE(result.pairs.size() == 1);
  CHECK(*result.pairs[0].tags[0].exact.f1() == Approx(1));
  REQUIRE(result.tags.size() == 2);
  CHECK(result.tags[0].counts == std::vector<std::size_t>{1, 1});
}

TEST_CASE("edges two words apart are near and not exact, and the clause is the same") {
  Study study;
  study.mark(study.one, "Demands that the ferries sail", "demand", "op1");
  study.mark(study.other, "Demands that the", "demand", "op1");
  const auto all = study.agreed().pairs[0].tags[0];
  CHECK(*all.exact.f1() == 0);
  CHECK(*all.near.f1() == 1);
  CHECK(*all.clauses.f1() == 1);
}

TEST_CASE("the confusion matrix says which tag one coder gives where the other gives which") {
  Study study;
  study.mark(study.one, "Demands that the ferries sail", "demand", "op1");
  study.mark(study.one, "Decides to remain seized", "procedural", "op3");
  study.mark(study.other, "Demands that the ferries sail", "urge", "op1");
  study.mark(study.other, "Recalling its earlier work", "recall", "pre1");
  const auto pair = study.agreed().pairs[0];
  REQUIRE(pair.confusion.size() == 3);
  CHECK(pair.confusion[0].second == "recall");
  CHECK(pair.confusion[0].first.empty());
  CHECK(pair.confusion[1].first == "demand");
  CHECK(pair.confusion[1].second == "urge");
  CHECK(pair.confusion[2].first == "procedural");
  CHECK(pair.confusion[2].second.empty());
}

TEST_CASE("what is only suggested is no coder's word, and authors of one file can be compared") {
  Study study;
  study.mark(study.one, "urges calm", "urge", "op1");
  study.mark(study.one, "Demands", "demand", "op1");
  study.mark(study.one, "Requests", "request", "op2");
  study.one.annotations[0].status = Status::suggested;
  study.one.annotations[1].author = "Zoe";
  study.one.annotations[2].author = "Ada";
  CHECK(coder_of(study.one, "all").annotations.size() == 2);
  const auto coders = coders_by_author(study.one);
  REQUIRE(coders.size() == 2);
  CHECK(coders[0].name == "Ada");
  CHECK(coders[0].annotations.size() == 1);
  study.one.annotations[1].cosigners = {"Ada"};
  CHECK(coders_by_author(study.one)[0].annotations.size() == 2);
}

TEST_CASE("an annotation that does not name its clause counts where it stands") {
  Study study;
  study.mark(study.one, "Demands", "demand", "");
  study.mark(study.other, "Demands", "demand", "op1");
  CHECK(*study.agreed().all.cohen == Approx(1));
}

TEST_CASE("of three coders every pair is compared, and kappa is that of Fleiss") {
  Study study;
  study.mark(study.one, "Demands", "demand", "op1");
  study.mark(study.other, "Demands", "demand", "op1");
  auto third = study.other;
  third.annotations.clear();
  const auto result = agreement({coder_of(study.one, "a"), coder_of(study.other, "b"), coder_of(third, "c")},
                                study.one.tag_set, study.one.text, study.resolution);
  CHECK(result.pairs.size() == 3);
  CHECK_FALSE(result.all.cohen);
  // Four clauses, one of them with one coder of three apart: P = 10/12, P_e = (10/12)² + (2/12)².
  CHECK(*result.all.fleiss == Approx((10.0 / 12 - 104.0 / 144) / (1 - 104.0 / 144)));
}
