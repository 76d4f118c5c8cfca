#include "CJSONWriter.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cmath>

struct QJWriter {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer;

  QJWriter() : writer(buffer) { writer.SetIndent(' ', 2); }
};

QJWriter *qj_writer_new(void) { return new QJWriter; }
void qj_writer_free(QJWriter *writer) { delete writer; }
void qj_write_null(QJWriter *writer) { writer->writer.Null(); }
void qj_write_bool(QJWriter *writer, bool value) { writer->writer.Bool(value); }

void qj_write_number(QJWriter *writer, double value) {
  if (std::floor(value) == value && std::fabs(value) < 9007199254740992.0) {
    writer->writer.Int64(static_cast<int64_t>(value));
  } else if (std::isfinite(value)) {
    writer->writer.Double(value);
  } else {
    writer->writer.Null();
  }
}

void qj_write_string(QJWriter *writer, const char *bytes, size_t length) {
  writer->writer.String(bytes, static_cast<rapidjson::SizeType>(length));
}

void qj_write_key(QJWriter *writer, const char *bytes, size_t length) {
  writer->writer.Key(bytes, static_cast<rapidjson::SizeType>(length));
}

void qj_write_array(QJWriter *writer, bool begin) {
  if (begin) {
    writer->writer.StartArray();
  } else {
    writer->writer.EndArray();
  }
}

void qj_write_object(QJWriter *writer, bool begin) {
  if (begin) {
    writer->writer.StartObject();
  } else {
    writer->writer.EndObject();
  }
}

const char *qj_written(const QJWriter *writer, size_t *length) {
  *length = writer->buffer.GetSize();
  return writer->buffer.GetString();
}
