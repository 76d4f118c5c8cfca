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
typedef struct {
  /// Where the token begins, in bytes from the start of the input.
  uint32_t offset;
  /// Index of the first node after this one and its descendants.
  uint32_t end;
  /// Strings and keys: offset and length of the decoded UTF-8 in `text`, in bytes. Arrays and objects: `length`
  /// children.
  uint32_t text;
  uint32_t length;
  double number;
  QJNodeKind kind;
} QJNode;

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

/// Parses strict JSON (RFC 8259) of less than 4 GiB. A UTF-8 byte-order mark before it is skipped.
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
