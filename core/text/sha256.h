// SHA-256 (FIPS 180-4), by which a file of annotations knows its text again.
#pragma once

#include <string>
#include <string_view>

namespace clausemark {

// The digest of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace clausemark
