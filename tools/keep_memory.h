// Programs that read one text after another keep the memory of the last one: without this the C library of
// GNU hands it back to the system after each text, and a quarter of the time goes into getting it again.
#pragma once

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace clausemark {

inline void keep_memory() {
#if defined(__GLIBC__)
  constexpr int most = 64 << 20;  // bytes kept for later, and the size from which a block stands alone
  mallopt(M_TRIM_THRESHOLD, most);
  mallopt(M_MMAP_THRESHOLD, most / 2);
#endif
}

}  // namespace clausemark
