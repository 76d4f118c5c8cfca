#include "Memory.h"

#include <malloc.h>

void qj_memory_trim(void) { malloc_trim(0); }
