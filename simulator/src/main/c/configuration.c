/* The configuration as the standard's functions read it: the logical services of this terminal, and nothing to write. */
#include "manager.h"
#include "xfs_conf.h"

#include <stdio.h>
#include <string.h>

enum { KEYS_MAX = 32, FIRST_KEY = 0x100 };

static const char SERVICES[] = "LOGICAL_SERVICES", PROVIDER[] = "KIOSKGUARD";

/* What a key stands for; a service is named, as it may be another one by the time that the key is used. */
enum level { CLOSED, ROOT, OTHER_ROOT, LIST, SERVICE };
static struct key {
    enum level level;
    char service[NAME_CHARS_MAX + 1];
} keys[KEYS_MAX];

static struct key key_of(HKEY handle) {
    uintptr_t number = (uintptr_t)handle;
    if (handle == WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT) return (struct key){.level = ROOT};
    if (handle == WFS_CFG_HKEY_XFS_ROOT || handle == WFS_CFG_HKEY_MACHINE_XFS_ROOT)
        return (struct key){.level = OTHER_ROOT};
    return number >= FIRST_KEY && number < FIRST_KEY + KEYS_MAX ? keys[number - FIRST_KEY] : (struct key){0};
}

static struct key service_key(const char *name) {
    struct key key = {.level = device_named(name) ? SERVICE : CLOSED};
    if (key.level == SERVICE) snprintf(key.service, sizeof key.service, "%s", name);
    return key;
}

/* Closed where the key has no such key below. */
static struct key below(struct key key, const char *path) {
    size_t length = sizeof SERVICES - 1;
    if (key.level == LIST) return service_key(path);
    if (key.level != ROOT || strncmp(path, SERVICES, length) != 0) return (struct key){0};
    if (path[length] == '\0') return (struct key){.level = LIST};
    return path[length] == '\\' ? service_key(path + length + 1) : (struct key){0};
}

EXPORT HRESULT WINAPI WFMOpenKey(HKEY handle, LPSTR path, PHKEY opened) {
    if (!path || !opened) return WFS_ERR_INVALID_POINTER;
    lock_all();
    connect_control_once();
    struct key from = key_of(handle), key = below(from, path);
    int slot = 0;
    while (slot < KEYS_MAX && keys[slot].level != CLOSED) slot++;
    HRESULT result = from.level == CLOSED  ? WFS_ERR_CFG_INVALID_HKEY
                     : key.level == CLOSED ? WFS_ERR_CFG_INVALID_SUBKEY
                     : slot == KEYS_MAX    ? WFS_ERR_OUT_OF_MEMORY
                                           : WFS_SUCCESS;
    if (result == WFS_SUCCESS) {
        keys[slot] = key;
        *opened = (HKEY)(uintptr_t)(FIRST_KEY + slot);
    }
    unlock_all();
    return result;
}

EXPORT HRESULT WINAPI WFMCloseKey(HKEY handle) {
    lock_all();
    uintptr_t number = (uintptr_t)handle;
    BOOL is_open = number >= FIRST_KEY && key_of(handle).level != CLOSED;
    if (is_open) keys[number - FIRST_KEY] = (struct key){0};
    unlock_all();
    return is_open ? WFS_SUCCESS : WFS_ERR_CFG_INVALID_HKEY;
}

/* A text goes out whole and ended, or not at all. */
static HRESULT give(const char *words, LPSTR into, LPDWORD room, HRESULT too_long) {
    size_t length = strlen(words);
    if (length >= *room) return too_long;
    memcpy(into, words, length + 1);
    *room = (DWORD)length;
    return WFS_SUCCESS;
}

EXPORT HRESULT WINAPI WFMEnumKey(HKEY handle, DWORD index, LPSTR name, LPDWORD room, PFILETIME written) {
    if (!name || !room) return WFS_ERR_INVALID_POINTER;
    lock_all();
    struct key key = key_of(handle);
    const struct device *device = key.level == LIST && index < DEVICES_MAX ? device_number((int)index) : NULL;
    const char *words = key.level == ROOT && index == 0 ? SERVICES : device ? device->name : NULL;
    HRESULT result = key.level == CLOSED ? WFS_ERR_CFG_INVALID_HKEY
                     : !words            ? WFS_ERR_CFG_NO_MORE_ITEMS
                                         : give(words, name, room, WFS_ERR_CFG_NAME_TOO_LONG);
    if (result == WFS_SUCCESS && written) memset(written, 0, sizeof *written);
    unlock_all();
    return result;
}

EXPORT HRESULT WINAPI WFMQueryValue(HKEY handle, LPSTR name, LPSTR data, LPDWORD room) {
    if (!name || !data || !room) return WFS_ERR_INVALID_POINTER;
    lock_all();
    struct key key = key_of(handle);
    const struct device *device = key.level == SERVICE ? device_named(key.service) : NULL;
    const char *words = !device                         ? NULL
                        : strcmp(name, "class") == 0    ? device->class->name
                        : strcmp(name, "provider") == 0 ? PROVIDER
                                                        : NULL;
    HRESULT result = key.level == CLOSED ? WFS_ERR_CFG_INVALID_HKEY
                     : !words            ? WFS_ERR_CFG_INVALID_NAME
                                         : give(words, data, room, WFS_ERR_CFG_VALUE_TOO_LONG);
    unlock_all();
    return result;
}
