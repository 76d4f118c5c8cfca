#ifndef QJ_CJSON_H
#define QJ_CJSON_H

#include "CJSONWriter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The kind of a node of a parsed document. A key is followed by the node of its value.
typedef enum : uint8_t {
  QJNodeNull,
  QJNodeFalse,
  QJNodeTrue,
  QJNodeNumber,
  QJNodeString,
  QJNodeKey,
  QJNodeArray,
  QJNodeObject,
} QJNodeKind;

/// One event of the parse, in document order. Children of an array or object follow it.
///
/// The data built into the program are stored in this form; `script/embed` writes it with this parser.
typedef struct {
  /// Where the token begins, in bytes from the start of the input; in the data built in, its line and column.
  uint32_t place;
  /// The number of nodes up to the first one after this one and its descendants, and the kind in the lowest three bits.
  uint32_t extent;
  /// Numbers: the bits of the double. Strings and keys: the offset of the decoded UTF-8 in `text`, and in the upper half
  /// its length in bytes. Arrays and objects: the number of children, and of an object the marks of its keys in the
  /// upper half. The highest bit of a string of the data built in is set if it is ASCII.
  uint64_t content;
} QJNode;

static inline QJNodeKind qj_kind(const QJNode *node) { return (QJNodeKind)(node->extent & 7); }
/// Returns the first node after this one and its descendants.
static inline const QJNode *qj_next(const QJNode *node) { return node + (node->extent >> 3); }
/// The length of a string or key, in bytes.
static inline uint32_t qj_length(const QJNode *node) { return (uint32_t)(node->content >> 32) & 0x7FFFFFFF; }
static inline uint32_t qj_text(const QJNode *node) { return (uint32_t)node->content; }
static inline bool qj_is_ascii(const QJNode *node) { return node->content >> 63; }
/// The number of children of an array or object.
static inline uint32_t qj_count(const QJNode *node) { return (uint32_t)node->content; }
/// The marks of the keys of an object.
static inline uint32_t qj_marks(const QJNode *node) { return (uint32_t)(node->content >> 32); }

/// Returns one bit derived from a key: equal keys have the same bit, and the keys of one record mostly different ones.
static inline uint32_t qj_mark(const char *bytes, size_t length) {
  if (length == 0) return 1;
  return 1u << ((length * 9 + (unsigned char)bytes[0] + (unsigned char)bytes[length - 1]) & 31);
}

/// A fault that ends the parse.
typedef enum : uint8_t {
  QJFaultNone,
  QJFaultEmpty,
  QJFaultValue,
  QJFaultKey,
  QJFaultColon,
  QJFaultCommaOrBrace,
  QJFaultCommaOrBracket,
  QJFaultNumber,
  QJFaultNumberTooBig,
  QJFaultEscape,
  QJFaultControlInString,
  QJFaultUnclosedString,
  QJFaultSurrogate,
  QJFaultEncoding,
  QJFaultTrailing,
  QJFaultDepth,
  QJFaultMemory,
  /// Not a fault of the text: the visitor stopped the parse.
  QJFaultStopped,
} QJFault;

typedef struct {
  QJNode *nodes;
  uint32_t count;
  /// The decoded bytes of all strings and keys.
  const char *text;
  QJFault fault;
  /// Where the fault is, in bytes from the start of the input; undefined without a fault.
  uint32_t faultOffset;
  void *storage;
} QJDocument;

/// A file of the data built into the program: its name, its root, and the text that its strings are in.
typedef struct {
  const char *name;
  const QJNode *root;
  const char *text;
} QJParsedFile;

/// The beginning of the data built in. Places are in bytes from here.
typedef struct {
  uint32_t files;
  uint32_t text;
  /// Where each file has its name in the text, and its nodes.
  struct {
    uint32_t name;
    uint32_t nodes;
  } file[];
} QJParsedData;

static inline QJParsedFile qj_parsed_file(const void *data, size_t index) {
  const QJParsedData *head = (const QJParsedData *)data;
  const char *start = (const char *)data;
  QJParsedFile file = {start + head->text + head->file[index].name,
                       (const QJNode *)(const void *)(start + head->file[index].nodes), start + head->text};
  return file;
}

/// Receives the elements of one array of a document one by one, so that the document need not store them all.
typedef struct {
  /// The key of the root whose value is the array. Only the first occurrence counts.
  const char *key;
  size_t keyLength;
  void *context;
  /// Called when an element is complete. The element and its descendants begin at `nodes[index]`. They and their `text`
  /// are discarded when the call returns, though their array still counts them. Return false to end the parse.
  bool (*visit)(void *context, const QJNode *nodes, const char *text, uint32_t index);
} QJVisitor;

/// Parses strict JSON (RFC 8259) of less than 1 GiB. A UTF-8 byte-order mark before it is skipped.
///
/// Without a fault, `nodes[0]` is the root. Free the result with `qj_free` in either case. `visitor` is null if all
/// nodes are to be stored. A fault may be found after elements were passed to `visitor`.
QJDocument qj_parse(const char *bytes, size_t length, unsigned maximumDepth, const QJVisitor *visitor);
void qj_free(QJDocument document);
/// Returns whether `word`, which ends with a zero byte, occurs in a text.
bool qj_holds(const void *bytes, size_t length, const char *word);

#ifdef __cplusplus
}
#endif
#endif
