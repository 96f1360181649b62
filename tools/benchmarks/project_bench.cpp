// How long a project of 100,000 annotations on a text of 10 MB takes to be loaded, compared, merged and
// saved.
#include <benchmark/benchmark.h>

#include "core/annotation/difference.h"
#include "core/annotation/merge.h"
#include "core/formats/project_json.h"
#include "core/resolution/parse.h"
#include "tools/benchmarks/workload.h"

namespace {

using namespace clausemark;

constexpr std::size_t text_bytes = 10'000'000;
constexpr std::size_t annotations = 100'000;

// Every act of an invented text, as people would leave it after their work: accepted, with an author; the
// last are second tags, so that the count is round.
const Project& project() {
  static const Project made = [] {
    const auto source = *SourceText::from_utf8(bench::make_resolution(text_bytes, bench::Form::clean));
    auto all = make_project(source, parse(source));
    for (auto& annotation : all.annotations) {
      annotation.status = Status::accepted;
      annotation.author = "Ada";
      annotation.created = annotation.modified = "2031-03-14T10:00:00Z";
    }
    const auto acts = all.annotations.size();
    for (std::size_t k = 0; all.annotations.size() < annotations; ++k) {
      auto second = all.annotations[k % acts];
      second.id = "second:" + std::to_string(k);
      second.tag = "affirmation";
      all.annotations.push_back(std::move(second));
    }
    all.annotations.resize(annotations);
    std::sort(all.annotations.begin(), all.annotations.end(), before);
    return all;
  }();
  return made;
}

// The same after another reader's work: a tenth has a note, a tenth is gone.
Project others_work() {
  auto theirs = project();
  for (std::size_t k = 0; k < theirs.annotations.size(); k += 10)
    theirs.annotations[k].note = "see the annex";
  std::size_t next = 0;
  std::erase_if(theirs.annotations, [&](const Annotation&) { return next++ % 10 == 5; });
  return theirs;
}

void save(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {  // NOLINT(clang-analyzer-deadcode.DeadStores)
    auto file = save_project(project());
    state.counters["file MB"] = static_cast<double>(file.size()) / 1e6;
    benchmark::DoNotOptimize(file);
  }
}

void load(benchmark::State& state) {
  const auto file = save_project(project());
  for ([[maybe_unused]] auto _ : state) {  // NOLINT(clang-analyzer-deadcode.DeadStores)
    auto loaded = load_project(file);
    benchmark::DoNotOptimize(loaded);
  }
}

void merge_three(benchmark::State& state) {
  const auto theirs = others_work();
  for ([[maybe_unused]] auto _ : state) {  // NOLINT(clang-analyzer-deadcode.DeadStores)
    auto ours = project();
    const auto merged = merge(&project(), ours, theirs);
    auto applied = apply(ours, merged->command);
    benchmark::DoNotOptimize(applied);
  }
}

void difference(benchmark::State& state) {
  const auto theirs = others_work();
  for ([[maybe_unused]] auto _ : state) {  // NOLINT(clang-analyzer-deadcode.DeadStores)
    auto found = compare(project(), theirs);
    benchmark::DoNotOptimize(found);
  }
}

BENCHMARK(load)->Unit(benchmark::kMillisecond);
BENCHMARK(merge_three)->Unit(benchmark::kMillisecond);
BENCHMARK(difference)->Unit(benchmark::kMillisecond);
BENCHMARK(save)->Unit(benchmark::kMillisecond);

}  // namespace
