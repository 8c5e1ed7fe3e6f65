/* What differs between Linux and Windows: the types of the standard, one lock with its condition, threads, clocks. */
#ifndef PLATFORM_H
#define PLATFORM_H

#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32

#include <winsock2.h>
#include <windows.h>
#define EXPORT __declspec(dllexport)

#else

#define WINAPI
#define EXPORT __attribute__((visibility("default")))
#define TRUE 1
#define FALSE 0
typedef uint8_t BYTE;
typedef uint16_t WORD, USHORT;
typedef uint32_t DWORD, ULONG, UINT;
typedef int32_t BOOL, LONG, HRESULT;
typedef char CHAR;
typedef void *LPVOID, *HANDLE, *HWND, *HINSTANCE;
typedef char *LPSTR;
typedef uint16_t *LPWORD, *LPWSTR;
typedef uint32_t *LPDWORD;
typedef uint8_t *LPBYTE;
typedef uintptr_t WPARAM;
typedef intptr_t LPARAM, LRESULT;
typedef struct {
    WORD wYear, wMonth, wDayOfWeek, wDay, wHour, wMinute, wSecond, wMilliseconds;
} SYSTEMTIME;

EXPORT DWORD GetCurrentThreadId(void);
EXPORT BOOL PostMessageA(HWND window, UINT message, WPARAM wParam, LPARAM lParam);
EXPORT BOOL IsWindow(HWND window);

#endif

/* The one lock of the manager. Whatever is not local is touched under it, and nothing waits while holding it. */
void lock_all(void);
void unlock_all(void);

/* Lets go of the lock until somebody wakes all, or until that time of now_ms; 0 is for ever. */
void wait_until(int64_t at_ms);
void wake_all(void);

/* Milliseconds of a clock that is never set. */
int64_t now_ms(void);
SYSTEMTIME local_time(void);

/* Starts a thread that nobody joins; FALSE where the system has none to give. */
BOOL start_thread(void (*run)(void *), void *with);

/* Memory of that size, zeroed, right behind which nothing can be read; and an address at which there is nothing. */
void *guarded_memory(size_t size);
void free_guarded(void *memory, size_t size);
void *nowhere(void);

/* A connection to a port of this machine, or -1. */
intptr_t connect_to(int port);
/* Takes bytes as they come: how many, or 0 or less at the end. */
int take_bytes(intptr_t connection, char *into, int room);
BOOL send_bytes(intptr_t connection, const char *from, size_t count);
/* Ends both directions, so that whoever reads comes back; and lets go of the handle. */
void hang_up(intptr_t connection);
void forget_connection(intptr_t connection);

#endif
