/* Whatever an application is given and has to free. Under the one lock, as all of the manager. */
#ifndef RESULTS_H
#define RESULTS_H

#include "xfs.h"

struct parcel;
struct parcel *new_parcel(void);
/* Memory of exactly that size, all zeros, freed with the parcel; the first one asked for is its lpBuffer. */
void *room(struct parcel *parcel, size_t size);
/* The same, right behind which nothing can be read. */
void *guarded_room(struct parcel *parcel, size_t size);
/* How many bytes of the parcel lie there, 0 where none do. */
size_t room_at(const struct parcel *parcel, const void *memory);
void *copied(struct parcel *parcel, const void *from, size_t size);
LPSTR text(struct parcel *parcel, const char *words);
/* A list of texts as lpszExtra holds it: one text, ended twice. */
LPSTR extra(struct parcel *parcel, const char *words);
LPWFSRESULT result_of(struct parcel *parcel);
/* Gives the result to the caller of a blocking call. */
LPWFSRESULT hand_out(struct parcel *parcel);
/* Posts the result, when a full window has room again if need be, in order; where there is no window, frees it. */
void deliver(struct parcel *parcel, HWND window, UINT message);
BOOL deliver_backlog(void);
BOOL has_backlog(void);
unsigned outstanding(void);
void begin_counting_anew(void); /* what is out by then counts no longer as outstanding */

#endif
