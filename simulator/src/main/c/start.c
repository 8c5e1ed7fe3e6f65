/* The manager itself: started or not, the version agreed on, handles of applications. */
#include "manager.h"

#include <stdio.h>
#include <string.h>

static BOOL started;
static uintptr_t last_app_handle, app_handles[SESSIONS_MAX];

static const char DESCRIPTION[] = "Kiosk Guard: a terminal in software";

BOOL is_started(void) { return started; }

/* A range of versions is one DWORD: the lowest in its high word, the highest in its low word. */
HRESULT negotiate(DWORD required, WORD highest, LPWFSVERSION into, HRESULT too_low, HRESULT too_high) {
    WORD wanted_low = swapped((WORD)(required >> 16)), wanted_high = swapped((WORD)required);
    memset(into, 0, sizeof *into);
    into->wLowVersion = swapped(LOWEST_VERSION);
    into->wHighVersion = swapped(highest);
    snprintf(into->szDescription, sizeof into->szDescription, "%s", DESCRIPTION);
    snprintf(into->szSystemStatus, sizeof into->szSystemStatus, "in order");
    if (wanted_low > highest || wanted_low > wanted_high) return too_high;
    if (wanted_high < LOWEST_VERSION) return too_low;
    into->wVersion = swapped(wanted_high < highest ? wanted_high : highest);
    return WFS_SUCCESS;
}

EXPORT HRESULT WINAPI WFSStartUp(DWORD required, LPWFSVERSION version) {
    if (!version) return WFS_ERR_INVALID_POINTER;
    lock_all();
    connect_control_once();
    HRESULT result = negotiate(required, HIGHEST_VERSION, version, WFS_ERR_API_VER_TOO_LOW, WFS_ERR_API_VER_TOO_HIGH);
    if (result == WFS_SUCCESS && started) result = WFS_ERR_ALREADY_STARTED;
    if (result == WFS_SUCCESS) started = TRUE;
    unlock_all();
    return result;
}

void stop_manager(void) {
    drop_all_requests();
    end_all_sessions();
    remove_all_registrations();
    memset(app_handles, 0, sizeof app_handles);
    started = FALSE;
}

EXPORT HRESULT WINAPI WFSCleanUp(void) {
    lock_all();
    HRESULT result = started ? WFS_SUCCESS : WFS_ERR_NOT_STARTED;
    if (started) {
        for (int i = 0; device_number(i); i++) lose_requests(device_number(i), WFS_ERR_CANCELED);
        stop_manager();
    }
    unlock_all();
    return result;
}

static uintptr_t *app_handle_slot(uintptr_t handle) {
    for (int i = 0; i < SESSIONS_MAX; i++)
        if (app_handles[i] == handle) return &app_handles[i];
    return NULL;
}

BOOL is_app_handle(HAPP handle) {
    return handle == WFS_DEFAULT_HAPP || app_handle_slot((uintptr_t)handle) != NULL;
}

EXPORT HRESULT WINAPI WFSCreateAppHandle(LPHAPP handle) {
    if (!handle) return WFS_ERR_INVALID_POINTER;
    lock_all();
    uintptr_t *slot = app_handle_slot(0);
    HRESULT result = !started ? WFS_ERR_NOT_STARTED : !slot ? WFS_ERR_OUT_OF_MEMORY : WFS_SUCCESS;
    if (result == WFS_SUCCESS) {
        *slot = ++last_app_handle;
        *handle = (HAPP)*slot;
    }
    unlock_all();
    return result;
}

EXPORT HRESULT WINAPI WFSDestroyAppHandle(HAPP handle) {
    lock_all();
    uintptr_t *slot = handle == WFS_DEFAULT_HAPP ? NULL : app_handle_slot((uintptr_t)handle);
    HRESULT result = !started ? WFS_ERR_NOT_STARTED : !slot ? WFS_ERR_INVALID_APP_HANDLE : WFS_SUCCESS;
    if (result == WFS_SUCCESS) *slot = 0;
    unlock_all();
    return result;
}

EXPORT HRESULT WINAPI WFMSetTraceLevel(HSERVICE handle, DWORD level) {
    lock_all();
    HRESULT result = !started                             ? WFS_ERR_NOT_STARTED
                     : handle != 0 && !session_of(handle) ? WFS_ERR_INVALID_HSERVICE
                     : level > 0x1f                       ? WFS_ERR_INVALID_TRACELEVEL
                                                          : WFS_SUCCESS;
    unlock_all();
    return result;
}
