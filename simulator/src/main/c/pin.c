/* Service class PIN: an encrypting keypad. Its keys and ciphers are the controller's. */
#include "manager.h"

#include <string.h>

static void reset(struct device *device) { device->is.pin = (struct pin){.light = 1}; }

static void status(struct request *request) {
    WFSPINSTATUS full = {
        .fwDevice = state_of(request->device),
        .fwEncStat = WFS_PIN_ENCREADY,
        .dwGuidLights = {request->device->is.pin.light},
        .dwCertificateState = WFS_PIN_CERT_NOTREADY,
        .wDevicePosition = WFS_PIN_DEVICEPOSNOTSUPP,
    };
    size_t old = offsetof(WFSPINSTATUS, dwGuidLights);
    struct parcel *parcel = new_parcel();
    WFSPINSTATUS *given = copied(parcel, &full, request->session->version < VERSION(3, 20) ? old : sizeof full);
    given->lpszExtra = extra(parcel, "simulated=yes");
    complete(request, WFS_SUCCESS, parcel);
}

static void capabilities(struct request *request) {
    WFSPINCAPS full = {
        .wClass = WFS_SERVICE_CLASS_PIN,
        .fwType = WFS_PIN_TYPEEPP,
        .usKeyNum = 100,
        .fwAlgorithms = WFS_PIN_CRYPTTRIDESECB,
        .fwPinFormats = WFS_PIN_FORMANSI | WFS_PIN_FORMISO0 | WFS_PIN_FORMISO4,
        .fwDisplay = WFS_PIN_DISPNONE,
        .fwKeyCheckModes = WFS_PIN_KCVSELF,
        .dwGuidLights = {0x9f},
    };
    size_t at_300 = offsetof(WFSPINCAPS, dwGuidLights), at_320 = offsetof(WFSPINCAPS, wDESKeyLength);
    WORD version = request->session->version;
    struct parcel *parcel = new_parcel();
    WFSPINCAPS *given = copied(parcel, &full,
                               version < VERSION(3, 20)   ? at_300
                               : version < VERSION(3, 30) ? at_320
                                                          : sizeof full);
    given->lpszExtra = extra(parcel, "simulated=yes");
    complete(request, WFS_SUCCESS, parcel);
}

/* The keys of the demonstration bank, as far as this standard has a format for them. */
static void key_detail(struct request *request) {
    static const struct {
        const char *name;
        WORD use;
    } KEYS[] = {{"MASTER", WFS_PIN_USEKEYENCKEY}, {"PINKEY", WFS_PIN_USEFUNCTION}};
    const size_t count = sizeof KEYS / sizeof *KEYS;
    const char *wanted = request->data;
    struct parcel *parcel = new_parcel();
    WFSPINKEYDETAIL **list = room(parcel, (count + 1) * sizeof *list);
    size_t filled = 0;
    for (size_t i = 0; i < count; i++) {
        if (wanted && strcmp(wanted, KEYS[i].name) != 0) continue;
        WFSPINKEYDETAIL key = {.fwUse = KEYS[i].use, .bLoaded = TRUE};
        size_t old = offsetof(WFSPINKEYDETAIL, lpxKeyBlockHeader);
        list[filled] = copied(parcel, &key, request->session->version < VERSION(3, 20) ? old : sizeof key);
        list[filled++]->lpsKeyName = text(parcel, KEYS[i].name);
    }
    complete(request, filled > 0 ? WFS_SUCCESS : WFS_ERR_PIN_KEYNOTFOUND, parcel);
}

static void function_keys(struct request *request) {
    const ULONG *wanted = request->data;
    struct parcel *parcel = new_parcel();
    WFSPINFUNCKEYDETAIL *detail = room(parcel, sizeof *detail);
    ULONG fdks = wanted ? *wanted & PAD_FDKS : PAD_FDKS;
    for (ULONG left = fdks; left != 0; left &= left - 1) detail->usNumberFDKs++;
    detail->ulFuncMask = PAD_KEYS;
    detail->lppFDKs = room(parcel, (detail->usNumberFDKs + 1u) * sizeof *detail->lppFDKs);
    for (ULONG left = fdks, i = 0; left != 0; left &= left - 1, i++) {
        WFSPINFDK key = {left & (~left + 1), (USHORT)(100 * (i / 4)), (USHORT)(20 + 20 * (i % 4))};
        detail->lppFDKs[i] = copied(parcel, &key, sizeof key);
    }
    complete(request, WFS_SUCCESS, parcel);
}

static void info(struct request *request) {
    switch (request->code) {
        case WFS_INF_PIN_STATUS: return status(request);
        case WFS_INF_PIN_CAPABILITIES: return capabilities(request);
        case WFS_INF_PIN_KEY_DETAIL: return key_detail(request);
        case WFS_INF_PIN_FUNCKEY_DETAIL: return function_keys(request);
        default: return complete(request, WFS_ERR_UNSUPP_CATEGORY, NULL);
    }
}

static void set_light(struct request *request) {
    const WFSPINSETGUIDLIGHT *wanted = request->data;
    if (request->session->version < VERSION(3, 20)) return complete(request, WFS_ERR_UNSUPP_COMMAND, NULL);
    if (!wanted || wanted->wGuidLight != 0) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    request->device->is.pin.light = wanted->dwCommand;
    complete(request, WFS_SUCCESS, NULL);
}

static void execute(struct request *request) {
    switch (request->code) {
        case WFS_CMD_PIN_GET_PIN: return get_pin(request);
        case WFS_CMD_PIN_GET_DATA: return get_data(request);
        case WFS_CMD_PIN_GET_PINBLOCK: return get_pin_block(request);
        case WFS_CMD_PIN_RESET:
            forget_pin(&request->device->is.pin);
            return complete(request, WFS_SUCCESS, NULL);
        case WFS_CMD_PIN_SET_GUIDANCE_LIGHT: return set_light(request);
        default: return complete(request, WFS_ERR_UNSUPP_COMMAND, NULL);
    }
}

static void fill_position(struct parcel *parcel, const struct session *session, const void *with) {
    WORD position = (WORD) * (const unsigned *)with;
    (void)session;
    copied(parcel, &position, sizeof position);
}

/* The position counts, modulo 65,536, so that a gap or a swap can be seen. */
static void storm(struct device *device, unsigned n) {
    device_event(device, SERVICE_EVENTS, WFS_SRVE_PIN_DEVICEPOSITION, fill_position, &n);
}

const struct service_class PIN = {"PIN", WFS_SERVICE_CLASS_PIN, 400, reset, info, execute, storm};
