/* What a keypad in software knows. The digits of a PIN leave it in a question to the controller and nowhere else. */
#ifndef PIN_H
#define PIN_H

#include "xfs_pin.h"

#define PIN_DIGITS_MAX 12
#define PLAIN_KEYS_MAX 256
#define PAD_KEYS 0x7fffu /* digits, enter, cancel, clear, backspace, help */
#define PAD_FDKS 0x00ffu /* eight keys beside the screen */

enum pad_mode { PAD_IDLE, PAD_PIN, PAD_DATA };

struct pin {
    char digits[PIN_DIGITS_MAX + 1];
    BOOL has_pin; /* digits are those of an entry that ended well */
    unsigned keys;
    WFSPINKEY plain[PLAIN_KEYS_MAX];
    DWORD light;
};

struct device;
struct request;
enum pad_mode pad_mode(const struct device *device);
/* -1: there is no such key; 0: nobody takes it now; 1: taken. */
int press_key(struct device *device, const char *name);
void forget_pin(struct pin *pin);
void get_pin(struct request *request);
void get_data(struct request *request);
void get_pin_block(struct request *request);
/* The controller's answer to the question of that request. */
void pin_block_made(ULONG request, const char *hex, const char *error);

#endif
