#ifndef QJ_CFONT_H
#define QJ_CFONT_H

#include <stddef.h>

/// The bytes of a record of the font: the code point (two, the lower first), the width in dots (8 or 16), and 16 rows
/// of two, from the top, the leftmost dot in the highest bit.
enum { qj_font_record = 35 };

/// Returns the records of the font in order of code points, `qj_font_count` of them.
const unsigned char *qj_font(void);
extern const size_t qj_font_count;

#endif
