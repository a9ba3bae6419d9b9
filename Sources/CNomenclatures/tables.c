// The tables of Catalog/Nomenclatures, embedded at compile time: the binary stands alone and can be moved.
// Adding a table: one array below and one line in the list. `#embed` keeps the compile time at about a second.
#include "CNomenclatures.h"
#include <string.h>

static const unsigned char cpv[] = {
#embed "../../Catalog/Nomenclatures/cpv.tsv"
};
static const unsigned char cpv_social_services[] = {
#embed "../../Catalog/Nomenclatures/cpv-social-services.tsv"
};
static const unsigned char naf2[] = {
#embed "../../Catalog/Nomenclatures/naf2.tsv"
};
static const unsigned char naf2025[] = {
#embed "../../Catalog/Nomenclatures/naf2025.tsv"
};
static const unsigned char naf_bridge[] = {
#embed "../../Catalog/Nomenclatures/naf-bridge.tsv"
};
static const unsigned char legal_categories[] = {
#embed "../../Catalog/Nomenclatures/legal-categories.tsv"
};
static const unsigned char communes[] = {
#embed "../../Catalog/Nomenclatures/communes.tsv"
};
static const unsigned char former_communes[] = {
#embed "../../Catalog/Nomenclatures/former-communes.tsv"
};
static const unsigned char departements[] = {
#embed "../../Catalog/Nomenclatures/departements.tsv"
};
static const unsigned char epci[] = {
#embed "../../Catalog/Nomenclatures/epci.tsv"
};
static const unsigned char nuts[] = {
#embed "../../Catalog/Nomenclatures/nuts.tsv"
};
static const unsigned char nuts_legacy[] = {
#embed "../../Catalog/Nomenclatures/nuts-legacy.tsv"
};
static const unsigned char cpv_travel[] = {
#embed "../../Catalog/Nomenclatures/cpv-travel.tsv"
};
static const unsigned char cpv_naf[] = {
#embed "../../Catalog/Nomenclatures/cpv-naf.tsv"
};
static const unsigned char sectors[] = {
#embed "../../Catalog/Nomenclatures/sectors.tsv"
};
static const unsigned char rome[] = {
#embed "../../Catalog/Nomenclatures/rome.tsv"
};
static const unsigned char rome_titles[] = {
#embed "../../Catalog/Nomenclatures/rome-titles.tsv"
};
static const unsigned char trade_lexicon[] = {
#embed "../../Catalog/Nomenclatures/trade-lexicon.tsv"
};
static const unsigned char workforce_bands[] = {
#embed "../../Catalog/Nomenclatures/workforce-bands.tsv"
};
static const unsigned char abbreviations[] = {
#embed "../../Catalog/Nomenclatures/abbreviations.tsv"
};
static const unsigned char stopwords[] = {
#embed "../../Catalog/Nomenclatures/stopwords.txt"
};
static const unsigned char stopwords_procurement[] = {
#embed "../../Catalog/Nomenclatures/stopwords-procurement.txt"
};
static const unsigned char spelling_exceptions[] = {
#embed "../../Catalog/Nomenclatures/spelling-exceptions.txt"
};
static const unsigned char stopwords_filler[] = {
#embed "../../Catalog/Nomenclatures/stopwords-filler.txt"
};
static const unsigned char supply_words[] = {
#embed "../../Catalog/Nomenclatures/supply-words.txt"
};
static const unsigned char sibling_trades[] = {
#embed "../../Catalog/Nomenclatures/sibling-trades.tsv"
};
static const unsigned char trade_scale[] = {
#embed "../../Catalog/Nomenclatures/trade-scale.tsv"
};
static const unsigned char eforms_codes[] = {
#embed "../../Catalog/Nomenclatures/eforms-codes.tsv"
};
static const unsigned char weights[] = {
#embed "../../Catalog/Nomenclatures/weights.tsv"
};
static const unsigned char reservations[] = {
#embed "../../Catalog/Law/reservations.tsv"
};
static const unsigned char cpv_model[] = {
#embed "../../Catalog/Models/cpv.model"
};

static const PasserelleTable tables[] = {
    {"cpv", cpv, sizeof cpv},
    {"cpv-social-services", cpv_social_services, sizeof cpv_social_services},
    {"naf2", naf2, sizeof naf2},
    {"naf2025", naf2025, sizeof naf2025},
    {"naf-bridge", naf_bridge, sizeof naf_bridge},
    {"legal-categories", legal_categories, sizeof legal_categories},
    {"communes", communes, sizeof communes},
    {"former-communes", former_communes, sizeof former_communes},
    {"departements", departements, sizeof departements},
    {"epci", epci, sizeof epci},
    {"nuts", nuts, sizeof nuts},
    {"nuts-legacy", nuts_legacy, sizeof nuts_legacy},
    {"cpv-travel", cpv_travel, sizeof cpv_travel},
    {"cpv-naf", cpv_naf, sizeof cpv_naf},
    {"sectors", sectors, sizeof sectors},
    {"rome", rome, sizeof rome},
    {"rome-titles", rome_titles, sizeof rome_titles},
    {"trade-lexicon", trade_lexicon, sizeof trade_lexicon},
    {"workforce-bands", workforce_bands, sizeof workforce_bands},
    {"abbreviations", abbreviations, sizeof abbreviations},
    {"stopwords", stopwords, sizeof stopwords},
    {"stopwords-procurement", stopwords_procurement, sizeof stopwords_procurement},
    {"spelling-exceptions", spelling_exceptions, sizeof spelling_exceptions},
    {"stopwords-filler", stopwords_filler, sizeof stopwords_filler},
    {"supply-words", supply_words, sizeof supply_words},
    {"sibling-trades", sibling_trades, sizeof sibling_trades},
    {"trade-scale", trade_scale, sizeof trade_scale},
    {"eforms-codes", eforms_codes, sizeof eforms_codes},
    {"weights", weights, sizeof weights},
    {"reservations", reservations, sizeof reservations},
    {"cpv-model", cpv_model, sizeof cpv_model},
};

const PasserelleTable *passerelle_table(const char *name) {
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (strcmp(tables[i].name, name) == 0)
            return &tables[i];
    return 0;
}
