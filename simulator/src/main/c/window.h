/* The types of the window functions for Linux, and the queues behind them. */
#ifndef WINDOW_H
#define WINDOW_H

#include "platform.h"

#include <pthread.h>

#define CLASSES_MAX 16
#define CLASS_NAME_CHARS_MAX 255
#define WINDOWS_MAX 64
#define HWND_MESSAGE ((HWND)(intptr_t)-3)

enum { WM_CREATE = 0x01, WM_DESTROY = 0x02, WM_QUIT = 0x12, WM_NCCREATE = 0x81, WM_NCDESTROY = 0x82 };

enum {
    ERROR_ACCESS_DENIED = 5,
    ERROR_NOT_ENOUGH_MEMORY = 8,
    ERROR_INVALID_PARAMETER = 87,
    ERROR_INVALID_WINDOW_HANDLE = 1400,
    ERROR_CANNOT_FIND_WND_CLASS = 1407,
    ERROR_CLASS_ALREADY_EXISTS = 1410,
    ERROR_CLASS_DOES_NOT_EXIST = 1411,
    ERROR_CLASS_HAS_WINDOWS = 1412,
    ERROR_INVALID_THREAD_ID = 1444,
    ERROR_NOT_ENOUGH_QUOTA = 1816
};

typedef LRESULT (*WNDPROC)(HWND window, UINT message, WPARAM wParam, LPARAM lParam);

typedef struct {
    UINT cbSize, style;
    WNDPROC lpfnWndProc;
    int cbClsExtra, cbWndExtra;
    HINSTANCE hInstance;
    HANDLE hIcon, hCursor, hbrBackground;
    const CHAR *lpszMenuName, *lpszClassName;
    HANDLE hIconSm;
} WNDCLASSEXA;
_Static_assert(sizeof(WNDCLASSEXA) == (sizeof(void *) == 4 ? 48 : 80), "WNDCLASSEXA");

typedef struct {
    HWND hwnd;
    UINT message;
    WPARAM wParam;
    LPARAM lParam;
    DWORD time;
    LONG x, y;
} MSG;
_Static_assert(sizeof(MSG) == (sizeof(void *) == 4 ? 28 : 48), "MSG");

struct window_class {
    char name[CLASS_NAME_CHARS_MAX + 1];
    WNDPROC procedure; /* NULL: not in use */
};

struct window {
    HWND handle; /* NULL: not in use */
    struct window_class *class;
    DWORD thread;
};

EXPORT BOOL DestroyWindow(HWND handle);

void lock_windows(void);
void unlock_windows(void);
/* As Windows does when a thread ends. */
void forget_windows_of(DWORD thread);

/* --- queue.c: the messages of a thread; all of it under the lock of the windows ------------------------ */

/* Gives this thread a queue, once; FALSE where there are too many. */
BOOL begin_queue(void);
BOOL has_queue(DWORD thread);
/* FALSE when the thread has as many messages waiting as Windows lets it have. */
BOOL queue_message(DWORD thread, MSG message);
/* Those of a window of this thread. */
void drop_messages(HWND window);
/* Waits for the first message of this thread; with a window, of that window or of none. */
void take_message(MSG *into, HWND window, pthread_mutex_t *lock);

#endif
