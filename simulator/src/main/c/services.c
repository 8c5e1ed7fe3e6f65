/* The logical devices of the terminal, and the sessions that applications have opened on them. */
#include "manager.h"

#include <stdio.h>
#include <string.h>

static struct device devices[DEVICES_MAX];
static int device_count;
static struct session sessions[SESSIONS_MAX];
static HSERVICE last_handle;

static const struct service_class *const CLASSES[] = {&IDC, &PIN, &CAM, &SIU};

WORD swapped(WORD version) { return (WORD)(version >> 8 | version << 8); }

struct device *device_named(const char *name) {
    for (int i = 0; i < device_count; i++)
        if (strcmp(devices[i].name, name) == 0) return &devices[i];
    return NULL;
}

struct device *device_number(int index) { return index < device_count ? &devices[index] : NULL; }

struct device *the_manager(void) {
    static struct device manager;
    return &manager;
}

static BOOL is_in_use(const struct device *device) {
    for (int i = 0; i < SESSIONS_MAX; i++)
        if (sessions[i].handle != 0 && sessions[i].device == device) return TRUE;
    return FALSE;
}

struct device *define_device(const char *name, const char *class_name, WORD highest) {
    const struct service_class *class = NULL;
    for (size_t i = 0; i < sizeof CLASSES / sizeof *CLASSES; i++)
        if (strcmp(CLASSES[i]->name, class_name) == 0) class = CLASSES[i];
    struct device *device = device_named(name);
    BOOL has_place = device ? !is_in_use(device) : device_count < DEVICES_MAX;
    if (!class || strlen(name) > NAME_CHARS_MAX || !has_place) return NULL;
    if (!device) device = &devices[device_count++];
    if (device->class == &CAM) forget_scene(device);
    memset(device, 0, sizeof *device);
    snprintf(device->name, sizeof device->name, "%s", name);
    device->class = class;
    device->highest = highest;
    class->reset(device);
    return device;
}

void default_devices(void) {
    for (int i = 0; i < device_count; i++)
        if (devices[i].class == &CAM) forget_scene(&devices[i]);
    memset(devices, 0, sizeof devices);
    device_count = 0;
    define_device("IDCARD1", "IDC", HIGHEST_VERSION);
    define_device("PINPAD1", "PIN", HIGHEST_VERSION);
    define_device("CAMERA1", "CAM", HIGHEST_VERSION);
    define_device("SIU1", "SIU", HIGHEST_VERSION);
}

WORD state_of(const struct device *device) {
    if (device->killed) return WFS_STAT_DEVNODEVICE;
    switch (device->fault) {
        case FAULT_DEAD: return WFS_STAT_DEVHWERROR;
        case FAULT_OFFLINE: return WFS_STAT_DEVOFFLINE;
        default: return device->running ? WFS_STAT_DEVBUSY : WFS_STAT_DEVONLINE;
    }
}

static struct session *slot_of(HSERVICE handle) {
    for (int i = 0; i < SESSIONS_MAX; i++)
        if (sessions[i].handle == handle) return &sessions[i];
    return NULL;
}

struct session *session_of(HSERVICE handle) {
    struct session *session = handle == 0 ? NULL : slot_of(handle);
    return session && !session->closing ? session : NULL;
}

struct session *new_session(struct device *device, WORD version, const char *app_id) {
    struct session *session = slot_of(0);
    if (!session) return NULL;
    do last_handle++;
    while (last_handle == 0 || slot_of(last_handle));
    *session = (struct session){.handle = last_handle, .device = device, .version = version};
    snprintf(session->app_id, sizeof session->app_id, "%.*s", NAME_CHARS_MAX, app_id ? app_id : "");
    return session;
}

void end_session(struct session *session) {
    remove_registrations_of(session->handle);
    if (session->device->owner == session) session->device->owner = NULL;
    *session = (struct session){0};
}

void end_all_sessions(void) {
    for (int i = 0; i < SESSIONS_MAX; i++)
        if (sessions[i].handle != 0) end_session(&sessions[i]);
    last_handle = 0;
}
