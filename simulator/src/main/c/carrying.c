/* What becomes of a request when its turn has come. */
#include "manager.h"

static BOOL locked_by_other(const struct request *request) {
    return request->device->owner && request->device->owner != request->session;
}

BOOL may_start(struct request *request) {
    switch (request->message) {
        case WFS_EXECUTE_COMPLETE: return !request->device->running || locked_by_other(request);
        case WFS_CLOSE_COMPLETE: return !earlier_of_session(request);
        case WFS_LOCK_COMPLETE:
            if (!locked_by_other(request)) return TRUE;
            if (!request->asked) lock_requested_event(request->device);
            request->asked = TRUE;
            return FALSE;
        default: return TRUE;
    }
}

static void carry_out_open(struct request *request) {
    HRESULT result = negotiate(request->versions, request->device->highest, request->service_version,
                               WFS_ERR_SRVC_VER_TOO_LOW, WFS_ERR_SRVC_VER_TOO_HIGH);
    request->session->version = swapped(request->service_version->wVersion);
    if (request->device->agrees) request->service_version->wVersion = swapped(request->device->agrees);
    *request->provider_version = *request->service_version;
    complete(request, result, NULL);
}

static void lock_device(struct request *request) {
    request->device->owner = request->session;
    complete(request, WFS_SUCCESS, NULL);
}

static void unlock_device(struct request *request) {
    BOOL owns = request->device->owner == request->session;
    if (owns) request->device->owner = NULL;
    complete(request, owns ? WFS_SUCCESS : WFS_ERR_NOT_LOCKED, NULL);
}

static void execute(struct request *request) {
    struct device *device = request->device;
    if (locked_by_other(request)) {
        complete(request, WFS_ERR_LOCKED, NULL);
    } else if (device->fault == FAULT_DEAD) {
        hardware_error_event(device);
        complete(request, WFS_ERR_HARDWARE_ERROR, NULL);
    } else if (device->fault == FAULT_OFFLINE) {
        complete(request, WFS_ERR_DEV_NOT_READY, NULL);
    } else {
        device->class->execute(request);
    }
}

void carry_out(struct request *request) {
    switch (request->message) {
        case WFS_OPEN_COMPLETE: carry_out_open(request); break;
        case WFS_CLOSE_COMPLETE: complete(request, WFS_SUCCESS, NULL); break;
        case WFS_LOCK_COMPLETE: lock_device(request); break;
        case WFS_UNLOCK_COMPLETE: unlock_device(request); break;
        case WFS_REGISTER_COMPLETE:
            complete(request, add_registration(request->handle, request->classes, request->registered), NULL);
            break;
        case WFS_DEREGISTER_COMPLETE:
            complete(request, remove_registration(request->handle, request->classes, request->registered), NULL);
            break;
        case WFS_GETINFO_COMPLETE: request->device->class->info(request); break;
        default: execute(request);
    }
}
