#include "CFont.h"

// Written by script/font.
static const unsigned char table[] = {
#embed "font.bin"
};

const size_t qj_font_count = sizeof table / qj_font_record;

const unsigned char *qj_font(void) { return table; }
