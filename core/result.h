// The one way in which an operation of the core is refused: a value, or an Error that says what and where.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace clausemark {

enum class ErrorCode {
  not_text,        // the input is a file of another kind (PDF, Word, image …)
  too_large,       // over a stated limit
  bad_json,        // not JSON at all, too deeply nested, or a key given twice
  bad_value,       // JSON of the wrong type or with an impossible value
  future_version,  // written by a later version of Clausemark
  text_mismatch,   // hash or quote does not agree with the text
  text_missing,    // the file leaves its text out and none was handed over
  unknown_tag,     // a tag that the tag set does not have
  no_such_id,      // a command names something that is not there
  bad_range,       // a range outside the text, empty, or inside a code point
};

// The name of a code as machines see it, for instance "bad_json".
const char* error_code_name(ErrorCode code);

struct Error {
  ErrorCode code;
  std::string message;  // a sentence for people, without a final full stop
  std::string where;    // a JSON pointer, "line 3, column 7", "byte 12" or empty
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> refuse(ErrorCode code, std::string message, std::string where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}

}  // namespace clausemark

// The value of a Result under a name; its error goes back to the caller.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define CLAUSEMARK_TRY(name, expression)                                   \
  auto name##_result = (expression);                                       \
  if (!name##_result) return tl::unexpected<Error>(name##_result.error()); \
  auto& name = *name##_result
// NOLINTEND(bugprone-macro-parentheses)
