#ifndef QJ_CPINYIN_H
#define QJ_CPINYIN_H

#include <stddef.h>

/// Returns the readings of Chinese characters, `qj_pinyin_size` bytes of UTF-8. Each line has a syllable without its
/// tone, a blank and the characters with that reading. Lines that begin with # are comments.
const unsigned char *qj_pinyin(void);
extern const size_t qj_pinyin_size;

#endif
