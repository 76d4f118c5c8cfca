// Written by script/embed.
#include "CData.h"

static const unsigned char file0[] = {
#embed "../../fixtures/qianjiang/clusters-six-a.json"
};
static const unsigned char file1[] = {
#embed "../../fixtures/qianjiang/clusters-six-b.json"
};
static const unsigned char file2[] = {
#embed "../../fixtures/qianjiang/dataset.json"
};
static const unsigned char file3[] = {
#embed "../../fixtures/qianjiang/enterprises-six-a.json"
};
static const unsigned char file4[] = {
#embed "../../fixtures/qianjiang/enterprises-six-b.json"
};
static const unsigned char file5[] = {
#embed "../../fixtures/qianjiang/figures-plan-2021.json"
};
static const unsigned char file6[] = {
#embed "../../fixtures/qianjiang/figures-strong-city.json"
};
static const unsigned char file7[] = {
#embed "../../fixtures/qianjiang/indicators-plan-2021.json"
};
static const unsigned char file8[] = {
#embed "../../fixtures/qianjiang/indicators-strong-city.json"
};
static const unsigned char file9[] = {
#embed "../../fixtures/qianjiang/organisations.json"
};
static const unsigned char file10[] = {
#embed "../../fixtures/qianjiang/parks-plan-2021.json"
};
static const unsigned char file11[] = {
#embed "../../fixtures/qianjiang/parks-strong-city.json"
};
static const unsigned char file12[] = {
#embed "../../fixtures/qianjiang/plans.json"
};
static const unsigned char file13[] = {
#embed "../../fixtures/qianjiang/programmes-plan-2021.json"
};
static const unsigned char file14[] = {
#embed "../../fixtures/qianjiang/programmes-strong-city.json"
};
static const unsigned char file15[] = {
#embed "../../fixtures/qianjiang/projects-six-a.json"
};
static const unsigned char file16[] = {
#embed "../../fixtures/qianjiang/projects-six-b.json"
};
static const unsigned char file17[] = {
#embed "../../fixtures/qianjiang/projects-strong-city.json"
};
static const unsigned char file18[] = {
#embed "../../fixtures/qianjiang/sources.json"
};
static const unsigned char file19[] = {
#embed "../../fixtures/qianjiang/strengths-plan-2021.json"
};
static const unsigned char file20[] = {
#embed "../../fixtures/qianjiang/vocabulary.json"
};

static const QJEmbeddedFile qj_builtin_files[] = {
    {"clusters-six-a.json", file0, sizeof file0},
    {"clusters-six-b.json", file1, sizeof file1},
    {"dataset.json", file2, sizeof file2},
    {"enterprises-six-a.json", file3, sizeof file3},
    {"enterprises-six-b.json", file4, sizeof file4},
    {"figures-plan-2021.json", file5, sizeof file5},
    {"figures-strong-city.json", file6, sizeof file6},
    {"indicators-plan-2021.json", file7, sizeof file7},
    {"indicators-strong-city.json", file8, sizeof file8},
    {"organisations.json", file9, sizeof file9},
    {"parks-plan-2021.json", file10, sizeof file10},
    {"parks-strong-city.json", file11, sizeof file11},
    {"plans.json", file12, sizeof file12},
    {"programmes-plan-2021.json", file13, sizeof file13},
    {"programmes-strong-city.json", file14, sizeof file14},
    {"projects-six-a.json", file15, sizeof file15},
    {"projects-six-b.json", file16, sizeof file16},
    {"projects-strong-city.json", file17, sizeof file17},
    {"sources.json", file18, sizeof file18},
    {"strengths-plan-2021.json", file19, sizeof file19},
    {"vocabulary.json", file20, sizeof file20},
};

const size_t qj_builtin_count = sizeof qj_builtin_files / sizeof qj_builtin_files[0];

const QJEmbeddedFile *qj_builtin(void) { return qj_builtin_files; }
