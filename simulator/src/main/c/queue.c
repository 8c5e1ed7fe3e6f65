/* Message queues for Linux: one for each thread that has windows or has asked for messages. */
#ifndef _WIN32

#include "window.h"

#include <stdlib.h>

#define THREADS_MAX 64
#define MESSAGES_MAX 10000 /* what Windows lets a thread have waiting, unless its registry says otherwise */

struct waiting {
    struct waiting *next;
    MSG message;
};

struct queue {
    DWORD thread; /* 0: not in use */
    struct waiting *first, **last;
    int length;
    pthread_cond_t filled;
};
static struct queue queues[THREADS_MAX];

/* A thread that ends takes its queue along. */
static pthread_key_t end_of_thread;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static struct waiting *unlinked(struct queue *queue, struct waiting **at) {
    struct waiting *waiting = *at;
    *at = waiting->next;
    if (!*at) queue->last = at;
    queue->length--;
    return waiting;
}

static void end_queue(void *of) {
    struct queue *queue = of;
    lock_windows();
    while (queue->first) free(unlinked(queue, &queue->first));
    pthread_cond_destroy(&queue->filled);
    forget_windows_of(queue->thread);
    queue->thread = 0;
    unlock_windows();
}

static void make_key(void) { pthread_key_create(&end_of_thread, end_queue); }

static struct queue *queue_of(DWORD thread) {
    for (int i = 0; i < THREADS_MAX; i++)
        if (queues[i].thread == thread) return &queues[i];
    return NULL;
}

BOOL begin_queue(void) {
    if (queue_of(GetCurrentThreadId())) return TRUE;
    struct queue *queue = queue_of(0);
    if (!queue) return FALSE;
    pthread_once(&once, make_key);
    *queue = (struct queue){.thread = GetCurrentThreadId()};
    queue->last = &queue->first;
    pthread_cond_init(&queue->filled, NULL);
    pthread_setspecific(end_of_thread, queue);
    return TRUE;
}

BOOL queue_message(DWORD thread, MSG message) {
    struct queue *queue = queue_of(thread);
    struct waiting *waiting = queue && queue->length < MESSAGES_MAX ? malloc(sizeof *waiting) : NULL;
    if (!waiting) return FALSE;
    *waiting = (struct waiting){NULL, message};
    *queue->last = waiting;
    queue->last = &waiting->next;
    queue->length++;
    pthread_cond_signal(&queue->filled);
    return TRUE;
}

BOOL has_queue(DWORD thread) { return thread != 0 && queue_of(thread) != NULL; }

void drop_messages(HWND window) {
    struct queue *queue = queue_of(GetCurrentThreadId());
    for (struct waiting **at = &queue->first; *at;) {
        if ((*at)->message.hwnd == window) free(unlinked(queue, at));
        else at = &(*at)->next;
    }
}

static struct waiting **first_for(struct queue *queue, HWND window) {
    struct waiting **at = &queue->first;
    while (*at && window && (*at)->message.hwnd && (*at)->message.hwnd != window) at = &(*at)->next;
    return at;
}

void take_message(MSG *into, HWND window, pthread_mutex_t *lock) {
    struct queue *queue = queue_of(GetCurrentThreadId());
    while (!*first_for(queue, window)) pthread_cond_wait(&queue->filled, lock);
    struct waiting *waiting = unlinked(queue, first_for(queue, window));
    *into = waiting->message;
    free(waiting);
}

#endif
