#ifndef QJ_CMINIZIP_H
#define QJ_CMINIZIP_H

#include <stdio.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>

/// The memory that holds an archive.
struct qj_zip_memory {
  const void *_Nonnull bytes;
  size_t count;
};

static inline voidpf _Nullable qj_zip_open_memory(voidpf _Nullable opaque, const void *_Nullable name, int mode) {
  const struct qj_zip_memory *memory = (const struct qj_zip_memory *)opaque;
  return fmemopen((void *)memory->bytes, memory->count, "rb");
}

/// Opens an archive in memory, which must outlive it; null when it is not one.
static inline unzFile _Nullable qj_zip_open(const void *_Nonnull bytes, size_t count) {
  struct qj_zip_memory memory = {bytes, count};
  zlib_filefunc64_def functions;
  fill_fopen64_filefunc(&functions);
  functions.zopen64_file = qj_zip_open_memory;
  functions.opaque = &memory;
  return count == 0 ? NULL : unzOpen2_64("", &functions);
}

#endif
