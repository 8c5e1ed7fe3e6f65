/* Results: allocated piece by piece, counted while they are out, freed by WFSFreeResult and by nothing else. */
#include "manager.h"

#include <stdlib.h>
#include <string.h>

/* Each piece stands alone and is not a byte longer than it has to be, so that a reading tool sees who reads past it. */
struct piece {
    struct piece *next;
    void *memory;
    size_t size;
    BOOL is_guarded;
};

struct parcel {
    struct parcel *next; /* in its bucket, once it is handed out */
    LPWFSRESULT result;
    struct piece *pieces;
    unsigned count_of; /* the counting in which it was handed out */
};

#define BUCKETS 4096
static struct parcel *out[BUCKETS];
static unsigned counting, handed_out;

/* What a full window could not take; few, as storms wait for it to be empty. */
struct delivery {
    struct delivery *next;
    struct parcel *parcel;
    HWND window;
    UINT message;
};
static struct delivery *first_due, **last_due = &first_due;

static struct parcel **bucket(const void *result) { return &out[((uintptr_t)result >> 4) % BUCKETS]; }

/* There is no sense in a simulator that goes on without memory. */
static void *need(size_t size) {
    void *memory = calloc(1, size > 0 ? size : 1);
    if (!memory) abort();
    return memory;
}

struct parcel *new_parcel(void) {
    struct parcel *parcel = need(sizeof *parcel);
    parcel->result = need(sizeof *parcel->result);
    return parcel;
}

static void *add_piece(struct parcel *parcel, void *memory, size_t size, BOOL is_guarded) {
    struct piece *piece = need(sizeof *piece);
    *piece = (struct piece){parcel->pieces, memory, size, is_guarded};
    parcel->pieces = piece;
    if (!piece->next) parcel->result->lpBuffer = memory;
    return memory;
}

void *room(struct parcel *parcel, size_t size) { return add_piece(parcel, need(size), size, FALSE); }

void *guarded_room(struct parcel *parcel, size_t size) {
    return add_piece(parcel, guarded_memory(size), size, TRUE);
}

size_t room_at(const struct parcel *parcel, const void *memory) {
    for (const struct piece *piece = parcel->pieces; piece; piece = piece->next) {
        size_t from = (uintptr_t)memory - (uintptr_t)piece->memory;
        if ((uintptr_t)memory >= (uintptr_t)piece->memory && from < piece->size) return piece->size - from;
    }
    return 0;
}

void *copied(struct parcel *parcel, const void *from, size_t size) {
    return memcpy(room(parcel, size), from, size);
}

LPSTR text(struct parcel *parcel, const char *words) { return copied(parcel, words, strlen(words) + 1); }

LPSTR extra(struct parcel *parcel, const char *words) {
    size_t length = strlen(words);
    return memcpy(room(parcel, length + 2), words, length);
}

LPWFSRESULT result_of(struct parcel *parcel) { return parcel->result; }

static void discard(struct parcel *parcel) {
    for (struct piece *piece = parcel->pieces, *next; piece; piece = next) {
        next = piece->next;
        if (piece->is_guarded) free_guarded(piece->memory, piece->size);
        else free(piece->memory);
        free(piece);
    }
    free(parcel->result);
    free(parcel);
}

LPWFSRESULT hand_out(struct parcel *parcel) {
    struct parcel **into = bucket(parcel->result);
    parcel->next = *into;
    parcel->count_of = counting;
    *into = parcel;
    handed_out++;
    return parcel->result;
}

static struct parcel *taken_back(const void *result) {
    for (struct parcel **at = bucket(result); *at; at = &(*at)->next) {
        struct parcel *parcel = *at;
        if (parcel->result != result) continue;
        *at = parcel->next;
        if (parcel->count_of == counting) handed_out--;
        return parcel;
    }
    return NULL;
}

/* Whether the post needs no other try: the window has it, or there is no window. */
static BOOL posted(struct parcel *parcel, HWND window, UINT message) {
    hand_out(parcel); /* before the post: the window's thread may be faster than this one */
    if (PostMessageA(window, message, 0, (LPARAM)parcel->result)) return TRUE;
    taken_back(parcel->result);
    if (IsWindow(window)) return FALSE;
    discard(parcel);
    return TRUE;
}

void deliver(struct parcel *parcel, HWND window, UINT message) {
    if (!first_due && posted(parcel, window, message)) return;
    struct delivery *late = need(sizeof *late);
    *late = (struct delivery){NULL, parcel, window, message};
    *last_due = late;
    last_due = &late->next;
}

/* Whether anything could be delivered. */
BOOL deliver_backlog(void) {
    struct delivery *late = first_due;
    if (!late || !posted(late->parcel, late->window, late->message)) return FALSE;
    first_due = late->next;
    if (!first_due) last_due = &first_due;
    free(late);
    return TRUE;
}

BOOL has_backlog(void) { return first_due != NULL; }

unsigned outstanding(void) { return handed_out; }

void begin_counting_anew(void) {
    counting++;
    handed_out = 0;
}

/* Works whether the manager is started or not: the memory is the application's, whatever became of the manager. */
EXPORT HRESULT WINAPI WFSFreeResult(LPWFSRESULT result) {
    lock_all();
    struct parcel *parcel = taken_back(result);
    if (parcel) discard(parcel);
    advance(); /* a storm goes on where there is room again */
    unlock_all();
    return parcel ? WFS_SUCCESS : WFS_ERR_INVALID_RESULT;
}
