/* Service class SIU: what it reports of its ports. Changing them is in siu_ports.c. */
#include "manager.h"

#include <stdio.h>
#include <string.h>

static void status(struct request *request) {
    WFSSIUSTATUS full = {.fwDevice = state_of(request->device), .ports = request->device->is.siu.now};
    size_t old = offsetof(WFSSIUSTATUS, usPowerSaveRecoveryTime);
    struct parcel *parcel = new_parcel();
    WFSSIUSTATUS *given = copied(parcel, &full, request->session->version < VERSION(3, 20) ? old : sizeof full);
    given->lpszExtra = extra(parcel, "simulated=yes");
    complete(request, WFS_SUCCESS, parcel);
}

static void capabilities(struct request *request) {
    WFSSIUCAPS full = {
        .wClass = WFS_SERVICE_CLASS_SIU,
        .fwType = WFS_SIU_SENSORS | WFS_SIU_DOORS | WFS_SIU_INDICATORS | WFS_SIU_AUXILIARIES | WFS_SIU_GUIDLIGHTS,
        .ports = SIU_PORTS_OFFERED,
    };
    WORD version = request->session->version;
    size_t at_300 = offsetof(WFSSIUCAPS, bPowerSaveControl);
    size_t at_320 = offsetof(WFSSIUCAPS, lpdwSynchronizableCommands);
    struct parcel *parcel = new_parcel();
    WFSSIUCAPS *given = copied(parcel, &full,
                               version < VERSION(3, 20)   ? at_300
                               : version < VERSION(3, 30) ? at_320
                                                          : sizeof full);
    given->lpszExtra = extra(parcel, "simulated=yes");
    complete(request, WFS_SUCCESS, parcel);
}

static void info(struct request *request) {
    switch (request->code) {
        case WFS_INF_SIU_STATUS: return status(request);
        case WFS_INF_SIU_CAPABILITIES: return capabilities(request);
        default: return complete(request, WFS_ERR_UNSUPP_CATEGORY, NULL);
    }
}

static void execute(struct request *request) {
    if (request->code == WFS_CMD_SIU_RESET) return complete(request, WFS_SUCCESS, NULL);
    if (!request->data) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    switch (request->code) {
        case WFS_CMD_SIU_ENABLE_EVENTS: return enable_events(request);
        case WFS_CMD_SIU_SET_PORTS: return set_ports(request);
        case WFS_CMD_SIU_SET_INDICATOR: return set_port(request, WFS_SIU_INDICATORS);
        case WFS_CMD_SIU_SET_AUXILIARY: return set_port(request, WFS_SIU_AUXILIARIES);
        case WFS_CMD_SIU_SET_GUIDLIGHT: return set_port(request, WFS_SIU_GUIDLIGHTS);
        default: return complete(request, WFS_ERR_UNSUPP_COMMAND, NULL);
    }
}

static void fill_counted(struct parcel *parcel, const struct session *session, const void *with) {
    unsigned n = *(const unsigned *)with;
    char counted[32];
    WFSSIUPORTEVENT *event = room(parcel, sizeof *event);
    (void)session;
    snprintf(counted, sizeof counted, "seq=%u", n);
    event->wPortType = WFS_SIU_SENSORS;
    event->wPortIndex = WFS_SIU_PROXIMITY;
    event->wPortStatus = n % 2 == 0 ? WFS_SIU_PRESENT : WFS_SIU_NOT_PRESENT;
    event->lpszExtra = extra(parcel, counted);
}

/* Somebody steps up and away, again and again; its number stands in lpszExtra. Needs no enabling. */
static void storm(struct device *device, unsigned n) {
    device_event(device, SERVICE_EVENTS, WFS_SRVE_SIU_PORT_STATUS, fill_counted, &n);
}

const struct service_class SIU = {"SIU", WFS_SERVICE_CLASS_SIU, 800, reset_ports, info, execute, storm};
