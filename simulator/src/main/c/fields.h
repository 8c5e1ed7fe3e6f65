/* Where the fields of each result lie that a reader has to be careful with. */
#ifndef FIELDS_H
#define FIELDS_H

#include "xfs.h"

enum field_kind {
    FIELD_STRING,  /* a pointer to a text */
    FIELD_POINTER, /* a pointer to anything else */
    FIELD_LIST,    /* a pointer to a list of pointers that NULL ends */
    FIELD_COUNT16,
    FIELD_COUNT32,
    FIELD_WORDS, /* enumerations or masks of 16 bits, so many in a row */
    FIELD_DWORDS /* of 32 bits */
};

struct field {
    char result; /* 'i'nfo, 'c'ommand, 'e'vent */
    DWORD code;
    BOOL of_each; /* the buffer is a list of pointers that NULL ends, and this is in each of what they point at */
    enum field_kind kind;
    size_t place;
    size_t count;
};

/* Ends with a result of 0. */
extern const struct field FIELDS[];

/* Whether the buffer of that result is such a list. */
BOOL is_list(char result, DWORD code);

#endif
