/* What each command of the control line does. */
#include "verbs.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STORM_MAX 10000000

BOOL say(struct control *control, const char *format, ...) {
    va_list with;
    va_start(with, format);
    vsnprintf(control->answer, control->room, format, with);
    va_end(with);
    return TRUE;
}

static BOOL ok(struct control *control) { return say(control, "ok"); }

/* --- a device's world ---------------------------------------------------------------------------------- */

static BOOL insert(struct control *control) {
    if (insert_card(control->device, control->words[0])) return ok(control);
    return say(control, "error a card is there already, or the track is too long");
}

/* Waits until the reader has taken the card in. */
static BOOL taken(struct control *control) {
    if (control->device->is.idc.place == CARD_INSIDE) return ok(control);
    return control->last_chance && say(control, "error nobody took the card in");
}

static BOOL pull(struct control *control) { return pull_card(control->device), ok(control); }

static BOOL jam(struct control *control) { return control->device->is.idc.jams = TRUE, ok(control); }

static BOOL bin(struct control *control) { return say(control, "ok %u", control->device->is.idc.in_bin); }

static BOOL place(struct control *control) { return say(control, "ok %s", card_place(control->device)); }

/* Waits until the pad takes keys; those behind the first are pressed whether it still does or not. */
static BOOL press_in(struct control *control, BOOL is_moment) {
    if (!is_moment) return control->last_chance && say(control, "error the pad takes no such keys");
    unsigned taken = 0;
    for (int i = 0; i < control->count; i++) {
        int pressed = press_key(control->device, control->words[i]);
        if (pressed < 0) return say(control, "error no key %s", control->words[i]);
        taken += (unsigned)pressed;
    }
    return say(control, "ok %u", taken);
}

static BOOL press(struct control *control) { return press_in(control, pad_mode(control->device) != PAD_IDLE); }

static BOOL press_pin(struct control *control) { return press_in(control, pad_mode(control->device) == PAD_PIN); }

static BOOL press_data(struct control *control) { return press_in(control, pad_mode(control->device) == PAD_DATA); }

static BOOL scene(struct control *control) { return set_scene(control->device, control->words[0]), ok(control); }

static BOOL light(struct control *control) {
    WORD shown;
    if (!light_shown(control->device, control->words[0], &shown)) return say(control, "error no such light");
    return say(control, "ok %u", shown);
}

static BOOL is_on(const char *word) { return strcmp(word, "on") == 0; }

static BOOL sense_it(struct control *control) {
    return sense(control->device, control->words[0], is_on(control->words[1])) ? ok(control)
                                                                               : say(control, "error no such sensor");
}

static BOOL mute(struct control *control) { return set_muted(control->device, is_on(control->words[0])), ok(control); }

/* --- faults -------------------------------------------------------------------------------------------- */

static BOOL fault(struct control *control) {
    static const char *const WORDS[] = {"none", "dead", "slow", "mute", "offline", "deaf"};
    for (int i = 0; i < (int)(sizeof WORDS / sizeof *WORDS); i++) {
        if (strcmp(WORDS[i], control->words[0]) != 0) continue;
        WORD before = state_of(control->device);
        control->device->fault = (enum fault)i;
        if (state_of(control->device) != before) device_status_event(control->device);
        return ok(control);
    }
    return say(control, "error no such fault");
}

static BOOL delay(struct control *control) {
    control->device->delay_ms = strtol(control->words[0], NULL, 10);
    return ok(control);
}

static BOOL storm(struct control *control) {
    long wanted = strtol(control->words[0], NULL, 10);
    if (wanted < 0 || wanted > STORM_MAX) return say(control, "error 0 to %d events", STORM_MAX);
    control->device->storm_left = (unsigned)wanted;
    control->device->storm_told = 0;
    return ok(control);
}

/* hostile NAME WHAT [info|command|event CODE], or hostile NAME patch info|command|event CODE PATH HEX */
static BOOL hostile(struct control *control) {
    return make_hostile(&control->device->hostility, control->count, control->words)
               ? ok(control)
               : say(control, "error no such hostility");
}

static BOOL kill_it(struct control *control) {
    control->device->killed = TRUE;
    control->device->owner = NULL;
    control->device->storm_left = 0;
    lose_requests(control->device, WFS_ERR_CONNECTION_LOST);
    provider_died_event(control->device);
    return ok(control);
}

static BOOL revive(struct control *control) { return control->device->killed = FALSE, ok(control); }

/* --- the whole ----------------------------------------------------------------------------------------- */

static BOOL service(struct control *control) {
    unsigned major, minor;
    if (sscanf(control->words[2], "%u.%u", &major, &minor) != 2 || major != 3 || minor > 99)
        return say(control, "error versions look like 3.20");
    WORD highest = VERSION(major, minor) < HIGHEST_VERSION ? VERSION(major, minor) : HIGHEST_VERSION;
    if (define_device(control->words[0], control->words[1], highest)) return ok(control);
    return say(control, "error a service is NAME IDC|PIN|CAM|SIU VERSION, not in use, one of at most %d", DEVICES_MAX);
}

static BOOL restart(struct control *control) { return stop_manager(), ok(control); }

static BOOL crash(struct control *control) {
    crash_here();
    return ok(control);
}

static BOOL crash_within(struct control *control) { return control->device->crashes = TRUE, ok(control); }

static BOOL agree(struct control *control) {
    unsigned major, minor;
    if (sscanf(control->words[0], "%u.%u", &major, &minor) != 2) return say(control, "error versions look like 3.20");
    control->device->agrees = VERSION(major, minor);
    return ok(control);
}

static BOOL count_outstanding(struct control *control) { return say(control, "ok %u", outstanding()); }

static BOOL completions(struct control *control) {
    char counts[128];
    describe_requests(counts, sizeof counts);
    return say(control, "ok %s", counts);
}

const struct verb VERBS[] = {
    {"insert", &IDC, TRUE, 1, insert},
    {"taken", &IDC, TRUE, 0, taken},
    {"pull", &IDC, TRUE, 0, pull},
    {"jam", &IDC, TRUE, 0, jam},
    {"bin", &IDC, TRUE, 0, bin},
    {"place", &IDC, TRUE, 0, place},
    {"press", &PIN, TRUE, 1, press},
    {"press-pin", &PIN, TRUE, 1, press_pin},
    {"press-data", &PIN, TRUE, 1, press_data},
    {"scene", &CAM, TRUE, 1, scene},
    {"light", &SIU, TRUE, 1, light},
    {"sense", &SIU, TRUE, 2, sense_it},
    {"mute", &SIU, TRUE, 1, mute},
    {"fault", NULL, TRUE, 1, fault},
    {"delay", NULL, TRUE, 1, delay},
    {"storm", NULL, TRUE, 1, storm},
    {"hostile", NULL, TRUE, 1, hostile},
    {"kill", NULL, TRUE, 0, kill_it},
    {"revive", NULL, TRUE, 0, revive},
    {"service", NULL, FALSE, 3, service},
    {"restart", NULL, FALSE, 0, restart},
    {"crash", NULL, FALSE, 0, crash},
    {"crash-within", NULL, TRUE, 0, crash_within},
    {"agree", NULL, TRUE, 1, agree},
    {"outstanding", NULL, FALSE, 0, count_outstanding},
    {"completions", NULL, FALSE, 0, completions},
    {0},
};
