#pragma once
#include <stddef.h>

/// One embedded table: its bytes are UTF-8 text, tab-separated, as in Catalog/Nomenclatures.
typedef struct {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t length;
} PasserelleTable;

/// The table called `name`, without its ending (`"cpv"`), or null.
const PasserelleTable *_Nullable passerelle_table(const char *_Nonnull name);
