/* Windows: slim locks, threads, clocks and sockets. */
#ifdef _WIN32

#include "platform.h"

#include <stdlib.h>

static SRWLOCK the_lock = SRWLOCK_INIT;
static CONDITION_VARIABLE the_condition = CONDITION_VARIABLE_INIT;

void lock_all(void) { AcquireSRWLockExclusive(&the_lock); }

void unlock_all(void) { ReleaseSRWLockExclusive(&the_lock); }

void wait_until(int64_t at_ms) {
    DWORD wait = INFINITE;
    if (at_ms != 0) {
        int64_t left = at_ms - now_ms();
        wait = left <= 0 ? 0 : left > INT32_MAX ? INT32_MAX : (DWORD)left;
    }
    SleepConditionVariableSRW(&the_condition, &the_lock, wait, 0);
}

void wake_all(void) { WakeAllConditionVariable(&the_condition); }

int64_t now_ms(void) { return (int64_t)GetTickCount64(); }

SYSTEMTIME local_time(void) {
    SYSTEMTIME now;
    GetLocalTime(&now);
    return now;
}

struct start {
    void (*run)(void *);
    void *with;
};

static DWORD WINAPI started(LPVOID from) {
    struct start start = *(struct start *)from;
    free(from);
    start.run(start.with);
    return 0;
}

BOOL start_thread(void (*run)(void *), void *with) {
    struct start *start = malloc(sizeof *start);
    if (!start) return FALSE;
    *start = (struct start){run, with};
    HANDLE thread = CreateThread(NULL, 0, started, start, 0, NULL);
    if (!thread) {
        free(start);
        return FALSE;
    }
    CloseHandle(thread);
    return TRUE;
}

static size_t pages_for(size_t size) {
    SYSTEM_INFO system;
    GetSystemInfo(&system);
    return (size + system.dwPageSize - 1) / system.dwPageSize * system.dwPageSize;
}

void *guarded_memory(size_t size) {
    size_t kept = pages_for(size), guard = pages_for(1);
    BYTE *all = VirtualAlloc(NULL, kept + guard, MEM_RESERVE, PAGE_NOACCESS);
    if (!all || !VirtualAlloc(all, kept, MEM_COMMIT, PAGE_READWRITE)) abort();
    return all + kept - size;
}

void free_guarded(void *memory, size_t size) {
    VirtualFree((BYTE *)memory + size - pages_for(size), 0, MEM_RELEASE);
}

void *nowhere(void) {
    static void *page;
    if (!page) page = VirtualAlloc(NULL, pages_for(1), MEM_RESERVE, PAGE_NOACCESS);
    return page;
}

intptr_t connect_to(int port) {
    WSADATA sockets;
    if (WSAStartup(MAKEWORD(2, 2), &sockets) != 0) return -1;
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons((u_short)port)};
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    SOCKET connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connection == INVALID_SOCKET) return -1;
    if (connect(connection, (struct sockaddr *)&there, sizeof there) != 0) {
        closesocket(connection);
        return -1;
    }
    BOOL at_once = TRUE;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, (const char *)&at_once, sizeof at_once);
    return (intptr_t)connection;
}

int take_bytes(intptr_t connection, char *into, int room) { return recv((SOCKET)connection, into, room, 0); }

BOOL send_bytes(intptr_t connection, const char *from, size_t count) {
    while (count > 0) {
        int sent = send((SOCKET)connection, from, (int)count, 0);
        if (sent <= 0) return FALSE;
        from += sent;
        count -= (size_t)sent;
    }
    return TRUE;
}

void hang_up(intptr_t connection) { shutdown((SOCKET)connection, SD_BOTH); }

void forget_connection(intptr_t connection) { closesocket((SOCKET)connection); }

#endif
