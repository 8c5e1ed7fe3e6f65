/* Results as no provider should give them. */
#ifndef HOSTILE_H
#define HOSTILE_H

#include "xfs.h"

#define PATH_MAX_STEPS 4
#define PATCH_BYTES_MAX 16

enum hostile {
    HOSTILE_NONE,
    HOSTILE_NULL,
    HOSTILE_WILD,
    HOSTILE_SHORT,
    HOSTILE_NULL_INSIDE,
    HOSTILE_WILD_INSIDE,
    HOSTILE_UNTERMINATED,
    HOSTILE_NO_END,
    HOSTILE_LYING_COUNTS,
    HOSTILE_UNKNOWN_ENUMS,
    HOSTILE_RESERVED_BITS,
    HOSTILE_PATCH
};

/* What is made of which of a device's results. */
struct hostility {
    enum hostile what;
    char kind; /* 'i'nfo, 'c'ommand, 'e'vent, or 0 for all */
    DWORD code;
    size_t path[PATH_MAX_STEPS]; /* places; each but the last holds a pointer that is followed */
    int steps;
    BYTE patch[PATCH_BYTES_MAX];
    size_t patch_bytes;
};

struct device;
struct parcel;
/* Reads "WHAT [info|command|event CODE [PATH HEX]]"; FALSE where that cannot be. */
BOOL make_hostile(struct hostility *hostility, int count, char **words);
/* Makes of a result what the device is told to make of it. */
void spoil(struct parcel *parcel, struct device *device, UINT message, DWORD code);

#endif
