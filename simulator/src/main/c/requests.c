/* The requests under way, in the order in which they were issued. Each leaves by one door, complete(), once. */
#include "manager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct request *first_request;
static unsigned under_way;
static REQUESTID last_id;

static struct {
    unsigned issued, commands, completed, dropped;
} counts;

static void unlink_request(struct request *request) {
    struct request **at = &first_request;
    while (*at != request) at = &(*at)->next;
    *at = request->next;
    under_way--;
    if (request->device->running == request) request->device->running = NULL;
}

void complete(struct request *request, HRESULT result, struct parcel *parcel) {
    if (!parcel) parcel = new_parcel();
    LPWFSRESULT completion = result_of(parcel);
    completion->RequestID = request->id;
    completion->hService = request->handle;
    completion->tsTimestamp = local_time();
    completion->hResult = result;
    if (request->message == WFS_EXECUTE_COMPLETE) completion->u.dwCommandCode = request->code;
    unlink_request(request);
    counts.completed++;
    BOOL ends = request->message == WFS_CLOSE_COMPLETE
                || (request->message == WFS_OPEN_COMPLETE && result != WFS_SUCCESS);
    if (ends) end_session(request->session);
    spoil(parcel, request->device, request->message, request->code);
    if (request->waiter) {
        request->waiter->request = NULL;
        request->waiter->result = result;
        request->waiter->handed = hand_out(parcel);
        wake_all();
    } else {
        deliver(parcel, request->window, request->message);
    }
    free(request);
}

HRESULT issue(struct request request, DWORD timeout_ms, LPREQUESTID id) {
    if (under_way == REQUESTS_MAX) return WFS_ERR_OUT_OF_MEMORY;
    struct request *kept = malloc(sizeof *kept), **last = &first_request;
    if (!kept || !start_worker()) {
        free(kept);
        return WFS_ERR_OUT_OF_MEMORY;
    }
    *kept = request;
    do kept->id = ++last_id;
    while (kept->id == 0);
    kept->deadline = timeout_ms == WFS_INDEFINITE_WAIT ? 0 : now_ms() + timeout_ms;
    if (id) *id = kept->id; /* before anything can complete */
    if (kept->waiter) kept->waiter->request = kept;
    while (*last) last = &(*last)->next;
    *last = kept;
    under_way++;
    counts.issued++;
    if (kept->message == WFS_EXECUTE_COMPLETE) counts.commands++;
    advance();
    return WFS_SUCCESS;
}

struct request *request_with(REQUESTID id) {
    struct request *request = first_request;
    while (request && request->id != id) request = request->next;
    return request;
}

BOOL earlier_of_session(const struct request *request) {
    for (struct request *earlier = first_request; earlier != request; earlier = earlier->next)
        if (earlier->session == request->session) return TRUE;
    return FALSE;
}

/* Returns at once; the completions follow, even for what is cancelled twice. */
HRESULT cancel(HSERVICE session, REQUESTID id) {
    BOOL found = id == 0;
    for (struct request *request = first_request; request; request = request->next) {
        if (request->handle != session || (id != 0 && request->id != id)) continue;
        request->cancelled = TRUE;
        found = TRUE;
    }
    advance();
    return found ? WFS_SUCCESS : WFS_ERR_INVALID_REQ_ID;
}

BOOL cancel_waiting(DWORD thread) {
    for (struct request *request = first_request; request; request = request->next) {
        if (!request->waiter || request->waiter->thread != thread) continue;
        request->cancelled = TRUE;
        advance();
        return TRUE;
    }
    return FALSE;
}

void lose_requests(struct device *device, HRESULT result) {
    for (struct request *request = first_request, *next; request; request = next) {
        next = request->next;
        if (request->device == device) complete(request, result, NULL);
    }
}

/* A manager that forgets tells nobody; only a caller that is blocked comes back. */
void drop_all_requests(void) {
    while (first_request) {
        struct request *request = first_request;
        if (request->waiter) {
            complete(request, WFS_ERR_CONNECTION_LOST, NULL);
            continue;
        }
        unlink_request(request);
        free(request);
        counts.dropped++;
    }
}

void begin_counting_requests_anew(void) { memset(&counts, 0, sizeof counts); }

void describe_requests(char *into, size_t size) {
    snprintf(into, size, "issued=%u commands=%u completed=%u dropped=%u open=%u", counts.issued, counts.commands,
             counts.completed, counts.dropped, under_way);
}
