/* The ports of an SIU: sensors, doors, indicators, auxiliaries and guidance lights, each one word. */
#include "manager.h"

#include <stdlib.h>
#include <string.h>

#define VOLUME_MIN 1 /* the standard counts from 1 to 1000 and has no word for mute */
#define VOLUME_USUAL 500

#define EVERY_RATE (WFS_SIU_OFF | WFS_SIU_ON | 4 | 8 | 16 | WFS_SIU_CONTINUOUS)

const PORTS SIU_PORTS_OFFERED = {
    .fwSensors =
        {
            [WFS_SIU_OPERATORSWITCH] = WFS_SIU_RUN | WFS_SIU_MAINTENANCE | WFS_SIU_SUPERVISOR,
            [WFS_SIU_TAMPER] = WFS_SIU_AVAILABLE,
            [WFS_SIU_INTTAMPER] = WFS_SIU_AVAILABLE,
            [WFS_SIU_SEISMIC] = WFS_SIU_AVAILABLE,
            [WFS_SIU_HEAT] = WFS_SIU_AVAILABLE,
            [WFS_SIU_PROXIMITY] = WFS_SIU_AVAILABLE,
            [WFS_SIU_ENHANCEDAUDIO] = WFS_SIU_HEADSET_DETECTION,
        },
    .fwDoors =
        {
            [WFS_SIU_CABINET] = WFS_SIU_CLOSED | WFS_SIU_OPEN,
            [WFS_SIU_SAFE] = WFS_SIU_CLOSED | WFS_SIU_OPEN,
        },
    .fwIndicators = {[WFS_SIU_OPENCLOSE] = WFS_SIU_CLOSED | WFS_SIU_OPEN, [WFS_SIU_FASCIALIGHT] = WFS_SIU_AVAILABLE},
    .fwAuxiliaries = {[WFS_SIU_VOLUME] = WFS_SIU_AVAILABLE},
    .fwGuidLights = {EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE,
                     EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE, EVERY_RATE},
};

static const PORTS AT_FIRST = {
    .fwSensors = {WFS_SIU_RUN, WFS_SIU_OFF, WFS_SIU_OFF, WFS_SIU_OFF, WFS_SIU_OFF, WFS_SIU_NOT_PRESENT,
                  WFS_SIU_NOT_AVAILABLE, WFS_SIU_NOT_PRESENT},
    .fwDoors = {WFS_SIU_CLOSED, WFS_SIU_CLOSED},
    .fwIndicators = {WFS_SIU_OPEN, WFS_SIU_OFF},
    .fwAuxiliaries = {VOLUME_USUAL},
    .fwGuidLights = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
};

void reset_ports(struct device *device) { device->is.siu = (struct siu){.now = AT_FIRST}; }

/* --- a kind of ports, in any of the structs that hold a word for each -------------------------------------- */

static const struct kind {
    WORD type;
    size_t first, count; /* in words of PORTS */
} KINDS[] = {
    {WFS_SIU_SENSORS, 0, 32}, {WFS_SIU_DOORS, 32, 16}, {WFS_SIU_INDICATORS, 48, 16}, {WFS_SIU_AUXILIARIES, 64, 16},
    {WFS_SIU_GUIDLIGHTS, 80, 16},
};
#define KIND_COUNT (sizeof KINDS / sizeof *KINDS)
#define WORDS 96

static const struct kind *kind_of(WORD type) {
    size_t i = 0;
    while (KINDS[i].type != type) i++;
    return &KINDS[i];
}

/* Packed structs are read and written as bytes: a pointer to a word within might not be aligned. */
static WORD word_at(const void *words, size_t index) {
    WORD word;
    memcpy(&word, (const BYTE *)words + index * sizeof word, sizeof word);
    return word;
}

static void set_word(void *words, size_t index, WORD word) {
    memcpy((BYTE *)words + index * sizeof word, &word, sizeof word);
}

static void fill_port(struct parcel *parcel, const struct session *session, const void *with) {
    (void)session;
    WFSSIUPORTEVENT *event = copied(parcel, with, sizeof *event);
    event->lpszExtra = extra(parcel, "");
}

/* A change is told only where somebody has enabled it. */
static void change(struct device *device, WORD type, WORD index, WORD state) {
    struct siu *siu = &device->is.siu;
    size_t at = kind_of(type)->first + index;
    if (word_at(&siu->now, at) == state) return;
    set_word(&siu->now, at, state);
    WFSSIUPORTEVENT event = {.wPortType = type, .wPortIndex = index, .wPortStatus = state};
    if (word_at(&siu->enabled, at))
        device_event(device, SERVICE_EVENTS, WFS_SRVE_SIU_PORT_STATUS, fill_port, &event);
}

void enable_events(struct request *request) {
    const WFSSIUENABLE *wanted = request->data;
    struct siu *siu = &request->device->is.siu;
    for (size_t i = 0; i < WORDS; i++) {
        WORD word = word_at(wanted, i);
        if (word > WFS_SIU_DISABLE_EVENT) return complete(request, WFS_ERR_SIU_SYNTAX, NULL);
        if (word == WFS_SIU_ENABLE_EVENT && word_at(&SIU_PORTS_OFFERED, i) == WFS_SIU_NOT_AVAILABLE)
            return complete(request, WFS_ERR_SIU_INVALID_PORT, NULL);
    }
    for (size_t i = 0; i < WORDS; i++)
        if (word_at(wanted, i) != WFS_SIU_NO_CHANGE)
            set_word(&siu->enabled, i, word_at(wanted, i) == WFS_SIU_ENABLE_EVENT);
    complete(request, WFS_SUCCESS, NULL);
}

static HRESULT check_port(size_t at, WORD command) {
    WORD offered = word_at(&SIU_PORTS_OFFERED, at);
    if (offered == WFS_SIU_NOT_AVAILABLE) return WFS_ERR_SIU_INVALID_PORT;
    return command == 0 || (offered != WFS_SIU_AVAILABLE && (command & ~offered)) ? WFS_ERR_SIU_SYNTAX : WFS_SUCCESS;
}

void set_port(struct request *request, WORD type) {
    const WFSSIUSETPORT *wanted = request->data;
    const struct kind *kind = kind_of(type);
    HRESULT result = wanted->wPort < kind->count ? check_port(kind->first + wanted->wPort, wanted->fwCommand)
                                                 : WFS_ERR_SIU_INVALID_PORT;
    if (result == WFS_SUCCESS) change(request->device, type, wanted->wPort, wanted->fwCommand);
    complete(request, result, NULL);
}

/* WFSSIUSETPORTS has a word for every port but the sensors. */
void set_ports(struct request *request) {
    const size_t sensors = WFS_SIU_SENSORS_SIZE;
    for (size_t at = sensors; at < WORDS; at++) {
        WORD command = word_at(request->data, at - sensors);
        HRESULT result = command == WFS_SIU_NO_CHANGE ? WFS_SUCCESS : check_port(at, command);
        if (result != WFS_SUCCESS) return complete(request, result, NULL);
    }
    for (const struct kind *kind = KINDS + 1; kind < KINDS + KIND_COUNT; kind++) {
        for (size_t i = 0; i < kind->count; i++) {
            WORD command = word_at(request->data, kind->first - sensors + i);
            if (command != WFS_SIU_NO_CHANGE) change(request->device, kind->type, (WORD)i, command);
        }
    }
    complete(request, WFS_SUCCESS, NULL);
}

/* --- the world around it -------------------------------------------------------------------------------- */

BOOL sense(struct device *device, const char *sensor, BOOL on) {
    static const struct {
        const char *name;
        WORD type, index, when_on, when_off;
    } SENSED[] = {
        {"PROXIMITY", WFS_SIU_SENSORS, WFS_SIU_PROXIMITY, WFS_SIU_PRESENT, WFS_SIU_NOT_PRESENT},
        {"OPERATOR_SWITCH", WFS_SIU_SENSORS, WFS_SIU_OPERATORSWITCH, WFS_SIU_SUPERVISOR, WFS_SIU_RUN},
        {"HEADSET", WFS_SIU_SENSORS, WFS_SIU_ENHANCEDAUDIO, WFS_SIU_PRESENT, WFS_SIU_NOT_PRESENT},
        {"TAMPER", WFS_SIU_SENSORS, WFS_SIU_TAMPER, WFS_SIU_ON, WFS_SIU_OFF},
        {"SEISMIC", WFS_SIU_SENSORS, WFS_SIU_SEISMIC, WFS_SIU_ON, WFS_SIU_OFF},
        {"HEAT", WFS_SIU_SENSORS, WFS_SIU_HEAT, WFS_SIU_ON, WFS_SIU_OFF},
        {"CABINET_DOOR", WFS_SIU_DOORS, WFS_SIU_CABINET, WFS_SIU_OPEN, WFS_SIU_CLOSED},
        {"SAFE_DOOR", WFS_SIU_DOORS, WFS_SIU_SAFE, WFS_SIU_OPEN, WFS_SIU_CLOSED},
    };
    for (size_t i = 0; i < sizeof SENSED / sizeof *SENSED; i++) {
        if (strcmp(SENSED[i].name, sensor) != 0) continue;
        change(device, SENSED[i].type, SENSED[i].index, on ? SENSED[i].when_on : SENSED[i].when_off);
        return TRUE;
    }
    return FALSE;
}

BOOL light_shown(const struct device *device, const char *light, WORD *shown) {
    static const char *const NAMES[] = {"CARDUNIT", "PINPAD", "NOTESDISPENSER", "COINDISPENSER", "RECEIPTPRINTER"};
    char *end;
    unsigned long index = strtoul(light, &end, 10);
    if (*end || end == light)
        for (index = 0; index < sizeof NAMES / sizeof *NAMES && strcmp(NAMES[index], light) != 0;) index++;
    BOOL is_there = index < (*end || end == light ? sizeof NAMES / sizeof *NAMES : WFS_SIU_GUIDLIGHTS_SIZE);
    if (is_there) *shown = device->is.siu.now.fwGuidLights[index];
    return is_there;
}

void set_muted(struct device *device, BOOL muted) {
    change(device, WFS_SIU_AUXILIARIES, WFS_SIU_VOLUME, muted ? VOLUME_MIN : VOLUME_USUAL);
}
