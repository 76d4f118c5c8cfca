#ifndef QJ_CHARSET_H
#define QJ_CHARSET_H

#include <stddef.h>
#include <stdint.h>

// Characters in the charset of the locale. Here because Swift's Glibc module leaves <wchar.h> out.

/// A character of which some bytes have come.
typedef struct {
  uint32_t opaque[2];
} qj_conversion;

enum { QJ_INCOMPLETE = -2, QJ_INVALID = -1 };

/// Takes one byte more. Returns the scalar that it completes, QJ_INCOMPLETE, or QJ_INVALID when the bytes are no text;
/// then the conversion begins anew.
int32_t qj_decode(qj_conversion *_Nonnull conversion, uint8_t byte);

/// The columns of a scalar, -1 when it is not printable or the charset lacks it.
int32_t qj_columns(uint32_t scalar);

enum { QJ_LONGEST = 8 };

/// Writes a scalar in the charset of the locale into `bytes`, which has room for QJ_LONGEST. Returns how many there
/// are; 0 when the charset lacks it.
size_t qj_encode(uint32_t scalar, uint8_t *_Nonnull bytes);

#endif
