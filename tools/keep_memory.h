// Programs that read one text after another keep the memory of the last one: without this the C library of
// GNU hands it back to the system after each text, and a quarter of the time goes into getting it again.
#pragma once

#include <cstdlib>  // tells whose C library this is

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace clausemark {

inline void keep_memory() {
#if defined(__GLIBC__)
  constexpr int kept = 64 << 20;  // bytes kept for later
  constexpr int on_its_own =
      32 << 20;  // bytes from which a block is handed back for itself; glibc allows no more
  mallopt(M_TRIM_THRESHOLD, kept);
  mallopt(M_MMAP_THRESHOLD, on_its_own);
#endif
}

}  // namespace clausemark
