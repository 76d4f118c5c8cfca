#ifndef QJ_CEXPAT_H
#define QJ_CEXPAT_H

#include <expat.h>

#endif
