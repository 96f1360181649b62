#include <algorithm>
#include <unordered_set>
#include <vector>

#include "core/formats/json_text.h"

namespace clausemark::json {
namespace {

std::string line_and_column(std::string_view text, std::size_t byte) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t at = 0; at < byte && at < text.size(); ++at) {
    if (text[at] == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Builds the value event by event. Returning false stops the parser; what went wrong is then in `message`.
class Builder final : public nlohmann::json_sax<Value> {
 public:
  explicit Builder(const Elements* elements = nullptr) : elements_(elements) {}

  Value result;
  std::string message;
  std::size_t position = 0;
  std::optional<Error> refused;  // by whoever takes the elements

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Value::object()); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Value::array()); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    auto& level = levels_.back();
    if (given(level, name)) {
      message = "the key \"" + name + "\" is given twice in one object";
      return false;
    }
    level.key = std::move(name);
    return true;
  }
  bool parse_error(std::size_t at, const std::string& token, const nlohmann::json::exception&) override {
    position = at == 0 ? 0 : at - 1;
    message = token.empty() ? "the text ends too early"
                            : "this is no valid JSON near \"" +
                                  token.substr(token.size() > 24 ? token.size() - 24 : 0) + "\"";
    return false;
  }

 private:
  struct Level {
    Value* value;
    std::string key;
    std::unordered_set<std::string> keys;  // of an object of many; those of a small one are looked through
  };

  static bool given(Level& level, const std::string& name) {
    constexpr std::size_t small = 16;
    const auto& object = level.value->get_ref<const Value::object_t&>();
    if (object.size() < small)
      return std::any_of(object.begin(), object.end(),
                         [&](const auto& member) { return member.first == name; });
    if (level.keys.empty()) {
      for (const auto& member : object) level.keys.insert(member.first);
    }
    return !level.keys.insert(name).second;
  }

  Value* place(Value&& value) {
    if (levels_.empty()) {
      result = std::move(value);
      return &result;
    }
    auto& level = levels_.back();
    if (level.value->is_array()) {
      level.value->push_back(std::move(value));
      return &level.value->back();
    }
    // Keys are known to be new here, so the object's own linear look-up is not needed.
    auto& object = level.value->get_ref<Value::object_t&>();
    static_cast<std::vector<std::pair<const std::string, Value>>&>(object).emplace_back(std::move(level.key),
                                                                                        std::move(value));
    return &object.back().second;
  }
  bool put(Value value) {
    place(std::move(value));
    return true;
  }
  bool open(Value value) {
    if (levels_.size() >= static_cast<std::size_t>(max_depth)) {
      message = "the JSON is nested more than " + std::to_string(max_depth) + " levels deep";
      return false;
    }
    if (elements_ != nullptr && levels_.size() == 2 && value.is_array() && last_key_is(0, elements_->outer) &&
        levels_[1].key == elements_->inner)
      handing_over_ = true;
    auto* placed = place(std::move(value));
    levels_.push_back({placed, {}, {}});
    return true;
  }
  bool close() {
    levels_.pop_back();
    if (!handing_over_) return true;
    if (levels_.size() == 2) handing_over_ = false;
    return levels_.size() != 3 || hand_over(*levels_[2].value);
  }

  // Whether the member that is being read at a level has this key.
  bool last_key_is(std::size_t level, const char* key) const {
    const auto& value = *levels_[level].value;
    return value.is_object() && !value.empty() && value.get_ref<const Value::object_t&>().back().first == key;
  }

  bool hand_over(Value& array) {
    if (array.size() != 1) {  // one before it was not an object
      handing_over_ = false;
      return true;
    }
    auto taken = elements_->take(result, array.back());
    if (!taken) {
      refused = taken.error();
      return false;
    }
    handing_over_ = *taken;
    if (!*taken) return true;
    array.get_ref<Value::array_t&>().pop_back();
    return true;
  }

  const Elements* elements_;
  bool handing_over_ = false;
  std::vector<Level> levels_;
};

// Counts the bytes that the parser has taken, so that refusals of ours have a place as well.
class CountingIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** last) : at_(at), last_(last) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    *last_ = at_;
    return *this;
  }
  CountingIterator operator++(int) {
    auto old = *this;
    ++*this;
    return old;
  }
  bool operator==(const CountingIterator&) const = default;

 private:
  const char* at_;
  const char** last_;
};

Result<Value> parse_with(std::string_view text, const Elements* elements) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Builder builder(elements);
  if (Value::sax_parse(text.begin(), text.end(), &builder)) return std::move(builder.result);
  if (builder.refused) return tl::unexpected<Error>(*builder.refused);
  // Again and counting, which takes longer, to tell where it was.
  builder = Builder();
  const char* last = text.data();
  Value::sax_parse(CountingIterator(text.data(), &last), CountingIterator(text.data() + text.size(), &last),
                   &builder);
  const auto taken = static_cast<std::size_t>(last - text.data());
  const auto at = builder.position > 0 ? builder.position : taken > 0 ? taken - 1 : 0;
  return refuse(ErrorCode::bad_json, builder.message.empty() ? "this is no valid JSON" : builder.message,
                line_and_column(text, at));
}

}  // namespace

Result<Value> parse(std::string_view text) { return parse_with(text, nullptr); }

Result<Value> parse(std::string_view text, const Elements& elements) { return parse_with(text, &elements); }

std::string pointer_token(std::string_view key) {
  std::string token;
  for (const char c : key) {
    if (c == '~')
      token += "~0";
    else if (c == '/')
      token += "~1";
    else
      token += c;
  }
  return token;
}

Result<Node> Node::member(const char* key) const {
  if (!value_->is_object()) return wrong("an object is needed here");
  const auto found = value_->find(key);
  if (found == value_->end()) return wrong("the key \"" + std::string(key) + "\" is missing");
  return Node(*found, pointer_ + "/" + key);
}

Result<std::string> Node::string() const {
  if (!value_->is_string()) return wrong("a string is needed here");
  return value_->get_ref<const std::string&>();
}

Result<std::uint32_t> Node::offset() const {
  if (!value_->is_number_unsigned() || value_->get<std::uint64_t>() > 0xFFFFFFFFu)
    return wrong("a whole number from 0 on is needed here");
  return static_cast<std::uint32_t>(value_->get<std::uint64_t>());
}

Result<Node> Node::array() const {
  if (!value_->is_array()) return wrong("an array is needed here");
  return *this;
}

const Value* Node::find(const char* key) const {
  if (!value_->is_object()) return nullptr;
  const auto found = value_->find(key);
  return found == value_->end() ? nullptr : &*found;
}

Result<std::string> Node::optional_string(const char* key) const {
  if (find(key) == nullptr) return std::string{};
  return required_string(key);
}

// A pointer for each of the many members of a file would cost more than the rest; it is made where it is
// needed.
Result<std::string> Node::required_string(const char* key) const {
  if (const auto* found = find(key); found != nullptr && found->is_string())
    return found->get_ref<const std::string&>();
  return member(key).and_then([](const Node& node) { return node.string(); });
}

Result<Node> Node::required_array(const char* key) const {
  return member(key).and_then([](const Node& node) { return node.array(); });
}

Result<std::vector<std::pair<std::string, std::string>>> Node::texts() const {
  if (!value_->is_object()) return wrong("an object is needed here");
  std::vector<std::pair<std::string, std::string>> members;
  for (const auto& [name, value] : value_->items()) {
    CLAUSEMARK_TRY(text, Node(value, pointer_ + "/" + pointer_token(name)).string());
    members.emplace_back(name, text);
  }
  return members;
}

Result<std::uint32_t> Node::required_offset(const char* key) const {
  return member(key).and_then([](const Node& node) { return node.offset(); });
}

Result<std::uint32_t> known_version(const Node& node, const char* key, std::uint32_t newest,
                                    const char* what) {
  CLAUSEMARK_TRY(version, node.required_offset(key));
  const auto where = node.pointer() + "/" + key;
  if (version > newest) {
    return refuse(ErrorCode::future_version,
                  std::string(what) + " has version " + std::to_string(version) +
                      "; this Clausemark reads up to " + std::to_string(newest),
                  where);
  }
  if (version == 0) return refuse(ErrorCode::bad_value, "versions begin with 1", where);
  return version;
}

}  // namespace clausemark::json
