#include "CJSON.h"

#include <rapidjson/reader.h>

#include <cstring>
#include <new>
#include <string>
#include <vector>

namespace {

/// The input text. The reader sees a zero byte at its end.
struct Text {
  typedef char Ch;

  const char *const begin;
  const char *const end;
  const char *next;
  /// Where the next or current token begins.
  const char *token;

  Text(const char *bytes, size_t length, size_t skipped)
      : begin(bytes), end(bytes + length), next(bytes + skipped), token(next) {}

  char Peek() const { return next == end ? '\0' : *next; }
  char Take() { return next == end ? '\0' : *next++; }
  size_t Tell() const { return static_cast<size_t>(next - begin); }

  // Only output streams need these.
  char *PutBegin() { return nullptr; }
  void Put(char) {}
  void Flush() {}
  size_t PutEnd(char *) { return 0; }
};

constexpr uint64_t eachByte(uint8_t byte) { return UINT64_C(0x0101010101010101) * byte; }

/// Sets the highest bit of the first byte of `word` that equals `byte`. Bits of later bytes may be wrong. Returns 0 if
/// no byte is equal.
constexpr uint64_t find(uint64_t word, uint8_t byte) {
  const uint64_t different = word ^ eachByte(byte);
  return (different - eachByte(1)) & ~different & eachByte(0x80);
}

/// Does the same for the first byte below `byte`, which is at most 0x80.
constexpr uint64_t findBelow(uint64_t word, uint8_t byte) {
  return (word - eachByte(byte)) & ~word & eachByte(0x80);
}

/// Returns the number of leading bytes without a set bit. The first byte in memory is the lowest of the word.
int bytesBefore(uint64_t word) { return __builtin_ctzll(word) / 8; }

/// Skips eight bytes at a time until `stop` marks a byte, and returns its address. Otherwise stops less than eight bytes
/// before the end; the caller handles the rest.
template <typename Stop> const char *skipWords(const char *next, const char *end, Stop stop) {
  for (uint64_t word; end - next >= 8; next += 8) {
    std::memcpy(&word, next, 8);
    if (const uint64_t marks = stop(word)) return next + bytesBefore(marks);
  }
  return next;
}

bool isBlank(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

/// Returns whether a byte ends a run of plain characters in a string: a quote, an escape, or a control, which is a
/// fault.
bool endsRun(char byte) { return byte == '"' || byte == '\\' || static_cast<unsigned char>(byte) < 0x20; }

} // namespace

namespace rapidjson {

// The reader calls this before each token.
template <> inline void SkipWhitespace(Text &text) {
  const char *next = text.next;
  // Usually there is no space, or a new line and its indent.
  if (next < text.end && *next == '\n') next++;
  if (next < text.end && *next == ' ') next = skipWords(next, text.end, [](uint64_t word) { return word ^ eachByte(' '); });
  while (next < text.end && isBlank(*next)) next++;
  text.next = text.token = next;
}

// Lets the reader copy a run of plain characters of a string at once.
template <> template <> inline void Reader::ScanCopyUnescapedString(Text &text, Reader::StackStream<char> &copy) {
  const char *next = skipWords(text.next, text.end, [](uint64_t word) {
    return find(word, '"') | find(word, '\\') | findBelow(word, 0x20);
  });
  while (next < text.end && !endsRun(*next)) next++;
  const size_t count = static_cast<size_t>(next - text.next);
  if (count > 0) std::memcpy(copy.Push(static_cast<SizeType>(count)), text.next, count);
  text.next = next;
}

} // namespace rapidjson

namespace {

struct Storage {
  std::vector<QJNode> nodes;
  std::string text;
};

/// Returns whether a number has only zeros before its exponent. RapidJSON parses 0e-30 as another value.
bool isZero(const char *next, const char *end) {
  while (next < end && (*next < '1' || *next > '9') && *next != 'e' && *next != 'E') next++;
  return next == end || *next == 'e' || *next == 'E';
}

/// Returns whether text contains a surrogate. RapidJSON accepts an unpaired escaped low surrogate; its UTF-8 form is ED
/// A0..BF, which is not valid.
bool holdsSurrogate(const char *bytes, size_t length) {
  const char *end = bytes + length;
  for (const char *next = bytes; (next = static_cast<const char *>(std::memchr(next, 0xED, end - next))); next++) {
    if (next + 1 < end && static_cast<unsigned char>(next[1]) >= 0xA0) return true;
  }
  return false;
}

/// Receives the reader's events and records them as nodes.
struct Recorder {
  Storage &storage;
  const Text &text;
  unsigned maximumDepth;
  const QJVisitor *visitor;
  /// Whether the input contains an escape.
  const bool hasEscapes;
  /// The node of the array whose elements are passed to the visitor; 0, the root, before it begins.
  uint32_t visited = 0;
  /// The node of the key before it; 0 before the key is read.
  uint32_t visitedKey = 0;
  /// The size of the decoded text when that array began, in bytes.
  size_t visitedText = 0;
  std::vector<uint32_t> open;
  QJFault fault = QJFaultNone;

  Recorder(Storage &storage, const Text &text, unsigned depth, const QJVisitor *visitor)
      : storage(storage), text(text), maximumDepth(depth), visitor(visitor),
        hasEscapes(text.end > text.begin && std::memchr(text.begin, '\\', text.end - text.begin)) {}

  bool isInVisited() const { return visited && open.size() == 2 && open.back() == visited; }

  bool isVisitedKey(const QJNode &node) const {
    return visitor && !visitedKey && open.size() == 1 && qj_kind(&storage.nodes[0]) == QJNodeObject &&
           qj_length(&node) == visitor->keyLength &&
           std::memcmp(storage.text.data() + qj_text(&node), visitor->key, visitor->keyLength) == 0;
  }

  /// Passes the last element of the visited array to the visitor and discards it. Returns false if the visitor stops
  /// the parse.
  bool visit() {
    const uint32_t element = visited + 1;
    const bool goesOn = visitor->visit(visitor->context, storage.nodes.data(), storage.text.data(), element);
    storage.nodes.resize(element);
    storage.text.resize(visitedText);
    if (!goesOn) fault = QJFaultStopped;
    return goesOn;
  }

  /// Returns where the reported token begins, in bytes.
  size_t position() const { return static_cast<size_t>(text.token - text.begin); }

  bool add(QJNodeKind kind, uint64_t content = 0) {
    if (kind != QJNodeKey && !open.empty()) storage.nodes[open.back()].content++;
    storage.nodes.push_back({static_cast<uint32_t>(position()), 1u << 3 | kind, content});
    return true;
  }
  bool addText(QJNodeKind kind, const char *bytes, uint32_t length) {
    if (hasEscapes && holdsSurrogate(bytes, length)) {
      fault = QJFaultSurrogate;
      return false;
    }
    const uint64_t content = static_cast<uint64_t>(length) << 32 | storage.text.size();
    storage.text.append(bytes, length);
    return add(kind, content);
  }
  bool addScalar(QJNodeKind kind, uint64_t content = 0) { return add(kind, content) && (!isInVisited() || visit()); }
  bool addNumber(double number) {
    uint64_t bits;
    std::memcpy(&bits, &number, sizeof bits);
    return addScalar(QJNodeNumber, bits);
  }
  bool begin(QJNodeKind kind) {
    if (open.size() >= maximumDepth) {
      fault = QJFaultDepth;
      return false;
    }
    add(kind);
    const uint32_t index = static_cast<uint32_t>(storage.nodes.size()) - 1;
    if (kind == QJNodeArray && visitedKey && open.size() == 1 && index == visitedKey + 1) {
      visited = index;
      visitedText = storage.text.size();
    }
    open.push_back(index);
    return true;
  }
  bool finish() {
    QJNode &node = storage.nodes[open.back()];
    node.extent = static_cast<uint32_t>(storage.nodes.size() - open.back()) << 3 | (node.extent & 7);
    open.pop_back();
    return !isInVisited() || visit();
  }

  bool Null() { return addScalar(QJNodeNull); }
  bool Bool(bool value) { return addScalar(value ? QJNodeTrue : QJNodeFalse); }
  bool Int(int value) { return addNumber(value); }
  bool Uint(unsigned value) { return addNumber(value); }
  bool Int64(int64_t value) { return addNumber(static_cast<double>(value)); }
  bool Uint64(uint64_t value) { return addNumber(static_cast<double>(value)); }
  bool Double(double value) { return addNumber(isZero(text.token, text.next) ? 0 : value); }
  bool RawNumber(const char *, rapidjson::SizeType, bool) { return false; }
  bool String(const char *bytes, rapidjson::SizeType length, bool) {
    return addText(QJNodeString, bytes, length) && (!isInVisited() || visit());
  }
  bool Key(const char *bytes, rapidjson::SizeType length, bool) {
    if (!addText(QJNodeKey, bytes, length)) return false;
    storage.nodes[open.back()].content |= static_cast<uint64_t>(qj_mark(bytes, length)) << 32;
    if (isVisitedKey(storage.nodes.back())) visitedKey = static_cast<uint32_t>(storage.nodes.size()) - 1;
    return true;
  }
  bool StartObject() { return begin(QJNodeObject); }
  bool EndObject(rapidjson::SizeType) { return finish(); }
  bool StartArray() { return begin(QJNodeArray); }
  bool EndArray(rapidjson::SizeType) { return finish(); }
};

QJFault faultOf(rapidjson::ParseErrorCode code) {
  switch (code) {
  case rapidjson::kParseErrorNone: return QJFaultNone;
  case rapidjson::kParseErrorDocumentEmpty: return QJFaultEmpty;
  case rapidjson::kParseErrorDocumentRootNotSingular: return QJFaultTrailing;
  case rapidjson::kParseErrorObjectMissName: return QJFaultKey;
  case rapidjson::kParseErrorObjectMissColon: return QJFaultColon;
  case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket: return QJFaultCommaOrBrace;
  case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: return QJFaultCommaOrBracket;
  case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
  case rapidjson::kParseErrorStringEscapeInvalid: return QJFaultEscape;
  case rapidjson::kParseErrorStringUnicodeSurrogateInvalid: return QJFaultSurrogate;
  case rapidjson::kParseErrorStringMissQuotationMark: return QJFaultUnclosedString;
  case rapidjson::kParseErrorStringInvalidEncoding: return QJFaultEncoding;
  case rapidjson::kParseErrorNumberTooBig: return QJFaultNumberTooBig;
  case rapidjson::kParseErrorNumberMissFraction:
  case rapidjson::kParseErrorNumberMissExponent: return QJFaultNumber;
  default: return QJFaultValue;
  }
}

/// Returns the length, in bytes, of the non-ASCII character at `next`; 0 if it is not valid UTF-8 (RFC 3629).
size_t characterLength(const unsigned char *next, const unsigned char *end) {
  const auto follows = [&](size_t place, unsigned char low = 0x80, unsigned char high = 0xBF) {
    return next + place < end && next[place] >= low && next[place] <= high;
  };
  const unsigned char first = next[0];
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    // Rejects overlong forms and surrogates.
    const bool starts = follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
    return starts && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool starts = follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
    return starts && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

/// Returns whether the word begins with a valid character of three bytes, as Chinese characters are.
bool isOfThree(uint64_t word) {
  // E0 before 80..9F would be overlong, and ED before A0..BF a surrogate.
  const uint64_t limits = word & 0x200F;
  return (word & 0xC0C0F0) == 0x8080E0 && limits != 0 && limits != 0x200D;
}

bool isUTF8(const char *bytes, size_t length) {
  const unsigned char *next = reinterpret_cast<const unsigned char *>(bytes);
  const unsigned char *end = next + length;
  while (next < end) {
    uint64_t word;
    if (end - next >= 8 && (std::memcpy(&word, next, 8), (word & eachByte(0x80)) == 0)) {
      next += 8;
    } else if (end - next >= 8 && isOfThree(word)) {
      next += 3;
    } else if (*next < 0x80) {
      next++;
    } else {
      const size_t count = characterLength(next, end);
      if (count == 0) return false;
      next += count;
    }
  }
  return true;
}

/// Parses into `storage`. Returns the fault and sets its offset.
template <unsigned flags>
QJFault parse(const char *bytes, size_t length, unsigned depth, const QJVisitor *visitor, Storage &storage,
              size_t &faultOffset) {
  const size_t skipped = length >= 3 && std::memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  storage.nodes.reserve(visitor ? 1024 : length / 12 + 16);
  Text text(bytes, length, skipped);
  rapidjson::Reader reader;
  Recorder recorder(storage, text, depth, visitor);
  const rapidjson::ParseResult result = reader.Parse<flags>(text, recorder);
  if (result.IsError()) {
    if (recorder.fault != QJFaultNone) {
      faultOffset = recorder.position();
      return recorder.fault;
    }
    faultOffset = result.Offset();
    const QJFault fault = faultOf(result.Code());
    const bool isControl = faultOffset < length && static_cast<unsigned char>(bytes[faultOffset]) < 0x20;
    return isControl && (fault == QJFaultEncoding || fault == QJFaultUnclosedString) ? QJFaultControlInString : fault;
  }
  // The reader treats the end of the text like a NUL, so a real NUL is detected here.
  if (text.Tell() < length) {
    faultOffset = text.Tell();
    return QJFaultTrailing;
  }
  return QJFaultNone;
}

} // namespace

QJDocument qj_parse(const char *bytes, size_t length, unsigned maximumDepth, const QJVisitor *visitor) {
  QJDocument document = {};
  Storage *storage = nullptr;
  try {
    storage = new Storage;
    size_t faultOffset = 0;
    constexpr unsigned flags = rapidjson::kParseFullPrecisionFlag;
    // The reader validates each byte of a character separately. That takes several times as long, but reports the
    // position of an error.
    const auto parseAll =
        isUTF8(bytes, length) ? parse<flags> : parse<flags | rapidjson::kParseValidateEncodingFlag>;
    document.fault = parseAll(bytes, length, maximumDepth, visitor, *storage, faultOffset);
    document.faultOffset = static_cast<uint32_t>(faultOffset);
  } catch (const std::bad_alloc &) {
    document.fault = QJFaultMemory;
  }
  if (storage) {
    document.nodes = storage->nodes.data();
    document.count = static_cast<uint32_t>(storage->nodes.size());
    document.text = storage->text.data();
    document.storage = storage;
  }
  return document;
}

void qj_free(QJDocument document) { delete static_cast<Storage *>(document.storage); }

bool qj_holds(const void *bytes, size_t length, const char *word) {
  return memmem(bytes, length, word, strlen(word)) != nullptr;
}
