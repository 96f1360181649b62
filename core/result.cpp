#include "core/result.h"

namespace clausemark {

const char* error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_text:
      return "not_text";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::bad_json:
      return "bad_json";
    case ErrorCode::bad_value:
      return "bad_value";
    case ErrorCode::future_version:
      return "future_version";
    case ErrorCode::text_mismatch:
      return "text_mismatch";
    case ErrorCode::text_missing:
      return "text_missing";
    case ErrorCode::unknown_tag:
      return "unknown_tag";
    case ErrorCode::no_such_id:
      return "no_such_id";
    case ErrorCode::bad_range:
      return "bad_range";
  }
  return "unknown";
}

}  // namespace clausemark
