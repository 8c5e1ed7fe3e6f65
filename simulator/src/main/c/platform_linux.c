/* Linux: POSIX threads, clocks and sockets. */
#ifndef _WIN32

#include "platform.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t the_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t the_condition;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_condition(void) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&the_condition, &attributes);
    pthread_condattr_destroy(&attributes);
}

void lock_all(void) {
    pthread_once(&once, make_condition);
    pthread_mutex_lock(&the_lock);
}

void unlock_all(void) { pthread_mutex_unlock(&the_lock); }

void wait_until(int64_t at_ms) {
    if (at_ms == 0) {
        pthread_cond_wait(&the_condition, &the_lock);
        return;
    }
    struct timespec at = {.tv_sec = at_ms / 1000, .tv_nsec = at_ms % 1000 * 1000000};
    pthread_cond_timedwait(&the_condition, &the_lock, &at);
}

void wake_all(void) { pthread_cond_broadcast(&the_condition); }

int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

SYSTEMTIME local_time(void) {
    struct timeval now;
    struct tm local;
    gettimeofday(&now, NULL);
    localtime_r(&now.tv_sec, &local);
    return (SYSTEMTIME){
        .wYear = (WORD)(local.tm_year + 1900),
        .wMonth = (WORD)(local.tm_mon + 1),
        .wDayOfWeek = (WORD)local.tm_wday,
        .wDay = (WORD)local.tm_mday,
        .wHour = (WORD)local.tm_hour,
        .wMinute = (WORD)local.tm_min,
        .wSecond = (WORD)local.tm_sec,
        .wMilliseconds = (WORD)(now.tv_usec / 1000),
    };
}

struct start {
    void (*run)(void *);
    void *with;
};

static void *started(void *from) {
    struct start start = *(struct start *)from;
    free(from);
    start.run(start.with);
    return NULL;
}

BOOL start_thread(void (*run)(void *), void *with) {
    struct start *start = malloc(sizeof *start);
    pthread_t thread;
    if (!start) return FALSE;
    *start = (struct start){run, with};
    if (pthread_create(&thread, NULL, started, start) != 0) {
        free(start);
        return FALSE;
    }
    pthread_detach(thread);
    return TRUE;
}

static size_t pages_for(size_t size) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    return (size + page - 1) / page * page;
}

void *guarded_memory(size_t size) {
    size_t kept = pages_for(size), guard = pages_for(1);
    BYTE *all = mmap(NULL, kept + guard, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED || mprotect(all + kept, guard, PROT_NONE) != 0) abort();
    return all + kept - size;
}

void free_guarded(void *memory, size_t size) {
    munmap((BYTE *)memory + size - pages_for(size), pages_for(size) + pages_for(1));
}

void *nowhere(void) {
    static void *page;
    if (!page) page = mmap(NULL, pages_for(1), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page;
}

intptr_t connect_to(int port) {
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connection < 0) return -1;
    if (connect(connection, (struct sockaddr *)&there, sizeof there) != 0) {
        close(connection);
        return -1;
    }
    int at_once = 1;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    return connection;
}

int take_bytes(intptr_t connection, char *into, int room) {
    return (int)recv((int)connection, into, (size_t)room, 0);
}

BOOL send_bytes(intptr_t connection, const char *from, size_t count) {
    while (count > 0) {
        ssize_t sent = send((int)connection, from, count, MSG_NOSIGNAL);
        if (sent <= 0) return FALSE;
        from += sent;
        count -= (size_t)sent;
    }
    return TRUE;
}

void hang_up(intptr_t connection) { shutdown((int)connection, SHUT_RDWR); }

void forget_connection(intptr_t connection) { close((int)connection); }

#endif
