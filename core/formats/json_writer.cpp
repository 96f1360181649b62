#include <algorithm>

#include "core/formats/json_text.h"

namespace clausemark::json {

namespace {

// The longest line that holds a whole object or array.
constexpr std::size_t longest_line = 120;

// A guess at the length of a value on one line, from below; no container inside fits.
std::size_t least_length(const Value& value) {
  std::size_t length = 2;
  for (const auto& [key, member] : value.items()) {
    if (member.is_structured() && !member.empty()) return longest_line + 1;
    length += (value.is_object() ? key.size() + 3 : 0) + 1;
    if (member.is_string()) length += member.get_ref<const std::string&>().size();
    if (length > longest_line) break;
  }
  return length;
}

// A string in quotation marks; one of plain ASCII needs no closer look.
void add_string(const std::string& text, std::string& out) {
  const bool plain = std::all_of(text.begin(), text.end(),
                                 [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
  if (plain)
    ((out += '"') += text) += '"';
  else
    out += write_compact(text);
}

void add_value(const Value& value, std::size_t spaces, std::string& out);

// The members of an object or array, with what stands before each of them.
template <class Before>
void add_members(const Value& value, std::size_t spaces, Before before, std::string& out) {
  out += value.is_object() ? '{' : '[';
  bool first = true;
  for (const auto& [key, member] : value.items()) {
    before(first);
    first = false;
    if (value.is_object()) {
      add_string(key, out);
      out += ": ";
    }
    add_value(member, spaces, out);
  }
}

void add_value(const Value& value, std::size_t spaces, std::string& out) {
  if (value.is_string()) return add_string(value.get_ref<const std::string&>(), out);
  if (!value.is_structured()) {
    out += write_compact(value);
    return;
  }
  const char close = value.is_object() ? '}' : ']';
  if (spaces + least_length(value) <= longest_line) {
    const auto begin = out.size();
    const auto comma = [&](bool first) { out += first ? "" : ", "; };
    add_members(value, spaces, comma, out);
    out += close;
    if (spaces + out.size() - begin <= longest_line) return;
    out.resize(begin);
  }
  const auto new_line = [&](bool first) {
    out += first ? "\n" : ",\n";
    out.append(spaces + 2, ' ');
  };
  add_members(value, spaces + 2, new_line, out);
  out += '\n';
  out.append(spaces, ' ');
  out += close;
}

}  // namespace

std::string write(const Value& value) {
  std::string out;
  add_value(value, 0, out);
  return out + "\n";
}

void write_indented(const Value& value, unsigned spaces, std::string& out) {
  out.append(spaces, ' ');
  add_value(value, spaces, out);
}

std::string write_compact(const Value& value) {
  return value.dump(-1, ' ', false, Value::error_handler_t::replace);
}

}  // namespace clausemark::json
