/* Who has registered for what, and telling them. */
#include "manager.h"

#include <stdio.h>
#include <string.h>

struct registration {
    HWND window; /* NULL: not in use */
    HSERVICE session; /* 0: the manager itself */
    DWORD classes;
};
static struct registration registrations[REGISTRATIONS_MAX];

static const char WORKSTATION[] = "KIOSK";

static const struct {
    DWORD class;
    UINT message;
} MESSAGES[] = {
    {SERVICE_EVENTS, WFS_SERVICE_EVENT},
    {USER_EVENTS, WFS_USER_EVENT},
    {SYSTEM_EVENTS, WFS_SYSTEM_EVENT},
    {EXECUTE_EVENTS, WFS_EXECUTE_EVENT},
};

static UINT message_of(DWORD class) {
    for (size_t i = 0; i < sizeof MESSAGES / sizeof *MESSAGES; i++)
        if (MESSAGES[i].class == class) return MESSAGES[i].message;
    return 0;
}

HRESULT add_registration(HSERVICE session, DWORD classes, HWND window) {
    struct registration *free_one = NULL;
    for (int i = 0; i < REGISTRATIONS_MAX; i++) {
        struct registration *known = &registrations[i];
        if (known->window == window && known->session == session) {
            known->classes |= classes; /* registering again adds */
            return WFS_SUCCESS;
        }
        if (!known->window && !free_one) free_one = known;
    }
    if (!free_one) return WFS_ERR_OUT_OF_MEMORY;
    *free_one = (struct registration){window, session, classes};
    return WFS_SUCCESS;
}

/* No window means all of them, no class means all of them. */
HRESULT remove_registration(HSERVICE session, DWORD classes, HWND window) {
    HRESULT result = WFS_ERR_NOT_REGISTERED;
    for (int i = 0; i < REGISTRATIONS_MAX; i++) {
        struct registration *known = &registrations[i];
        if (!known->window || known->session != session || (window && known->window != window)) continue;
        known->classes &= classes == 0 ? 0 : ~classes;
        if (known->classes == 0) *known = (struct registration){0};
        result = WFS_SUCCESS;
    }
    return result;
}

void remove_registrations_of(HSERVICE session) { remove_registration(session, 0, NULL); }

void remove_all_registrations(void) { memset(registrations, 0, sizeof registrations); }

static void tell(const struct registration *whom, DWORD class, DWORD id, REQUESTID request, filler fill,
                 const void *with) {
    struct parcel *parcel = new_parcel();
    LPWFSRESULT event = result_of(parcel);
    event->RequestID = request;
    event->hService = whom->session;
    event->tsTimestamp = local_time();
    event->u.dwEventID = id;
    if (fill) fill(parcel, session_of(whom->session), with);
    struct session *session = session_of(whom->session);
    if (session) spoil(parcel, session->device, message_of(class), id);
    deliver(parcel, whom->window, message_of(class));
}

void execute_event(struct request *request, DWORD id, filler fill, const void *with) {
    for (int i = 0; i < REGISTRATIONS_MAX; i++) {
        struct registration *known = &registrations[i];
        if (known->window && known->session == request->handle && (known->classes & EXECUTE_EVENTS))
            tell(known, EXECUTE_EVENTS, id, request->id, fill, with);
    }
}

void device_event(struct device *device, DWORD class, DWORD id, filler fill, const void *with) {
    for (int i = 0; i < REGISTRATIONS_MAX; i++) {
        struct registration *known = &registrations[i];
        if (!known->window || !(known->classes & class)) continue;
        struct session *session = session_of(known->session);
        if (session && session->device == device) tell(known, class, id, 0, fill, with);
    }
}

static void manager_event(DWORD id, filler fill, const void *with) {
    for (int i = 0; i < REGISTRATIONS_MAX; i++) {
        struct registration *known = &registrations[i];
        if (known->window && known->session == 0) tell(known, SYSTEM_EVENTS, id, 0, fill, with);
    }
}

static void fill_device_status(struct parcel *parcel, const struct session *session, const void *with) {
    const struct device *device = with;
    WFSDEVSTATUS *status = room(parcel, sizeof *status);
    (void)session;
    status->lpszPhysicalName = text(parcel, device->name);
    status->lpszWorkstationName = text(parcel, WORKSTATION);
    status->dwState = state_of(device);
}

void device_status_event(struct device *device) {
    device_event(device, SYSTEM_EVENTS, WFS_SYSE_DEVICE_STATUS, fill_device_status, device);
}

static void fill_error(struct parcel *parcel, const struct device *device, const char *app_id, DWORD action) {
    static const char REASON[] = "made to fail";
    WFSHWERROR *error = room(parcel, sizeof *error);
    error->lpszLogicalName = text(parcel, device->name);
    error->lpszPhysicalName = text(parcel, device->name);
    error->lpszWorkstationName = text(parcel, WORKSTATION);
    error->lpszAppID = text(parcel, app_id);
    error->dwAction = action;
    error->dwSize = sizeof REASON - 1;
    error->lpbDescription = copied(parcel, REASON, sizeof REASON - 1);
}

static void fill_hardware_error(struct parcel *parcel, const struct session *session, const void *with) {
    fill_error(parcel, with, session ? session->app_id : "", WFS_ERR_ACT_RESET);
}

void hardware_error_event(struct device *device) {
    device_event(device, SYSTEM_EVENTS, WFS_SYSE_HARDWARE_ERROR, fill_hardware_error, device);
}

static void fill_software_error(struct parcel *parcel, const struct session *session, const void *with) {
    fill_error(parcel, with, session ? session->app_id : "", WFS_ERR_ACT_SWERROR);
}

void provider_died_event(struct device *device) {
    device_event(device, SYSTEM_EVENTS, WFS_SYSE_SOFTWARE_ERROR, fill_software_error, device);
    manager_event(WFS_SYSE_SOFTWARE_ERROR, fill_software_error, device);
}

/* Only who holds the device is asked for it. */
void lock_requested_event(struct device *device) {
    for (int i = 0; device->owner && i < REGISTRATIONS_MAX; i++) {
        struct registration *known = &registrations[i];
        if (known->window && known->session == device->owner->handle && (known->classes & SYSTEM_EVENTS))
            tell(known, SYSTEM_EVENTS, WFS_SYSE_LOCK_REQUESTED, 0, NULL, NULL);
    }
}
