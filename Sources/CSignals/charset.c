#define _GNU_SOURCE

#include "Charset.h"

#include <limits.h>
#include <string.h>
#include <wchar.h>

_Static_assert(sizeof(qj_conversion) >= sizeof(mbstate_t), "the state must fit");

int32_t qj_decode(qj_conversion *conversion, uint8_t byte) {
  mbstate_t state;
  memcpy(&state, conversion, sizeof state);
  wchar_t scalar = 0;
  size_t result = mbrtowc(&scalar, (const char *)&byte, 1, &state);
  if (result == (size_t)-1) memset(&state, 0, sizeof state);
  memcpy(conversion, &state, sizeof state);
  if (result == (size_t)-1) return QJ_INVALID;
  if (result == (size_t)-2) return QJ_INCOMPLETE;
  return (int32_t)scalar;
}

int32_t qj_columns(uint32_t scalar) {
  char bytes[MB_LEN_MAX];
  mbstate_t state = {0};
  if (wcrtomb(bytes, (wchar_t)scalar, &state) == (size_t)-1) return -1;
  return wcwidth((wchar_t)scalar);
}

size_t qj_encode(uint32_t scalar, uint8_t *bytes) {
  mbstate_t state = {0};
  char encoded[MB_LEN_MAX];
  size_t length = wcrtomb(encoded, (wchar_t)scalar, &state);
  if (length == (size_t)-1 || length > QJ_LONGEST) return 0;
  memcpy(bytes, encoded, length);
  return length;
}
