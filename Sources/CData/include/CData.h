#ifndef QJ_CDATA_H
#define QJ_CDATA_H

#include <stddef.h>

#include "CFont.h"
#include "CPinyin.h"

/// A file embedded in the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} QJEmbeddedFile;

/// Returns the built-in dataset, parsed: a `QJParsedData`.
const void *qj_builtin(void);

/// Returns the themes, by name; `qj_themes_count` of them.
const QJEmbeddedFile *qj_themes(void);
extern const size_t qj_themes_count;

/// Returns the schemas of all kinds of files, by name; `qj_schemas_count` of them.
const QJEmbeddedFile *qj_schemas(void);
extern const size_t qj_schemas_count;

/// Returns the words of tables, by name; `qj_words_count` of them.
const QJEmbeddedFile *qj_words(void);
extern const size_t qj_words_count;

/// Returns the files of a new dataset, by name; `qj_templates_count` of them.
const QJEmbeddedFile *qj_templates(void);
extern const size_t qj_templates_count;

#endif
