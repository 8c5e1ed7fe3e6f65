/* Keys: a PIN of which the application hears the count alone, and plain keys. */
#include "manager.h"

#include <stdlib.h>
#include <string.h>

/* A key is a bit of the function keys, or of those beside the screen. */
struct key {
    ULONG bit;
    BOOL is_fdk;
};

static const struct {
    const char *name;
    ULONG bit;
    WORD completion;
} NAMED[] = {
    {"ENTER", WFS_PIN_FK_ENTER, WFS_PIN_COMPENTER},
    {"CANCEL", WFS_PIN_FK_CANCEL, WFS_PIN_COMPCANCEL},
    {"CLEAR", WFS_PIN_FK_CLEAR, WFS_PIN_COMPCLEAR},
    {"BACKSPACE", WFS_PIN_FK_BACKSPACE, WFS_PIN_COMPBACKSPACE},
    {"HELP", WFS_PIN_FK_HELP, WFS_PIN_COMPHELP},
};

static BOOL key_named(const char *name, struct key *key) {
    *key = (struct key){0};
    if (name[0] >= '0' && name[0] <= '9' && name[1] == 0) key->bit = 1u << (name[0] - '0');
    if (strncmp(name, "FDK", 3) == 0) {
        int number = atoi(name + 3);
        key->is_fdk = TRUE;
        key->bit = number >= 1 && number <= 32 ? 1u << (number - 1) : 0;
    }
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
        if (strcmp(NAMED[i].name, name) == 0) key->bit = NAMED[i].bit;
    return (key->bit & (key->is_fdk ? PAD_FDKS : PAD_KEYS)) != 0;
}

/* -1 where the key is no digit. */
static int digit_of(struct key key) {
    for (int digit = 0; digit < 10; digit++)
        if (!key.is_fdk && key.bit == 1u << digit) return digit;
    return -1;
}

static WORD completion_of(struct key key) {
    if (key.is_fdk) return WFS_PIN_COMPFDK;
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
        if (NAMED[i].bit == key.bit) return NAMED[i].completion;
    return WFS_PIN_COMPFK;
}

static BOOL among(struct key key, ULONG keys, ULONG fdks) { return (key.bit & (key.is_fdk ? fdks : keys)) != 0; }

enum pad_mode pad_mode(const struct device *device) {
    const struct request *running = device->running;
    if (!running || running->due != 0) return PAD_IDLE;
    if (running->code == WFS_CMD_PIN_GET_PIN) return PAD_PIN;
    return running->code == WFS_CMD_PIN_GET_DATA ? PAD_DATA : PAD_IDLE;
}

void forget_pin(struct pin *pin) {
    memset(pin->digits, 0, sizeof pin->digits);
    pin->has_pin = FALSE;
    pin->keys = 0;
}

static HRESULT check_keys(ULONG active, ULONG active_fdks, ULONG ending, ULONG ending_fdks, BOOL ends_by_itself) {
    if (((active | ending) & ~PAD_KEYS) || ((active_fdks | ending_fdks) & ~PAD_FDKS))
        return WFS_ERR_PIN_KEYNOTSUPPORTED;
    if ((ending & ~active) || (ending_fdks & ~active_fdks)) return WFS_ERR_PIN_KEYINVALID;
    if (active == 0 && active_fdks == 0) return WFS_ERR_PIN_NOACTIVEKEYS;
    return ending == 0 && ending_fdks == 0 && !ends_by_itself ? WFS_ERR_PIN_NOTERMINATEKEYS : WFS_SUCCESS;
}

static void begin(struct request *request, HRESULT result) {
    if (result != WFS_SUCCESS) return complete(request, result, NULL);
    forget_pin(&request->device->is.pin);
    if (request->session->version >= VERSION(3, 20)) execute_event(request, WFS_EXEE_PIN_ENTERDATA, NULL, NULL);
}

void get_pin(struct request *request) {
    const WFSPINGETPIN *wanted = request->data;
    if (!wanted) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    HRESULT result = check_keys(wanted->ulActiveKeys, wanted->ulActiveFDKs, wanted->ulTerminateKeys,
                                wanted->ulTerminateFDKs, wanted->bAutoEnd && wanted->usMaxLen > 0);
    if (wanted->usMaxLen != 0 && wanted->usMinLen > wanted->usMaxLen) result = WFS_ERR_PIN_MINIMUMLENGTH;
    begin(request, result);
}

void get_data(struct request *request) {
    const WFSPINGETDATA *wanted = request->data;
    if (!wanted) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    begin(request, check_keys(wanted->ulActiveKeys, wanted->ulActiveFDKs, wanted->ulTerminateKeys,
                              wanted->ulTerminateFDKs, wanted->bAutoEnd && wanted->usMaxLen > 0));
}

static void fill_key(struct parcel *parcel, const struct session *session, const void *with) {
    (void)session;
    copied(parcel, with, sizeof(WFSPINKEY));
}

/* --- a PIN -------------------------------------------------------------------------------------------- */

static void end_pin(struct request *request, WORD completion) {
    struct pin *pin = &request->device->is.pin;
    WFSPINENTRY entry = {.usDigits = (USHORT)pin->keys, .wCompletion = completion};
    struct parcel *parcel = new_parcel();
    copied(parcel, &entry, sizeof entry);
    if (completion == WFS_PIN_COMPCANCEL) forget_pin(pin);
    pin->has_pin = pin->keys > 0;
    complete(request, WFS_SUCCESS, parcel);
}

static int press_in_pin(struct request *request, struct key key) {
    const WFSPINGETPIN *rules = request->data;
    struct pin *pin = &request->device->is.pin;
    unsigned most = rules->usMaxLen != 0 && rules->usMaxLen < PIN_DIGITS_MAX ? rules->usMaxLen : PIN_DIGITS_MAX;
    BOOL ends = among(key, rules->ulTerminateKeys, rules->ulTerminateFDKs);
    int digit = digit_of(key);
    if (!among(key, rules->ulActiveKeys, rules->ulActiveFDKs)) return 0;
    if (digit >= 0 && pin->keys == most) return 0;
    if (digit < 0 && key.bit == WFS_PIN_FK_ENTER && !key.is_fdk && pin->keys < rules->usMinLen) return 0;
    /* A digit of a PIN is told as 0, whichever it was; a function key as itself. */
    WFSPINKEY told = {.wCompletion = digit >= 0 ? WFS_PIN_COMPCONTINUE : completion_of(key),
                      .ulDigit = digit >= 0 ? 0 : key.bit};
    if (digit >= 0) {
        pin->digits[pin->keys++] = (char)('0' + digit);
        pin->digits[pin->keys] = 0;
    } else if (!key.is_fdk && key.bit == WFS_PIN_FK_CLEAR) {
        forget_pin(pin);
    } else if (!key.is_fdk && key.bit == WFS_PIN_FK_BACKSPACE && pin->keys > 0) {
        pin->digits[--pin->keys] = 0;
    }
    BOOL full = digit >= 0 && rules->bAutoEnd && pin->keys == most;
    if (key.is_fdk && !ends) told.wCompletion = WFS_PIN_COMPCONTFDK;
    execute_event(request, WFS_EXEE_PIN_KEY, fill_key, &told);
    if (ends || full) end_pin(request, ends ? told.wCompletion : WFS_PIN_COMPAUTO);
    return 1;
}

/* --- plain keys --------------------------------------------------------------------------------------- */

static void end_data(struct request *request, WORD completion) {
    struct pin *pin = &request->device->is.pin;
    struct parcel *parcel = new_parcel();
    WFSPINDATA *data = room(parcel, sizeof *data);
    data->usKeys = (USHORT)pin->keys;
    data->wCompletion = completion;
    data->lpPinKeys = room(parcel, (pin->keys + 1) * sizeof *data->lpPinKeys);
    for (unsigned i = 0; i < pin->keys; i++) data->lpPinKeys[i] = copied(parcel, &pin->plain[i], sizeof *pin->plain);
    pin->keys = 0;
    complete(request, WFS_SUCCESS, parcel);
}

static int press_in_data(struct request *request, struct key key) {
    const WFSPINGETDATA *rules = request->data;
    struct pin *pin = &request->device->is.pin;
    unsigned most = rules->usMaxLen != 0 && rules->usMaxLen < PLAIN_KEYS_MAX ? rules->usMaxLen : PLAIN_KEYS_MAX;
    BOOL ends = among(key, rules->ulTerminateKeys, rules->ulTerminateFDKs);
    if (!among(key, rules->ulActiveKeys, rules->ulActiveFDKs)) return 0;
    if (!ends && rules->bAutoEnd && pin->keys == most) return 0;
    WFSPINKEY told = {.wCompletion = ends         ? completion_of(key)
                                     : key.is_fdk ? WFS_PIN_COMPCONTFDK
                                                  : WFS_PIN_COMPCONTINUE,
                      .ulDigit = key.bit};
    if (pin->keys < PLAIN_KEYS_MAX) pin->plain[pin->keys++] = told;
    execute_event(request, WFS_EXEE_PIN_KEY, fill_key, &told);
    if (ends || (rules->bAutoEnd && pin->keys == most)) end_data(request, ends ? told.wCompletion : WFS_PIN_COMPAUTO);
    return 1;
}

int press_key(struct device *device, const char *name) {
    struct key key;
    if (!key_named(name, &key)) return -1;
    switch (pad_mode(device)) {
        case PAD_PIN: return press_in_pin(device->running, key);
        case PAD_DATA: return press_in_data(device->running, key);
        default: return 0;
    }
}
