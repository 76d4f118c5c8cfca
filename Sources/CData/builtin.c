// Written by script/embed.
#include "CData.h"

static const _Alignas(16) unsigned char builtin[] = {
#embed "builtin.bin"
};

const void *qj_builtin(void) { return builtin; }

static const unsigned char themes0[] = {
#embed "../../themes/colour-blind.json"
};
static const unsigned char themes1[] = {
#embed "../../themes/dark.json"
};
static const unsigned char themes2[] = {
#embed "../../themes/high-contrast.json"
};
static const unsigned char themes3[] = {
#embed "../../themes/light.json"
};
static const unsigned char themes4[] = {
#embed "../../themes/monochrome.json"
};

static const QJEmbeddedFile qj_themes_files[] = {
    {"colour-blind.json", themes0, sizeof themes0},
    {"dark.json", themes1, sizeof themes1},
    {"high-contrast.json", themes2, sizeof themes2},
    {"light.json", themes3, sizeof themes3},
    {"monochrome.json", themes4, sizeof themes4},
};

const size_t qj_themes_count = sizeof qj_themes_files / sizeof qj_themes_files[0];

const QJEmbeddedFile *qj_themes(void) { return qj_themes_files; }

static const unsigned char schemas0[] = {
#embed "../../schemas/classifications.schema.json"
};
static const unsigned char schemas1[] = {
#embed "../../schemas/clusters.schema.json"
};
static const unsigned char schemas2[] = {
#embed "../../schemas/common.schema.json"
};
static const unsigned char schemas3[] = {
#embed "../../schemas/config.schema.json"
};
static const unsigned char schemas4[] = {
#embed "../../schemas/conflicts.schema.json"
};
static const unsigned char schemas5[] = {
#embed "../../schemas/dataset.schema.json"
};
static const unsigned char schemas6[] = {
#embed "../../schemas/decisions.schema.json"
};
static const unsigned char schemas7[] = {
#embed "../../schemas/diff.schema.json"
};
static const unsigned char schemas8[] = {
#embed "../../schemas/duties.schema.json"
};
static const unsigned char schemas9[] = {
#embed "../../schemas/enterprises.schema.json"
};
static const unsigned char schemas10[] = {
#embed "../../schemas/figures.schema.json"
};
static const unsigned char schemas11[] = {
#embed "../../schemas/indicators.schema.json"
};
static const unsigned char schemas12[] = {
#embed "../../schemas/measures.schema.json"
};
static const unsigned char schemas13[] = {
#embed "../../schemas/organisations.schema.json"
};
static const unsigned char schemas14[] = {
#embed "../../schemas/parks.schema.json"
};
static const unsigned char schemas15[] = {
#embed "../../schemas/plans.schema.json"
};
static const unsigned char schemas16[] = {
#embed "../../schemas/problems.schema.json"
};
static const unsigned char schemas17[] = {
#embed "../../schemas/programmes.schema.json"
};
static const unsigned char schemas18[] = {
#embed "../../schemas/projects.schema.json"
};
static const unsigned char schemas19[] = {
#embed "../../schemas/recipe.schema.json"
};
static const unsigned char schemas20[] = {
#embed "../../schemas/reports.schema.json"
};
static const unsigned char schemas21[] = {
#embed "../../schemas/sources.schema.json"
};
static const unsigned char schemas22[] = {
#embed "../../schemas/statuses.schema.json"
};
static const unsigned char schemas23[] = {
#embed "../../schemas/strengths.schema.json"
};
static const unsigned char schemas24[] = {
#embed "../../schemas/theme.schema.json"
};
static const unsigned char schemas25[] = {
#embed "../../schemas/vocabulary.schema.json"
};
static const unsigned char schemas26[] = {
#embed "../../schemas/words.schema.json"
};

static const QJEmbeddedFile qj_schemas_files[] = {
    {"classifications.schema.json", schemas0, sizeof schemas0},
    {"clusters.schema.json", schemas1, sizeof schemas1},
    {"common.schema.json", schemas2, sizeof schemas2},
    {"config.schema.json", schemas3, sizeof schemas3},
    {"conflicts.schema.json", schemas4, sizeof schemas4},
    {"dataset.schema.json", schemas5, sizeof schemas5},
    {"decisions.schema.json", schemas6, sizeof schemas6},
    {"diff.schema.json", schemas7, sizeof schemas7},
    {"duties.schema.json", schemas8, sizeof schemas8},
    {"enterprises.schema.json", schemas9, sizeof schemas9},
    {"figures.schema.json", schemas10, sizeof schemas10},
    {"indicators.schema.json", schemas11, sizeof schemas11},
    {"measures.schema.json", schemas12, sizeof schemas12},
    {"organisations.schema.json", schemas13, sizeof schemas13},
    {"parks.schema.json", schemas14, sizeof schemas14},
    {"plans.schema.json", schemas15, sizeof schemas15},
    {"problems.schema.json", schemas16, sizeof schemas16},
    {"programmes.schema.json", schemas17, sizeof schemas17},
    {"projects.schema.json", schemas18, sizeof schemas18},
    {"recipe.schema.json", schemas19, sizeof schemas19},
    {"reports.schema.json", schemas20, sizeof schemas20},
    {"sources.schema.json", schemas21, sizeof schemas21},
    {"statuses.schema.json", schemas22, sizeof schemas22},
    {"strengths.schema.json", schemas23, sizeof schemas23},
    {"theme.schema.json", schemas24, sizeof schemas24},
    {"vocabulary.schema.json", schemas25, sizeof schemas25},
    {"words.schema.json", schemas26, sizeof schemas26},
};

const size_t qj_schemas_count = sizeof qj_schemas_files / sizeof qj_schemas_files[0];

const QJEmbeddedFile *qj_schemas(void) { return qj_schemas_files; }

static const unsigned char words0[] = {
#embed "../../words/offices.json"
};

static const QJEmbeddedFile qj_words_files[] = {
    {"offices.json", words0, sizeof words0},
};

const size_t qj_words_count = sizeof qj_words_files / sizeof qj_words_files[0];

const QJEmbeddedFile *qj_words(void) { return qj_words_files; }

static const unsigned char templates0[] = {
#embed "../../templates/README.en.md"
};
static const unsigned char templates1[] = {
#embed "../../templates/README.zh.md"
};
static const unsigned char templates2[] = {
#embed "../../templates/classifications.json"
};
static const unsigned char templates3[] = {
#embed "../../templates/clusters.json"
};
static const unsigned char templates4[] = {
#embed "../../templates/conflicts.json"
};
static const unsigned char templates5[] = {
#embed "../../templates/dataset.json"
};
static const unsigned char templates6[] = {
#embed "../../templates/decisions.json"
};
static const unsigned char templates7[] = {
#embed "../../templates/duties.json"
};
static const unsigned char templates8[] = {
#embed "../../templates/enterprises.json"
};
static const unsigned char templates9[] = {
#embed "../../templates/example-plan.en.txt"
};
static const unsigned char templates10[] = {
#embed "../../templates/example-plan.zh.txt"
};
static const unsigned char templates11[] = {
#embed "../../templates/figures.json"
};
static const unsigned char templates12[] = {
#embed "../../templates/indicators.json"
};
static const unsigned char templates13[] = {
#embed "../../templates/measures.json"
};
static const unsigned char templates14[] = {
#embed "../../templates/organisations.json"
};
static const unsigned char templates15[] = {
#embed "../../templates/parks.json"
};
static const unsigned char templates16[] = {
#embed "../../templates/plans.json"
};
static const unsigned char templates17[] = {
#embed "../../templates/problems.json"
};
static const unsigned char templates18[] = {
#embed "../../templates/programmes.json"
};
static const unsigned char templates19[] = {
#embed "../../templates/projects.json"
};
static const unsigned char templates20[] = {
#embed "../../templates/reports.json"
};
static const unsigned char templates21[] = {
#embed "../../templates/sources.json"
};
static const unsigned char templates22[] = {
#embed "../../templates/statuses.json"
};
static const unsigned char templates23[] = {
#embed "../../templates/strengths.json"
};
static const unsigned char templates24[] = {
#embed "../../templates/vocabulary.json"
};

static const QJEmbeddedFile qj_templates_files[] = {
    {"README.en.md", templates0, sizeof templates0},
    {"README.zh.md", templates1, sizeof templates1},
    {"classifications.json", templates2, sizeof templates2},
    {"clusters.json", templates3, sizeof templates3},
    {"conflicts.json", templates4, sizeof templates4},
    {"dataset.json", templates5, sizeof templates5},
    {"decisions.json", templates6, sizeof templates6},
    {"duties.json", templates7, sizeof templates7},
    {"enterprises.json", templates8, sizeof templates8},
    {"example-plan.en.txt", templates9, sizeof templates9},
    {"example-plan.zh.txt", templates10, sizeof templates10},
    {"figures.json", templates11, sizeof templates11},
    {"indicators.json", templates12, sizeof templates12},
    {"measures.json", templates13, sizeof templates13},
    {"organisations.json", templates14, sizeof templates14},
    {"parks.json", templates15, sizeof templates15},
    {"plans.json", templates16, sizeof templates16},
    {"problems.json", templates17, sizeof templates17},
    {"programmes.json", templates18, sizeof templates18},
    {"projects.json", templates19, sizeof templates19},
    {"reports.json", templates20, sizeof templates20},
    {"sources.json", templates21, sizeof templates21},
    {"statuses.json", templates22, sizeof templates22},
    {"strengths.json", templates23, sizeof templates23},
    {"vocabulary.json", templates24, sizeof templates24},
};

const size_t qj_templates_count = sizeof qj_templates_files / sizeof qj_templates_files[0];

const QJEmbeddedFile *qj_templates(void) { return qj_templates_files; }
