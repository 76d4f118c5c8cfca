#include "CFont.h"

// Written by script/font.
static const unsigned char high[] = {
#embed "font16.bin"
};

static const unsigned char low[] = {
#embed "font12.bin"
};

enum { high_record = 3 + 2 * 16, low_record = 3 + 2 * 12 };

qj_font_t qj_font(size_t height) {
  switch (height) {
  case 16: return (qj_font_t){high, sizeof high / high_record, high_record, 16};
  case 12: return (qj_font_t){low, sizeof low / low_record, low_record, 12};
  default: return (qj_font_t){0, 0, 0, height};
  }
}
