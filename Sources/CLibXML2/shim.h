#pragma once
// Debian builds libxml2 with ICU, whose headers clash with the ICU that Foundation carries:
// the switch is turned off before any other header is read. Nothing of ours uses it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
