#ifndef QJ_CSIGNALS_H
#define QJ_CSIGNALS_H
#endif
