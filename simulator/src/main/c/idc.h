/* What a card reader in software knows of its world. */
#ifndef IDC_H
#define IDC_H

#include "xfs_idc.h"

#define TRACK_CHARS_MAX 110
#define BIN_CARDS_HIGH 8
#define BIN_CARDS_MAX 10

enum card_place { CARD_NONE, CARD_IN_SLOT, CARD_INSIDE, CARD_AT_EXIT, CARD_JAMMED };

struct idc {
    enum card_place place;
    BOOL jams; /* whenever a card is moved */
    BOOL chip_on;
    unsigned in_bin;
    DWORD light;
    char track2[TRACK_CHARS_MAX + 1];
};

struct device;
struct request;
const char *card_place(const struct device *device);
BOOL insert_card(struct device *device, const char *track2); /* FALSE when one is there already */
void pull_card(struct device *device);
HRESULT eject_card(struct device *device);
HRESULT retain_card(struct device *device);
WORD bin_state(const struct idc *idc);
void read_raw_data(struct request *request);
void chip_io(struct request *request);
void chip_power(struct request *request);

#endif
