#ifndef QJ_CHARSET_H
#define QJ_CHARSET_H

#include <stddef.h>
#include <stdint.h>

// Characters in the charset of the locale. In C because Swift's Glibc module does not export <wchar.h>.

/// The state of a character of which only some bytes were received.
typedef struct {
  uint32_t opaque[2];
} qj_conversion;

enum { QJ_INCOMPLETE = -2, QJ_INVALID = -1 };

/// Decodes one more byte. Returns the scalar that it completes, QJ_INCOMPLETE, or QJ_INVALID if the bytes are not text;
/// then the conversion starts again.
int32_t qj_decode(qj_conversion *_Nonnull conversion, uint8_t byte);

/// Returns the columns of a scalar; -1 if it is not printable or not in the charset.
int32_t qj_columns(uint32_t scalar);

enum { QJ_LONGEST = 8 };

/// Writes a scalar in the charset of the locale into `bytes`, which has room for QJ_LONGEST bytes. Returns the number
/// of bytes; 0 if the scalar is not in the charset.
size_t qj_encode(uint32_t scalar, uint8_t *_Nonnull bytes);

#endif
