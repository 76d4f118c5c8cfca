#ifndef QJ_CICONV_H
#define QJ_CICONV_H

#include <errno.h>
#include <iconv.h>
#include <stddef.h>

typedef enum {
  QJIconvDone,
  /// The output is full; call again.
  QJIconvFull,
  /// A sequence that is not valid begins at the input left.
  QJIconvInvalid,
  /// The input ends inside a sequence, which is left.
  QJIconvIncomplete,
} QJIconvStatus;

/// NULL when the C library does not know one of the charsets.
static inline void *_Nullable qj_iconv_open(const char *_Nonnull to, const char *_Nonnull from) {
  iconv_t converter = iconv_open(to, from);
  return converter == (iconv_t)-1 ? NULL : (void *)converter;
}

static inline void qj_iconv_close(void *_Nonnull converter) { iconv_close((iconv_t)converter); }

/// Converts what fits; moves both positions and lowers both counts.
static inline QJIconvStatus qj_iconv(
    void *_Nonnull converter, const char *_Nonnull *_Nonnull input, size_t *_Nonnull inputLeft,
    char *_Nonnull *_Nonnull output, size_t *_Nonnull outputLeft) {
  if (iconv((iconv_t)converter, (char **)input, inputLeft, output, outputLeft) != (size_t)-1) return QJIconvDone;
  if (errno == E2BIG) return QJIconvFull;
  return errno == EINVAL ? QJIconvIncomplete : QJIconvInvalid;
}

#endif
