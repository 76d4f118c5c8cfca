#ifndef QJ_CJSON_H
#define QJ_CJSON_H

#include "CJSONWriter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node of a parsed document is. A key is followed by the node of its value.
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
  /// Index of the first node after this one and all below it.
  uint32_t end;
  /// Strings and keys: where the decoded UTF-8 begins in `text`, and its bytes. Arrays and objects: `length` children.
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
  /// No fault of the text: the visitor wanted no more.
  QJFaultStopped,
} QJFault;

typedef struct {
  QJNode *nodes;
  uint32_t count;
  /// The decoded bytes of all strings and keys.
  const char *text;
  QJFault fault;
  /// Where the fault is, in bytes; meaningless without one.
  uint32_t faultOffset;
  void *storage;
} QJDocument;

/// Takes the elements of one array of a document as they come, so that the document need not hold them all.
typedef struct {
  /// The array is the value of this key of the root, where the key stands first.
  const char *key;
  size_t keyLength;
  void *context;
  /// Called when an element is complete. It and all below it begin at `nodes[index]`; they, and their `text`, are gone
  /// when the call returns, though their array still counts them. The parse ends when it returns false.
  bool (*visit)(void *context, const QJNode *nodes, const char *text, uint32_t index);
} QJVisitor;

/// Parses strict JSON (RFC 8259) of less than 4 GiB; a UTF-8 byte-order mark before it is skipped.
///
/// Without a fault, `nodes[0]` is the root. Free the result with `qj_free` in either case. A fault may be found after
/// elements were given to `visitor`, which is null when all is to be held.
QJDocument qj_parse(const char *bytes, size_t length, unsigned maximumDepth, const QJVisitor *visitor);
void qj_free(QJDocument document);
/// Whether `word`, which ends with a zero byte, stands anywhere in a text.
bool qj_holds(const void *bytes, size_t length, const char *word);

#ifdef __cplusplus
}
#endif
#endif
