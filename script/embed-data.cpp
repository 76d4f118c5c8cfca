// Writes the built-in data in the form that the program reads in place: the nodes of each file, and one copy of each text.
//
//     embed-data FILE… > DATA
//
// script/embed compiles and runs it, with the parser of Sources/CJSON.
#include "CJSON.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

/// The texts in the order of their first use, each with a zero byte after it.
struct Texts {
  std::map<std::string, uint32_t> places;
  std::string text;

  uint32_t place(const std::string &word) {
    const auto [found, isNew] = places.try_emplace(word, static_cast<uint32_t>(text.size()));
    if (isNew) text.append(word.c_str(), word.size() + 1);
    return found->second;
  }
};

/// The line, and in the lowest 12 bits the column, of each byte of a file; both count from 1.
struct Places {
  const std::string &text;
  size_t next = 0, start = 0;
  uint32_t line = 1;

  uint32_t place(size_t offset) {
    for (; next < offset; next++) {
      if (text[next] == '\n') start = next + 1, line++;
    }
    return line << 12 | static_cast<uint32_t>(offset - start + 1);
  }
};

template <typename Value> void write(const Value *values, size_t count) { std::fwrite(values, sizeof(Value), count, stdout); }

} // namespace

int main(int count, char **words) {
  Texts texts;
  std::vector<QJNode> nodes;
  std::vector<uint32_t> heads;
  const uint32_t size = (static_cast<uint32_t>(2 + 2 * (count - 1)) * 4 + 15) / 16 * 16;
  for (int index = 1; index < count; index++) {
    std::ifstream file(words[index], std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    const QJDocument document = qj_parse(bytes.data(), bytes.size(), 64, nullptr);
    if (!file || document.fault != QJFaultNone) {
      std::fprintf(stderr, "embed-data: cannot read %s: fault %d at byte %u\n", words[index], document.fault, document.faultOffset);
      return 65;
    }
    const char *name = std::strrchr(words[index], '/');
    heads.push_back(texts.place(name ? name + 1 : words[index]));
    heads.push_back(size + static_cast<uint32_t>(nodes.size() * sizeof(QJNode)));
    Places places{bytes};
    for (uint32_t number = 0; number < document.count; number++) {
      QJNode node = document.nodes[number];
      const size_t offset = node.place;
      node.place = places.place(offset);
      if (offset - places.start + 1 > 0xFFF || places.line > 0xFFFFF) {
        std::fprintf(stderr, "embed-data: line %u of %s is too long\n", places.line, words[index]);
        return 65;
      }
      if (qj_kind(&node) == QJNodeString || qj_kind(&node) == QJNodeKey) {
        const std::string word(document.text + qj_text(&node), qj_length(&node));
        const bool isASCII = std::all_of(word.begin(), word.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
        node.content = (static_cast<uint64_t>(word.size()) | static_cast<uint64_t>(isASCII) << 31) << 32 | texts.place(word);
      }
      nodes.push_back(node);
    }
    qj_free(document);
  }
  const uint32_t head[] = {static_cast<uint32_t>(count - 1), size + static_cast<uint32_t>(nodes.size() * sizeof(QJNode))};
  const char blank[16] = {};
  write(head, 2);
  write(heads.data(), heads.size());
  write(blank, size - sizeof head - heads.size() * sizeof heads[0]);
  write(nodes.data(), nodes.size());
  write(texts.text.data(), texts.text.size());
  return std::fflush(stdout) == 0 && !std::ferror(stdout) ? 0 : 74;
}
