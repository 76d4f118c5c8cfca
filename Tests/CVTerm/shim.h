#ifndef QJ_CVTERM_H
#define QJ_CVTERM_H

#include <vterm.h>

#endif
