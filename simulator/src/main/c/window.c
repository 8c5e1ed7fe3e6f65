/* Message-only windows for Linux, which has none: the few functions of user32 and kernel32 that a message pump uses. */
#ifndef _WIN32

#include "window.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Under a lock of their own, so that a window procedure may call the manager. */
static pthread_mutex_t windows_lock = PTHREAD_MUTEX_INITIALIZER;
static struct window_class classes[CLASSES_MAX];
static struct window windows[WINDOWS_MAX];
static uintptr_t last_window;

void lock_windows(void) { pthread_mutex_lock(&windows_lock); }

void unlock_windows(void) { pthread_mutex_unlock(&windows_lock); }

/* As GetLastError would tell it; a caller through JNA finds it there. */
static void set_error(int code) { errno = code; }

EXPORT DWORD GetCurrentThreadId(void) { return (DWORD)syscall(SYS_gettid); }

EXPORT HINSTANCE GetModuleHandleA(const CHAR *name) { return name ? NULL : (HINSTANCE)classes; }

static struct window_class *class_named(const CHAR *name) {
    for (int i = 0; i < CLASSES_MAX; i++)
        if (classes[i].procedure && strcmp(classes[i].name, name) == 0) return &classes[i];
    return NULL;
}

static struct window *window_of(HWND handle) {
    for (int i = 0; handle && i < WINDOWS_MAX; i++)
        if (windows[i].handle == handle) return &windows[i];
    return NULL;
}

static WORD failed(int code) {
    unlock_windows();
    set_error(code);
    return 0;
}

EXPORT WORD RegisterClassExA(const WNDCLASSEXA *wanted) {
    lock_windows();
    if (!wanted || wanted->cbSize != sizeof *wanted || !wanted->lpfnWndProc || !wanted->lpszClassName
        || strlen(wanted->lpszClassName) > CLASS_NAME_CHARS_MAX)
        return failed(ERROR_INVALID_PARAMETER);
    if (class_named(wanted->lpszClassName)) return failed(ERROR_CLASS_ALREADY_EXISTS);
    for (int i = 0; i < CLASSES_MAX; i++) {
        if (classes[i].procedure) continue;
        strcpy(classes[i].name, wanted->lpszClassName);
        classes[i].procedure = wanted->lpfnWndProc;
        unlock_windows();
        return (WORD)(0xC000 + i);
    }
    return failed(ERROR_NOT_ENOUGH_MEMORY);
}

EXPORT BOOL UnregisterClassA(const CHAR *name, HINSTANCE instance) {
    (void)instance;
    lock_windows();
    struct window_class *class = class_named(name);
    if (!class) return failed(ERROR_CLASS_DOES_NOT_EXIST);
    for (int i = 0; i < WINDOWS_MAX; i++)
        if (windows[i].handle && windows[i].class == class) return failed(ERROR_CLASS_HAS_WINDOWS);
    class->procedure = NULL;
    unlock_windows();
    return TRUE;
}

EXPORT LRESULT DefWindowProcA(HWND window, UINT message, WPARAM wParam, LPARAM lParam) {
    (void)window, (void)wParam, (void)lParam;
    return message == WM_NCCREATE;
}

static HWND new_window(const CHAR *class_name) {
    struct window_class *class = class_named(class_name);
    if (!class) return set_error(ERROR_CANNOT_FIND_WND_CLASS), NULL;
    if (!begin_queue()) return set_error(ERROR_NOT_ENOUGH_MEMORY), NULL;
    for (int i = 0; i < WINDOWS_MAX; i++) {
        if (windows[i].handle) continue;
        last_window += 2; /* as on Windows, no handle comes back soon */
        windows[i] = (struct window){(HWND)(0x10000 + last_window), class, GetCurrentThreadId()};
        return windows[i].handle;
    }
    return set_error(ERROR_NOT_ENOUGH_MEMORY), NULL;
}

EXPORT HWND CreateWindowExA(DWORD extended, const CHAR *class_name, const CHAR *title, DWORD style, int x, int y,
                            int width, int height, HWND parent, HANDLE menu, HINSTANCE instance, LPVOID with) {
    (void)extended, (void)title, (void)style, (void)x, (void)y, (void)width, (void)height, (void)menu, (void)instance;
    if (parent != HWND_MESSAGE) return set_error(ERROR_INVALID_WINDOW_HANDLE), NULL;
    lock_windows();
    HWND window = new_window(class_name);
    WNDPROC procedure = window ? window_of(window)->class->procedure : NULL;
    unlock_windows();
    if (!window) return NULL;
    BOOL wanted = procedure(window, WM_NCCREATE, 0, (LPARAM)with)
                  && procedure(window, WM_CREATE, 0, (LPARAM)with) != -1;
    if (!wanted) DestroyWindow(window);
    return wanted ? window : NULL;
}

EXPORT BOOL DestroyWindow(HWND handle) {
    lock_windows();
    struct window *window = window_of(handle);
    if (!window) return failed(ERROR_INVALID_WINDOW_HANDLE);
    if (window->thread != GetCurrentThreadId()) return failed(ERROR_ACCESS_DENIED);
    WNDPROC procedure = window->class->procedure;
    unlock_windows();
    procedure(handle, WM_DESTROY, 0, 0);
    procedure(handle, WM_NCDESTROY, 0, 0);
    lock_windows();
    drop_messages(handle);
    *window = (struct window){0};
    unlock_windows();
    return TRUE;
}

void forget_windows_of(DWORD thread) {
    for (int i = 0; i < WINDOWS_MAX; i++)
        if (windows[i].thread == thread) windows[i] = (struct window){0};
}

EXPORT BOOL IsWindow(HWND handle) {
    lock_windows();
    BOOL is_one = window_of(handle) != NULL;
    unlock_windows();
    return is_one;
}

EXPORT BOOL PostMessageA(HWND handle, UINT message, WPARAM wParam, LPARAM lParam) {
    lock_windows();
    struct window *window = window_of(handle);
    if (handle && !window) return failed(ERROR_INVALID_WINDOW_HANDLE);
    DWORD thread = handle ? window->thread : GetCurrentThreadId();
    BOOL posted = queue_message(thread, (MSG){.hwnd = handle, .message = message, .wParam = wParam, .lParam = lParam});
    unlock_windows();
    if (!posted) set_error(ERROR_NOT_ENOUGH_QUOTA);
    return posted;
}

EXPORT BOOL PostThreadMessageA(DWORD thread, UINT message, WPARAM wParam, LPARAM lParam) {
    lock_windows();
    if (!has_queue(thread)) return failed(ERROR_INVALID_THREAD_ID);
    BOOL posted = queue_message(thread, (MSG){.message = message, .wParam = wParam, .lParam = lParam});
    unlock_windows();
    if (!posted) set_error(ERROR_NOT_ENOUGH_QUOTA);
    return posted;
}

EXPORT void PostQuitMessage(int code) { PostThreadMessageA(GetCurrentThreadId(), WM_QUIT, (WPARAM)code, 0); }

/* Only messages of this thread, and no filter by number. */
EXPORT BOOL GetMessageA(MSG *into, HWND window, UINT lowest, UINT highest) {
    (void)lowest, (void)highest;
    lock_windows();
    if (!into || (window && !window_of(window)) || !begin_queue()) {
        failed(ERROR_INVALID_WINDOW_HANDLE);
        return -1;
    }
    take_message(into, window, &windows_lock);
    unlock_windows();
    return into->message != WM_QUIT;
}

EXPORT LRESULT DispatchMessageA(const MSG *message) {
    lock_windows();
    struct window *window = window_of(message->hwnd);
    WNDPROC procedure = window ? window->class->procedure : NULL;
    unlock_windows();
    return procedure ? procedure(message->hwnd, message->message, message->wParam, message->lParam) : 0;
}

#endif
