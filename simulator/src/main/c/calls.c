/* The asynchronous calls: what is wrong is told at once, all else by one message. */
#include "manager.h"

#include <string.h>

struct request request_for(UINT message, HSERVICE handle, HWND window) {
    struct session *session = session_of(handle);
    return (struct request){
        .message = message,
        .handle = handle,
        .session = session,
        .device = session ? session->device : the_manager(),
        .window = window,
    };
}

static HRESULT call_as_is(struct request request, DWORD timeout_ms, LPREQUESTID id) {
    BOOL of_manager = request.handle == 0
                      && (request.message == WFS_REGISTER_COMPLETE || request.message == WFS_DEREGISTER_COMPLETE);
    if (!is_started()) return WFS_ERR_NOT_STARTED;
    if (WFSIsBlocking()) return WFS_ERR_OP_IN_PROGRESS;
    if (!request.session && !of_manager) return WFS_ERR_INVALID_HSERVICE;
    if (!request.waiter && !id) return WFS_ERR_INVALID_POINTER;
    if (!request.waiter && !IsWindow(request.window)) return WFS_ERR_INVALID_HWND;
    BOOL is_close = request.message == WFS_CLOSE_COMPLETE;
    if (request.device->killed && !is_close) return WFS_ERR_CONNECTION_LOST;
    if (is_close) request.session->closing = TRUE;
    return issue(request, timeout_ms, id);
}

HRESULT call(struct request request, DWORD timeout_ms, LPREQUESTID id) {
    HRESULT result = call_as_is(request, timeout_ms, id);
    if (result != WFS_SUCCESS && request.message == WFS_OPEN_COMPLETE && request.session) end_session(request.session);
    return result;
}

HRESULT check_open(LPSTR name, HAPP app, LPVOID service_version, LPVOID provider_version, LPVOID handle) {
    if (!name || !service_version || !provider_version || !handle) return WFS_ERR_INVALID_POINTER;
    if (!is_started()) return WFS_ERR_NOT_STARTED;
    if (!is_app_handle(app)) return WFS_ERR_INVALID_APP_HANDLE;
    struct device *device = device_named(name);
    if (!device) return WFS_ERR_SERVICE_NOT_FOUND;
    return device->killed ? WFS_ERR_INVALID_SERVPROV : WFS_SUCCESS;
}

HRESULT open_request(struct request *request, LPSTR name, LPSTR app_id, LPHSERVICE handle) {
    request->device = device_named(name);
    request->session = new_session(request->device, 0, app_id);
    if (!request->session) return WFS_ERR_OUT_OF_MEMORY;
    *handle = request->handle = request->session->handle;
    return WFS_SUCCESS;
}

EXPORT HRESULT WINAPI WFSAsyncOpen(LPSTR name, HAPP app, LPSTR app_id, DWORD trace, DWORD timeout, LPHSERVICE handle,
                                   HWND window, DWORD versions, LPWFSVERSION service_version,
                                   LPWFSVERSION provider_version, LPREQUESTID id) {
    (void)trace;
    lock_all();
    struct request request = request_for(WFS_OPEN_COMPLETE, 0, window);
    HRESULT result = check_open(name, app, service_version, provider_version, handle);
    if (result == WFS_SUCCESS && !id) result = WFS_ERR_INVALID_POINTER;
    if (result == WFS_SUCCESS && !IsWindow(window)) result = WFS_ERR_INVALID_HWND;
    if (result == WFS_SUCCESS) result = open_request(&request, name, app_id, handle);
    if (result == WFS_SUCCESS) {
        request.versions = versions;
        request.service_version = service_version;
        request.provider_version = provider_version;
        result = call(request, timeout, id);
    }
    unlock_all();
    return result;
}

static HRESULT simple_call(UINT message, HSERVICE handle, HWND window, DWORD timeout, LPREQUESTID id) {
    lock_all();
    HRESULT result = call(request_for(message, handle, window), timeout, id);
    unlock_all();
    return result;
}

EXPORT HRESULT WINAPI WFSAsyncClose(HSERVICE handle, HWND window, LPREQUESTID id) {
    return simple_call(WFS_CLOSE_COMPLETE, handle, window, WFS_INDEFINITE_WAIT, id);
}

EXPORT HRESULT WINAPI WFSAsyncLock(HSERVICE handle, DWORD timeout, HWND window, LPREQUESTID id) {
    return simple_call(WFS_LOCK_COMPLETE, handle, window, timeout, id);
}

EXPORT HRESULT WINAPI WFSAsyncUnlock(HSERVICE handle, HWND window, LPREQUESTID id) {
    return simple_call(WFS_UNLOCK_COMPLETE, handle, window, WFS_INDEFINITE_WAIT, id);
}

/* The manager itself has system events and no others. */
HRESULT check_registration(const struct request *request) {
    const DWORD all = SERVICE_EVENTS | USER_EVENTS | SYSTEM_EVENTS | EXECUTE_EVENTS;
    BOOL adds = request->message == WFS_REGISTER_COMPLETE;
    DWORD offered = request->handle == 0 ? SYSTEM_EVENTS : all;
    if ((request->classes & ~offered) || (adds && request->classes == 0)) return WFS_ERR_INVALID_EVENT_CLASS;
    return IsWindow(request->registered) || (!adds && !request->registered) ? WFS_SUCCESS : WFS_ERR_INVALID_HWNDREG;
}

static HRESULT registration_call(UINT message, HSERVICE handle, DWORD classes, HWND registered, HWND window,
                                 LPREQUESTID id) {
    lock_all();
    struct request request = request_for(message, handle, window);
    request.classes = classes;
    request.registered = registered;
    HRESULT result = is_started() ? check_registration(&request) : WFS_ERR_NOT_STARTED;
    if (result == WFS_SUCCESS) result = call(request, WFS_INDEFINITE_WAIT, id);
    unlock_all();
    return result;
}

EXPORT HRESULT WINAPI WFSAsyncRegister(HSERVICE handle, DWORD classes, HWND registered, HWND window, LPREQUESTID id) {
    return registration_call(WFS_REGISTER_COMPLETE, handle, classes, registered, window, id);
}

EXPORT HRESULT WINAPI WFSAsyncDeregister(HSERVICE handle, DWORD classes, HWND registered, HWND window,
                                         LPREQUESTID id) {
    return registration_call(WFS_DEREGISTER_COMPLETE, handle, classes, registered, window, id);
}

/* A number of another class is refused at once; one that this class has and the device has not, by the completion. */
HRESULT check_code(const struct request *request) {
    if (!request->session) return WFS_SUCCESS; /* call() says so */
    DWORD first = request->device->class->first_code;
    if (request->code >= first && request->code < first + 99) return WFS_SUCCESS;
    return request->message == WFS_GETINFO_COMPLETE ? WFS_ERR_INVALID_CATEGORY : WFS_ERR_INVALID_COMMAND;
}

void crash_here(void) {
    volatile uintptr_t nowhere = 8;
    *(volatile int *)nowhere = 0;
}

/* Without the lock, so that where the process survives it a call that should not be made any more is still seen. */
static void crash_if_told(HSERVICE handle) {
    lock_all();
    struct session *session = session_of(handle);
    BOOL crashes = session && session->device->crashes;
    if (crashes) session->device->crashes = FALSE;
    unlock_all();
    if (crashes) crash_here();
}

static HRESULT coded_call(UINT message, HSERVICE handle, DWORD code, LPVOID data, DWORD timeout, HWND window,
                          LPREQUESTID id) {
    crash_if_told(handle);
    lock_all();
    struct request request = request_for(message, handle, window);
    request.code = code;
    request.data = data;
    HRESULT result = is_started() ? check_code(&request) : WFS_ERR_NOT_STARTED;
    if (result == WFS_SUCCESS) result = call(request, timeout, id);
    unlock_all();
    return result;
}

EXPORT HRESULT WINAPI WFSAsyncGetInfo(HSERVICE handle, DWORD category, LPVOID query, DWORD timeout, HWND window,
                                      LPREQUESTID id) {
    return coded_call(WFS_GETINFO_COMPLETE, handle, category, query, timeout, window, id);
}

EXPORT HRESULT WINAPI WFSAsyncExecute(HSERVICE handle, DWORD command, LPVOID data, DWORD timeout, HWND window,
                                      LPREQUESTID id) {
    return coded_call(WFS_EXECUTE_COMPLETE, handle, command, data, timeout, window, id);
}

EXPORT HRESULT WINAPI WFSCancelAsyncRequest(HSERVICE handle, REQUESTID id) {
    lock_all();
    HRESULT result = !is_started()           ? WFS_ERR_NOT_STARTED
                     : !session_of(handle) ? WFS_ERR_INVALID_HSERVICE
                                           : cancel(handle, id);
    unlock_all();
    return result;
}
