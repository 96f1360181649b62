#include "tools/cli/collection.h"

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include "core/formats/resolution_json.h"
#include "core/resolution/parse.h"
#include "tools/cli/commands.h"
#include "tools/cli/files.h"
#include "tools/cli/progress.h"

namespace clausemark::cli {
namespace {

namespace fs = std::filesystem;

// One text read: its line of JSON, or what is wrong with it.
struct Outcome {
  std::string line;
  std::string complaint;
  std::size_t bytes = 0;
};

Outcome read_one(const std::string& file) {
  Outcome outcome;
  const auto source = read_text(file);
  if (!source) {
    outcome.complaint = source.error().message;
    return outcome;
  }
  outcome.bytes = source->text().size();
  ResolutionJsonOptions options;
  options.one_line = true;
  options.file = file;
  outcome.line = write_resolution_json(source->text(), clausemark::parse(*source), options);
  return outcome;
}

// Hands out the files to threads and takes their outcomes in order; no thread runs far ahead of what is
// written.
class Queue {
 public:
  Queue(const std::vector<std::string>& files, unsigned threads)
      : files_(files), ahead_(std::size_t{8} * threads) {
    for (unsigned k = 0; k < threads; ++k) threads_.emplace_back([this] { work(); });
  }
  ~Queue() {
    for (auto& thread : threads_) thread.join();
  }
  Queue(const Queue&) = delete;
  Queue& operator=(const Queue&) = delete;

  Outcome take(std::size_t index) {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return outcomes_.contains(index); });
    auto outcome = std::move(outcomes_.extract(index).mapped());
    taken_ = index + 1;
    space_.notify_all();
    return outcome;
  }

 private:
  void work() {
    for (;;) {
      std::size_t index = 0;
      {
        std::unique_lock lock(mutex_);
        space_.wait(lock, [&] { return next_ >= files_.size() || next_ < taken_ + ahead_; });
        if (next_ >= files_.size()) return;
        index = next_++;
      }
      auto outcome = read_one(files_[index]);
      const std::lock_guard lock(mutex_);
      outcomes_.emplace(index, std::move(outcome));
      ready_.notify_one();
    }
  }

  const std::vector<std::string>& files_;
  const std::size_t ahead_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::condition_variable space_;
  std::map<std::size_t, Outcome> outcomes_;
  std::size_t next_ = 0;   // the file that the next free thread reads
  std::size_t taken_ = 0;  // files before it are written
  std::vector<std::thread> threads_;
};

// The .txt files below a folder, by path.
std::vector<std::string> texts_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error),
       end;
       !error && entry != end; entry.increment(error)) {
    std::error_code unreadable;
    if (entry->is_regular_file(unreadable) && entry->path().extension() == ".txt")
      files.push_back(entry->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int parse_collection(const std::vector<std::string>& paths, unsigned jobs) {
  std::vector<std::string> files;
  for (const auto& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    const auto below = texts_below(path);
    if (below.empty()) {
      std::cerr << "clausemark: " << path << ": there is no .txt file in this folder\n";
      return exit_wrong_file;
    }
    files.insert(files.end(), below.begin(), below.end());
  }
  if (std::count(files.begin(), files.end(), "-") > 1) {
    std::cerr << "clausemark: standard input can be read once\n";
    return exit_wrong_use;
  }
  const auto cores = std::max(1u, std::thread::hardware_concurrency());
  const auto threads = std::min<std::size_t>(jobs == 0 ? cores : jobs, files.size());
  int result = exit_fine;
  Progress progress(files.size());
  Queue queue(files, static_cast<unsigned>(threads));
  for (std::size_t k = 0; k < files.size(); ++k) {
    const auto outcome = queue.take(k);
    if (!outcome.complaint.empty()) {
      progress.clear();
      std::cerr << "clausemark: " << outcome.complaint << '\n';
      result = exit_wrong_file;
    }
    std::cout << outcome.line;
    progress.step(outcome.bytes);
  }
  return result;
}

}  // namespace clausemark::cli
