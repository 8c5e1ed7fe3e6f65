/* The blocking calls: each is the asynchronous one, and a caller that waits for it. One at a time in a thread. */
#include "manager.h"

#define HOOK_EVERY_MS 10

static _Thread_local BOOL blocks;
static _Thread_local XFSBLOCKINGHOOK hook;

/* A hook may make calls that need the lock; while it runs this thread still counts as blocked. */
static void run_hook(void) {
    unlock_all();
    while (hook()) {}
    lock_all();
}

static HRESULT wait_for(struct request request, DWORD timeout, LPWFSRESULT *handed) {
    struct waiter waiter = {.thread = GetCurrentThreadId()};
    request.waiter = &waiter;
    HRESULT result = call(request, timeout, NULL);
    if (result != WFS_SUCCESS) return result;
    blocks = TRUE;
    while (waiter.request) {
        if (hook) run_hook();
        if (waiter.request) wait_until(hook ? now_ms() + HOOK_EVERY_MS : 0);
    }
    blocks = FALSE;
    *handed = waiter.handed;
    return waiter.result;
}

/* For calls that give no result to the caller: it is freed here. */
static HRESULT wait_and_free(struct request request, DWORD timeout) {
    LPWFSRESULT handed = NULL;
    HRESULT result = wait_for(request, timeout, &handed);
    unlock_all();
    if (handed) WFSFreeResult(handed);
    return result;
}

static HRESULT refused(HRESULT why) {
    unlock_all();
    return why;
}

/* Takes the lock; not 0 where this call cannot even begin, and then without the lock. */
static HRESULT begin(void) {
    lock_all();
    return is_started() ? WFS_SUCCESS : refused(WFS_ERR_NOT_STARTED);
}

EXPORT HRESULT WINAPI WFSOpen(LPSTR name, HAPP app, LPSTR app_id, DWORD trace, DWORD timeout, DWORD versions,
                              LPWFSVERSION service_version, LPWFSVERSION provider_version, LPHSERVICE handle) {
    (void)trace;
    HRESULT result = begin();
    if (result != WFS_SUCCESS) return result;
    struct request request = request_for(WFS_OPEN_COMPLETE, 0, NULL);
    result = check_open(name, app, service_version, provider_version, handle);
    if (result == WFS_SUCCESS) result = open_request(&request, name, app_id, handle);
    if (result != WFS_SUCCESS) return refused(result);
    request.versions = versions;
    request.service_version = service_version;
    request.provider_version = provider_version;
    return wait_and_free(request, timeout);
}

static HRESULT simple(UINT message, HSERVICE handle) {
    HRESULT result = begin();
    return result != WFS_SUCCESS ? result
                                 : wait_and_free(request_for(message, handle, NULL), WFS_INDEFINITE_WAIT);
}

EXPORT HRESULT WINAPI WFSClose(HSERVICE handle) { return simple(WFS_CLOSE_COMPLETE, handle); }

EXPORT HRESULT WINAPI WFSUnlock(HSERVICE handle) { return simple(WFS_UNLOCK_COMPLETE, handle); }

EXPORT HRESULT WINAPI WFSLock(HSERVICE handle, DWORD timeout, LPWFSRESULT *handed) {
    if (!handed) return WFS_ERR_INVALID_POINTER;
    *handed = NULL;
    HRESULT result = begin();
    if (result != WFS_SUCCESS) return result;
    result = wait_for(request_for(WFS_LOCK_COMPLETE, handle, NULL), timeout, handed);
    unlock_all();
    return result;
}

static HRESULT registration(UINT message, HSERVICE handle, DWORD classes, HWND registered) {
    HRESULT result = begin();
    if (result != WFS_SUCCESS) return result;
    struct request request = request_for(message, handle, NULL);
    request.classes = classes;
    request.registered = registered;
    result = check_registration(&request);
    return result != WFS_SUCCESS ? refused(result) : wait_and_free(request, WFS_INDEFINITE_WAIT);
}

EXPORT HRESULT WINAPI WFSRegister(HSERVICE handle, DWORD classes, HWND registered) {
    return registration(WFS_REGISTER_COMPLETE, handle, classes, registered);
}

EXPORT HRESULT WINAPI WFSDeregister(HSERVICE handle, DWORD classes, HWND registered) {
    return registration(WFS_DEREGISTER_COMPLETE, handle, classes, registered);
}

static HRESULT coded(UINT message, HSERVICE handle, DWORD code, LPVOID data, DWORD timeout, LPWFSRESULT *handed) {
    if (!handed) return WFS_ERR_INVALID_POINTER;
    *handed = NULL;
    HRESULT result = begin();
    if (result != WFS_SUCCESS) return result;
    struct request request = request_for(message, handle, NULL);
    request.code = code;
    request.data = data;
    result = check_code(&request);
    if (result == WFS_SUCCESS) result = wait_for(request, timeout, handed);
    unlock_all();
    return result;
}

EXPORT HRESULT WINAPI WFSGetInfo(HSERVICE handle, DWORD category, LPVOID query, DWORD timeout, LPWFSRESULT *handed) {
    return coded(WFS_GETINFO_COMPLETE, handle, category, query, timeout, handed);
}

EXPORT HRESULT WINAPI WFSExecute(HSERVICE handle, DWORD command, LPVOID data, DWORD timeout, LPWFSRESULT *handed) {
    return coded(WFS_EXECUTE_COMPLETE, handle, command, data, timeout, handed);
}

EXPORT BOOL WINAPI WFSIsBlocking(void) { return blocks; }

/* 0 is this thread, which can be blocked only while its hook runs. */
EXPORT HRESULT WINAPI WFSCancelBlockingCall(DWORD thread) {
    lock_all();
    BOOL found = cancel_waiting(thread == 0 ? GetCurrentThreadId() : thread);
    HRESULT result = !is_started() ? WFS_ERR_NOT_STARTED : found ? WFS_SUCCESS : WFS_ERR_NO_BLOCKING_CALL;
    unlock_all();
    return result;
}

EXPORT HRESULT WINAPI WFSSetBlockingHook(XFSBLOCKINGHOOK instead, LPXFSBLOCKINGHOOK before) {
    if (!before) return WFS_ERR_INVALID_POINTER;
    *before = hook;
    hook = instead;
    return WFS_SUCCESS;
}

EXPORT HRESULT WINAPI WFSUnhookBlockingHook(void) {
    hook = NULL;
    return WFS_SUCCESS;
}
