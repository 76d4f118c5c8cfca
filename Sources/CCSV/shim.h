#ifndef QJ_CCSV_H
#define QJ_CCSV_H

#include <csv.h>
#include <stdlib.h>

/// The longest field in bytes; a longer one ends the parse instead of filling the memory.
enum { QJ_CSV_FIELD_LIMIT = 1 << 20 };

static inline void *_Nullable qj_csv_realloc(void *_Nullable old, size_t size) {
  return size > QJ_CSV_FIELD_LIMIT ? NULL : realloc(old, size);
}

/// A parser that refuses quotation marks in wrong places and an end inside quotation marks.
static inline struct csv_parser *_Nullable qj_csv_new(unsigned char delimiter) {
  struct csv_parser *parser = (struct csv_parser *)malloc(sizeof *parser);
  if (parser == NULL) return NULL;
  if (csv_init(parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
    free(parser);
    return NULL;
  }
  csv_set_delim(parser, delimiter);
  csv_set_blk_size(parser, 4096);
  csv_set_realloc_func(parser, qj_csv_realloc);
  return parser;
}

static inline void qj_csv_delete(struct csv_parser *_Nonnull parser) {
  csv_free(parser);
  free(parser);
}

/// Whether it stands between two rows.
static inline int qj_csv_is_between_rows(const struct csv_parser *_Nonnull parser) { return parser->pstate == 0; }

#endif
