#include "CPinyin.h"

// Written by script/pinyin.
static const unsigned char table[] = {
#embed "pinyin.txt"
};

const size_t qj_pinyin_size = sizeof table;

const unsigned char *qj_pinyin(void) { return table; }
