#ifndef QJ_CFONT_H
#define QJ_CFONT_H

#include <stddef.h>

/// The bitmaps of one height. A record has the code point (two bytes, the lower first), the width in dots, and `height` rows of
/// two bytes, from the top, the leftmost dot in the highest bit. Records are in order of code points.
typedef struct {
  const unsigned char *records;
  size_t count;
  /// The bytes of a record.
  size_t size;
  /// The height in dots.
  size_t height;
} qj_font_t;

/// Returns the font of 16 or of 12 dots; no records for another height.
qj_font_t qj_font(size_t height);

#endif
