// Which of the six official languages of the United Nations a text is in.
#pragma once

#include <string_view>

namespace clausemark {

// "en", "fr", "es", "ru", "zh" or "ar" (ISO 639-1), by the commonest short words of the beginning of the
// text, or by its script alone: another language in Cyrillic, Arabic or Chinese script is not told apart.
// "und" (ISO 639-3, undetermined) where neither tells.
std::string_view language_of(std::string_view text);

// Its English name, "French"; empty for "und".
std::string_view language_name(std::string_view language);

}  // namespace clausemark
