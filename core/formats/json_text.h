// Reading and writing JSON text, strictly: what is wrong is said with line and column, nesting is limited and
// a key given twice is refused. The only header of the core that names the JSON library; included by formats
// alone.
#pragma once

#define JSON_NOEXCEPTION 1  // the core is built without exceptions
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace clausemark::json {

using Value = nlohmann::ordered_json;

// The deepest nesting that is read.
constexpr int max_depth = 64;

Result<Value> parse(std::string_view text);

// The same for a document in which one array, two objects deep, has so many elements that they should not
// stand in memory together.
struct Elements {
  const char* outer;  // the keys that lead to the array
  const char* inner;
  // Gets the objects of the array in order, with what has been read of the document before them, and says
  // whether it took one. One that it did not take stays in the document, and so do all behind it. What it
  // refuses ends the reading.
  std::function<Result<bool>(const Value& before, const Value& element)> take;
};
Result<Value> parse(std::string_view text, const Elements& elements);

// Canonical text: two spaces of indent, keys in the order given, UTF-8 as it is, a final line end. Objects
// and arrays of plain values stand on one line if it has at most 120 bytes, all others a member a line.
std::string write(const Value& value);

// The same for a value inside another, each line with `spaces` more in front and no line end behind the last;
// added to `out`.
void write_indented(const Value& value, unsigned spaces, std::string& out);

// The same on one line, without spaces or a final line end.
std::string write_compact(const Value& value);

// A key as a part of a JSON pointer (RFC 6901): "~" and "/" are escaped.
std::string pointer_token(std::string_view key);

class Node;

// The version that stands under a key: `bad_value` where it is none, `future_version` above `newest`; `what`
// names the file in the refusal ("the tag set").
Result<std::uint32_t> known_version(const Node& node, const char* key, std::uint32_t newest,
                                    const char* what);

// A view of a JSON value that remembers its JSON pointer (RFC 6901), so that every refusal can say where.
class Node {
 public:
  Node(const Value& value, std::string pointer) : value_(&value), pointer_(std::move(pointer)) {}

  const Value& value() const { return *value_; }
  const std::string& pointer() const { return pointer_; }

  // A member that must be there.
  Result<Node> member(const char* key) const;
  bool has(const char* key) const { return find(key) != nullptr; }
  Node element(std::size_t index) const { return {(*value_)[index], pointer_ + "/" + std::to_string(index)}; }
  std::size_t size() const { return value_->size(); }

  // The value as this type, or `bad_value`.
  Result<std::string> string() const;
  Result<std::uint32_t> offset() const;
  Result<Node> array() const;

  // A string member; empty where it is missing.
  Result<std::string> optional_string(const char* key) const;
  Result<std::string> required_string(const char* key) const;
  Result<Node> required_array(const char* key) const;
  // The members of an object whose values are all strings, in their order.
  Result<std::vector<std::pair<std::string, std::string>>> texts() const;
  Result<std::uint32_t> required_offset(const char* key) const;

  // The member with this key, or nullptr.
  const Value* find(const char* key) const;

  tl::unexpected<Error> wrong(const std::string& message) const {
    return refuse(ErrorCode::bad_value, message, pointer_);
  }

 private:
  const Value* value_;
  std::string pointer_;
};

}  // namespace clausemark::json
