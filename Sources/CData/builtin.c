// Written by script/embed.
#include "CData.h"

static const unsigned char file0[] = {
#embed "../../fixtures/qianjiang/classifications.json"
};
static const unsigned char file1[] = {
#embed "../../fixtures/qianjiang/clusters.json"
};
static const unsigned char file2[] = {
#embed "../../fixtures/qianjiang/conflicts.json"
};
static const unsigned char file3[] = {
#embed "../../fixtures/qianjiang/dataset.json"
};
static const unsigned char file4[] = {
#embed "../../fixtures/qianjiang/enterprises.json"
};
static const unsigned char file5[] = {
#embed "../../fixtures/qianjiang/figures-plan-2021.json"
};
static const unsigned char file6[] = {
#embed "../../fixtures/qianjiang/figures-press.json"
};
static const unsigned char file7[] = {
#embed "../../fixtures/qianjiang/figures-strong-city-2022.json"
};
static const unsigned char file8[] = {
#embed "../../fixtures/qianjiang/indicators.json"
};
static const unsigned char file9[] = {
#embed "../../fixtures/qianjiang/organisations.json"
};
static const unsigned char file10[] = {
#embed "../../fixtures/qianjiang/parks.json"
};
static const unsigned char file11[] = {
#embed "../../fixtures/qianjiang/plans.json"
};
static const unsigned char file12[] = {
#embed "../../fixtures/qianjiang/programmes.json"
};
static const unsigned char file13[] = {
#embed "../../fixtures/qianjiang/projects.json"
};
static const unsigned char file14[] = {
#embed "../../fixtures/qianjiang/sources.json"
};
static const unsigned char file15[] = {
#embed "../../fixtures/qianjiang/strengths.json"
};
static const unsigned char file16[] = {
#embed "../../fixtures/qianjiang/vocabulary.json"
};

static const QJEmbeddedFile qj_builtin_files[] = {
    {"classifications.json", file0, sizeof file0},
    {"clusters.json", file1, sizeof file1},
    {"conflicts.json", file2, sizeof file2},
    {"dataset.json", file3, sizeof file3},
    {"enterprises.json", file4, sizeof file4},
    {"figures-plan-2021.json", file5, sizeof file5},
    {"figures-press.json", file6, sizeof file6},
    {"figures-strong-city-2022.json", file7, sizeof file7},
    {"indicators.json", file8, sizeof file8},
    {"organisations.json", file9, sizeof file9},
    {"parks.json", file10, sizeof file10},
    {"plans.json", file11, sizeof file11},
    {"programmes.json", file12, sizeof file12},
    {"projects.json", file13, sizeof file13},
    {"sources.json", file14, sizeof file14},
    {"strengths.json", file15, sizeof file15},
    {"vocabulary.json", file16, sizeof file16},
};

const size_t qj_builtin_count = sizeof qj_builtin_files / sizeof qj_builtin_files[0];

const QJEmbeddedFile *qj_builtin(void) { return qj_builtin_files; }
