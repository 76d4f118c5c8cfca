#ifndef QJ_CJSON_WRITER_H
#define QJ_CJSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Writes one JSON text piece by piece. The caller is responsible for the order of the pieces.
typedef struct QJWriter QJWriter;

QJWriter *qj_writer_new(void);
void qj_writer_free(QJWriter *writer);
void qj_write_null(QJWriter *writer);
void qj_write_bool(QJWriter *writer, bool value);
/// Writes whole numbers without a decimal point, others with the fewest digits that read back the same, and null for
/// NaN and infinity.
void qj_write_number(QJWriter *writer, double value);
void qj_write_string(QJWriter *writer, const char *bytes, size_t length);
void qj_write_key(QJWriter *writer, const char *bytes, size_t length);
void qj_write_array(QJWriter *writer, bool begin);
void qj_write_object(QJWriter *writer, bool begin);
/// Returns the text written so far, in UTF-8. It is valid until the next piece.
const char *qj_written(const QJWriter *writer, size_t *length);

#ifdef __cplusplus
}
#endif
#endif
