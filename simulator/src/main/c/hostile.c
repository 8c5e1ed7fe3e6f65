/* Spoiling results, in the ways in which bad providers and broken memory spoil them. */
#include "hostile.h"

#include "fields.h"
#include "manager.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_BYTES 64
#define LIST_LENGTH 8

static const char *const NAMES[] = {
    "none",         "null",   "wild",         "short",         "null-inside",   "wild-inside",
    "unterminated", "no-end", "lying-counts", "unknown-enums", "reserved-bits", "patch",
};

static int read_path(char *word, size_t *path) {
    int steps = 0;
    for (char *at = word; at && steps < PATH_MAX_STEPS; at = strchr(at, '.')) {
        if (*at == '.') at++;
        path[steps++] = strtoul(at, NULL, 0);
    }
    return steps;
}

BOOL make_hostile(struct hostility *hostility, int count, char **words) {
    struct hostility read = {0};
    size_t what = 0;
    while (what < sizeof NAMES / sizeof *NAMES && strcmp(NAMES[what], words[0]) != 0) what++;
    if (what == sizeof NAMES / sizeof *NAMES || (what == HOSTILE_PATCH && count < 5)) return FALSE;
    read.what = (enum hostile)what;
    if (count >= 3) {
        read.kind = words[1][0];
        read.code = (DWORD)strtoul(words[2], NULL, 10);
    }
    if (what == HOSTILE_PATCH) {
        read.steps = read_path(words[3], read.path);
        read.patch_bytes = bytes_of(words[4], read.patch, sizeof read.patch);
    }
    *hostility = read;
    return TRUE;
}

static char kind_of(UINT message) {
    switch (message) {
        case WFS_GETINFO_COMPLETE: return 'i';
        case WFS_EXECUTE_COMPLETE: return 'c';
        case WFS_EXECUTE_EVENT:
        case WFS_SERVICE_EVENT:
        case WFS_USER_EVENT:
        case WFS_SYSTEM_EVENT: return 'e';
        default: return 0;
    }
}

/* Structs are packed, so that nothing in them is aligned. */
static void put(void *at, const void *value, size_t size) { memcpy(at, value, size); }

static void put_pointer(void *at, const void *pointer) { put(at, &pointer, sizeof pointer); }

static void *pointer_at(const void *at) {
    void *pointer;
    memcpy(&pointer, at, sizeof pointer);
    return pointer;
}

static void set_bits(BYTE *at, size_t count, size_t width, DWORD and, DWORD or) {
    for (size_t i = 0; i < count; i++) {
        DWORD value = 0;
        memcpy(&value, at + i * width, width); /* the low bytes come first */
        value = (value & and) | or;
        put(at + i * width, &value, width);
    }
}

static void spoil_numbers(enum hostile what, const struct field *field, BYTE *at) {
    BOOL is_words = field->kind == FIELD_WORDS;
    if (what == HOSTILE_UNKNOWN_ENUMS) set_bits(at, field->count, is_words ? 2 : 4, 0, is_words ? 0x7abc : 0x7abcdef0);
    else set_bits(at, field->count, is_words ? 2 : 4, ~(DWORD)0, is_words ? 0xc000 : 0xc0000000);
}

static void spoil_pointer(struct parcel *parcel, enum hostile what, enum field_kind kind, BYTE *at) {
    BOOL is_text = kind == FIELD_STRING, is_list = kind == FIELD_LIST;
    if (what == HOSTILE_NULL_INSIDE) put_pointer(at, NULL);
    if (what == HOSTILE_WILD_INSIDE) put_pointer(at, nowhere());
    if (what == HOSTILE_UNTERMINATED && is_text)
        put_pointer(at, memset(guarded_room(parcel, TEXT_BYTES), 'A', TEXT_BYTES));
    if (what != HOSTILE_NO_END || !is_list) return;
    void **list = guarded_room(parcel, LIST_LENGTH * sizeof *list);
    void *first = pointer_at(at) ? pointer_at(pointer_at(at)) : NULL;
    for (int i = 0; i < LIST_LENGTH; i++) list[i] = first ? first : list;
    put_pointer(at, list);
}

static size_t size_of(const struct field *field) {
    switch (field->kind) {
        case FIELD_COUNT16: return 2;
        case FIELD_COUNT32: return 4;
        case FIELD_WORDS: return 2 * field->count;
        case FIELD_DWORDS: return 4 * field->count;
        default: return sizeof(void *);
    }
}

static void spoil_field(struct parcel *parcel, enum hostile what, const struct field *field, BYTE *within) {
    BYTE *at = within + field->place;
    if (room_at(parcel, at) < size_of(field)) return; /* the version agreed on has no such field */
    switch (field->kind) {
        case FIELD_COUNT16:
        case FIELD_COUNT32:
            if (what == HOSTILE_LYING_COUNTS) memset(at, 0xff, size_of(field));
            break;
        case FIELD_WORDS:
        case FIELD_DWORDS:
            if (what == HOSTILE_UNKNOWN_ENUMS || what == HOSTILE_RESERVED_BITS) spoil_numbers(what, field, at);
            break;
        default: spoil_pointer(parcel, what, field->kind, at);
    }
}

static void spoil_fields(struct parcel *parcel, enum hostile what, char kind, DWORD code) {
    LPWFSRESULT result = result_of(parcel);
    BYTE *buffer = result->lpBuffer;
    if (is_list(kind, code)) spoil_pointer(parcel, what == HOSTILE_NO_END ? what : HOSTILE_NONE, FIELD_LIST,
                                           (BYTE *)result + offsetof(WFSRESULT, lpBuffer));
    for (const struct field *field = FIELDS; field->result; field++) {
        if (field->result != kind || field->code != code) continue;
        if (!field->of_each) spoil_field(parcel, what, field, buffer);
        for (void **each = (void **)buffer; field->of_each && *each; each++) spoil_field(parcel, what, field, *each);
    }
}

/* Half of it, and behind that nothing. */
static void cut_short(struct parcel *parcel) {
    LPWFSRESULT result = result_of(parcel);
    size_t half = room_at(parcel, result->lpBuffer) / 2;
    result->lpBuffer = memcpy(guarded_room(parcel, half), result->lpBuffer, half);
}

static void patch(struct parcel *parcel, const struct hostility *hostility) {
    BYTE *at = result_of(parcel)->lpBuffer;
    for (int step = 0; step < hostility->steps; step++) {
        at += hostility->path[step];
        BOOL is_last = step == hostility->steps - 1;
        if (room_at(parcel, at) < (is_last ? hostility->patch_bytes : sizeof(void *))) return;
        if (!is_last) at = pointer_at(at);
    }
    put(at, hostility->patch, hostility->patch_bytes);
}

void spoil(struct parcel *parcel, struct device *device, UINT message, DWORD code) {
    const struct hostility *hostility = &device->hostility;
    LPWFSRESULT result = result_of(parcel);
    char kind = kind_of(message);
    BOOL is_meant = hostility->kind == 0 || (hostility->kind == kind && hostility->code == code);
    if (hostility->what == HOSTILE_NONE || kind == 0 || !is_meant || !result->lpBuffer) return;
    switch (hostility->what) {
        case HOSTILE_NULL: result->lpBuffer = NULL; break;
        case HOSTILE_WILD: result->lpBuffer = nowhere(); break;
        case HOSTILE_SHORT: cut_short(parcel); break;
        case HOSTILE_PATCH: patch(parcel, hostility); break;
        default: spoil_fields(parcel, hostility->what, kind, code);
    }
}
