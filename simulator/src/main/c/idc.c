/* Service class IDC: a motorised card reader. */
#include "manager.h"

#include <string.h>

static void reset(struct device *device) { device->is.idc = (struct idc){.light = 1}; }

static WORD media_of(const struct idc *idc) {
    switch (idc->place) {
        case CARD_INSIDE: return WFS_IDC_MEDIAPRESENT;
        case CARD_AT_EXIT: return WFS_IDC_MEDIAENTERING;
        case CARD_JAMMED: return WFS_IDC_MEDIAJAMMED;
        default: return WFS_IDC_MEDIANOTPRESENT;
    }
}

static void status(struct request *request) {
    const struct idc *idc = &request->device->is.idc;
    WFSIDCSTATUS full = {
        .fwDevice = state_of(request->device),
        .fwMedia = media_of(idc),
        .fwRetainBin = bin_state(idc),
        .fwSecurity = WFS_IDC_SECNOTSUPP,
        .usCards = (USHORT)idc->in_bin,
        .fwChipPower = idc->place != CARD_INSIDE ? WFS_IDC_CHIPNOCARD
                       : idc->chip_on           ? WFS_IDC_CHIPONLINE
                                                : WFS_IDC_CHIPPOWEREDOFF,
        .dwGuidLights = {idc->light},
        .fwChipModule = WFS_IDC_MODOK,
        .fwMagReadModule = WFS_IDC_MODOK,
        .fwMagWriteModule = WFS_IDC_MODNOTSUPP,
        .fwFrontImageModule = WFS_IDC_MODNOTSUPP,
        .fwBackImageModule = WFS_IDC_MODNOTSUPP,
        .wDevicePosition = WFS_IDC_DEVICEPOSNOTSUPP,
    };
    size_t old = offsetof(WFSIDCSTATUS, dwGuidLights);
    struct parcel *parcel = new_parcel();
    WFSIDCSTATUS *given = copied(parcel, &full, request->session->version < VERSION(3, 20) ? old : sizeof full);
    given->lpszExtra = extra(parcel, "simulated=yes");
    complete(request, WFS_SUCCESS, parcel);
}

static void capabilities(struct request *request) {
    WFSIDCCAPS full = {
        .wClass = WFS_SERVICE_CLASS_IDC,
        .fwType = WFS_IDC_TYPEMOTOR,
        .fwReadTracks = WFS_IDC_TRACK1 | WFS_IDC_TRACK2 | WFS_IDC_TRACK3,
        .fwChipProtocols = WFS_IDC_CHIPT0,
        .usCards = BIN_CARDS_MAX,
        .fwSecType = 1,
        .fwPowerOnOption = WFS_IDC_NOACTION,
        .fwPowerOffOption = WFS_IDC_NOACTION,
        .fwChipPower = WFS_IDC_CHIPPOWERCOLD | WFS_IDC_CHIPPOWERWARM | WFS_IDC_CHIPPOWEROFF,
        .dwGuidLights = {0x9f},
        .fwEjectPosition = WFS_IDC_EXITPOSITION,
    };
    size_t at_300 = offsetof(WFSIDCCAPS, fwDIPMode), at_320 = offsetof(WFSIDCCAPS, lpdwSynchronizableCommands);
    WORD version = request->session->version;
    struct parcel *parcel = new_parcel();
    WFSIDCCAPS *given = copied(parcel, &full,
                               version < VERSION(3, 20)   ? at_300
                               : version < VERSION(3, 30) ? at_320
                                                          : sizeof full);
    given->lpszExtra = extra(parcel, "simulated=yes");
    complete(request, WFS_SUCCESS, parcel);
}

static void info(struct request *request) {
    switch (request->code) {
        case WFS_INF_IDC_STATUS: return status(request);
        case WFS_INF_IDC_CAPABILITIES: return capabilities(request);
        default: return complete(request, WFS_ERR_UNSUPP_CATEGORY, NULL);
    }
}

static void retain(struct request *request) {
    HRESULT result = retain_card(request->device);
    struct parcel *parcel = new_parcel();
    WFSIDCRETAINCARD *kept = room(parcel, sizeof *kept);
    kept->usCount = (USHORT)request->device->is.idc.in_bin;
    kept->fwPosition = media_of(&request->device->is.idc);
    complete(request, result, parcel);
}

static void fill_position(struct parcel *parcel, const struct session *session, const void *with) {
    (void)session;
    copied(parcel, with, sizeof(WORD));
}

/* Says where a card was found, and does with it what it is told; without being told, lets it be. */
static void reset_reader(struct request *request) {
    struct idc *idc = &request->device->is.idc;
    const WORD *action = request->data;
    WORD found = WFS_IDC_CARDREADPOSITION;
    if (idc->place == CARD_JAMMED && !idc->jams) idc->place = CARD_INSIDE;
    BOOL has_card = idc->place == CARD_INSIDE || idc->place == CARD_AT_EXIT || idc->place == CARD_JAMMED;
    HRESULT result = !has_card || !action       ? WFS_SUCCESS
                     : *action == WFS_IDC_EJECT  ? eject_card(request->device)
                     : *action == WFS_IDC_RETAIN ? retain_card(request->device)
                                                 : WFS_SUCCESS;
    if (idc->place == CARD_JAMMED) found = WFS_IDC_CARDJAMMED;
    if (idc->place == CARD_AT_EXIT) found = WFS_IDC_CARDEJECTED;
    if (has_card && idc->place != CARD_NONE)
        device_event(request->device, SERVICE_EVENTS, WFS_SRVE_IDC_MEDIADETECTED, fill_position, &found);
    complete(request, result, NULL);
}

static void set_light(struct request *request) {
    const WFSIDCSETGUIDLIGHT *wanted = request->data;
    if (request->session->version < VERSION(3, 20)) return complete(request, WFS_ERR_UNSUPP_COMMAND, NULL);
    if (!wanted || wanted->wGuidLight != 0) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    request->device->is.idc.light = wanted->dwCommand;
    complete(request, WFS_SUCCESS, NULL);
}

static void execute(struct request *request) {
    switch (request->code) {
        case WFS_CMD_IDC_READ_RAW_DATA: return read_raw_data(request);
        case WFS_CMD_IDC_EJECT_CARD: return complete(request, eject_card(request->device), NULL);
        case WFS_CMD_IDC_RETAIN_CARD: return retain(request);
        case WFS_CMD_IDC_RESET_COUNT:
            request->device->is.idc.in_bin = 0;
            return complete(request, WFS_SUCCESS, NULL);
        case WFS_CMD_IDC_RESET: return reset_reader(request);
        case WFS_CMD_IDC_CHIP_IO: return chip_io(request);
        case WFS_CMD_IDC_CHIP_POWER: return chip_power(request);
        case WFS_CMD_IDC_SET_GUIDANCE_LIGHT: return set_light(request);
        default: return complete(request, WFS_ERR_UNSUPP_COMMAND, NULL);
    }
}

static void fill_action(struct parcel *parcel, const struct session *session, const void *with) {
    WFSIDCCARDACT *action = room(parcel, sizeof *action);
    (void)session;
    action->wAction = WFS_IDC_CARDREADPOSITION;
    action->wPosition = (WORD) * (const unsigned *)with;
}

/* The position counts, modulo 65,536, so that a gap or a swap can be seen. */
static void storm(struct device *device, unsigned n) {
    device_event(device, SERVICE_EVENTS, WFS_SRVE_IDC_CARDACTION, fill_action, &n);
}

const struct service_class IDC = {"IDC", WFS_SERVICE_CLASS_IDC, 200, reset, info, execute, storm};
