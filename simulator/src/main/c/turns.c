/* Whose turn it is. Whoever changes anything takes all turns that are due; a worker takes those that time brings. */
#include "manager.h"

#define SLOW_MS 120000
#define BACKLOG_RETRY_MS 5
#define STORM_OUTSTANDING_MAX 8000

static BOOL worker_runs;
static int64_t worker_due; /* when the worker looks next; 0: when it is woken */

static int64_t soonest(int64_t one, int64_t other) {
    if (one == 0 || other == 0) return one + other;
    return one < other ? one : other;
}

static int64_t next_due(void) {
    int64_t due = control_due();
    for (struct request *request = first_request; request; request = request->next)
        if (request->device->fault != FAULT_MUTE) due = soonest(due, soonest(request->due, request->deadline));
    return has_backlog() ? soonest(due, now_ms() + BACKLOG_RETRY_MS) : due;
}

static void work(void *with) {
    (void)with;
    lock_all();
    for (;;) {
        advance();
        wait_until(worker_due);
    }
}

BOOL start_worker(void) {
    if (!worker_runs) worker_runs = start_thread(work, NULL);
    return worker_runs;
}

static int64_t delay_of(const struct request *request) {
    BOOL is_work = request->message == WFS_EXECUTE_COMPLETE || request->message == WFS_GETINFO_COMPLETE;
    BOOL is_slow = request->device->fault == FAULT_SLOW && request->message == WFS_EXECUTE_COMPLETE;
    return !is_work ? 0 : is_slow ? SLOW_MS : request->device->delay_ms;
}

/* Whether anything has changed, so that all requests want another look. */
static BOOL step(struct request *request, int64_t now) {
    struct device *device = request->device;
    if (device->fault == FAULT_MUTE) return FALSE;
    if (request->cancelled && !(device->fault == FAULT_DEAF && request->started)) {
        complete(request, WFS_ERR_CANCELED, NULL);
        return TRUE;
    }
    if (request->deadline != 0 && now >= request->deadline) {
        complete(request, WFS_ERR_TIMEOUT, NULL);
        return TRUE;
    }
    if (request->started) {
        if (request->due == 0 || now < request->due) return FALSE;
        request->due = 0;
        carry_out(request);
        return TRUE;
    }
    if (!may_start(request)) return FALSE;
    int64_t delay = delay_of(request);
    request->started = TRUE;
    if (request->message == WFS_EXECUTE_COMPLETE) device->running = request;
    if (delay > 0) request->due = now + delay;
    else carry_out(request);
    return TRUE;
}

static BOOL step_any(void) {
    int64_t now = now_ms();
    for (struct request *request = first_request; request; request = request->next)
        if (step(request, now)) return TRUE;
    return deliver_backlog() || step_control(now);
}

static BOOL step_storms(void) {
    BOOL stepped = FALSE;
    for (int i = 0; device_number(i); i++) {
        struct device *device = device_number(i);
        while (device->storm_left > 0 && !has_backlog() && outstanding() < STORM_OUTSTANDING_MAX) {
            device->storm_left--;
            device->class->storm(device, device->storm_told++);
            stepped = TRUE;
        }
    }
    return stepped;
}

void advance(void) {
    while (step_any() || step_storms()) {}
    int64_t due = next_due();
    if (due != worker_due) {
        worker_due = due;
        if (worker_runs) wake_all();
    }
}
