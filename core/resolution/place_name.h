// Where a clause stands, as readers write it.
#pragma once

#include <string>
#include <string_view>

namespace clausemark {

// "op30.a.iii" as "para. 30 (a) (iii)", "pre4" as "preamble, 4"; empty for an empty path.
std::string place_name(std::string_view path);

}  // namespace clausemark
