/* The card in a motorised reader: in, read, out, kept, and its chip. */
#include "manager.h"

#include <string.h>

#define CHIP_BYTES_MAX 65536

static const BYTE ANSWER_TO_RESET[] = {0x3b, 0x00}; /* ISO 7816-3: T=0, direct convention, nothing to say */

const char *card_place(const struct device *device) {
    static const char *const WORDS[] = {"none", "slot", "inside", "exit", "jammed"};
    return WORDS[device->is.idc.place];
}

/* --- reading ------------------------------------------------------------------------------------------ */

static LPVOID card_data(struct parcel *parcel, WORD source, WORD status, const void *bytes, size_t count) {
    WFSIDCCARDDATA *data = room(parcel, sizeof *data);
    data->wDataSource = source;
    data->wStatus = status;
    if (!bytes) return data;
    data->ulDataLength = (ULONG)count;
    data->lpbData = copied(parcel, bytes, count);
    return data;
}

static LPVOID read_source(struct parcel *parcel, struct idc *idc, WORD source) {
    switch (source) {
        case WFS_IDC_TRACK2: return card_data(parcel, source, WFS_IDC_DATAOK, idc->track2, strlen(idc->track2));
        case WFS_IDC_CHIP:
            idc->chip_on = TRUE;
            return card_data(parcel, source, WFS_IDC_DATAOK, ANSWER_TO_RESET, sizeof ANSWER_TO_RESET);
        default: return card_data(parcel, source, WFS_IDC_DATAMISSING, NULL, 0);
    }
}

/* A list of what was asked for, ended by NULL. */
static void complete_read(struct request *request) {
    static const WORD SOURCES[] = {WFS_IDC_TRACK1, WFS_IDC_TRACK2, WFS_IDC_TRACK3, WFS_IDC_CHIP};
    WORD wanted = *(const WORD *)request->data;
    size_t count = 0, filled = 0;
    for (WORD left = wanted; left != 0; left &= (WORD)(left - 1)) count++;
    struct parcel *parcel = new_parcel();
    LPVOID *list = room(parcel, (count + 1) * sizeof *list);
    for (size_t i = 0; i < sizeof SOURCES / sizeof *SOURCES; i++)
        if (wanted & SOURCES[i]) list[filled++] = read_source(parcel, &request->device->is.idc, SOURCES[i]);
    complete(request, WFS_SUCCESS, parcel);
}

static void take_card_in(struct request *request) {
    request->device->is.idc.place = CARD_INSIDE;
    request->device->is.idc.chip_on = FALSE;
    execute_event(request, WFS_EXEE_IDC_MEDIAINSERTED, NULL, NULL);
    complete_read(request);
}

void read_raw_data(struct request *request) {
    struct idc *idc = &request->device->is.idc;
    const WORD *wanted = request->data;
    const WORD offered = WFS_IDC_TRACK1 | WFS_IDC_TRACK2 | WFS_IDC_TRACK3 | WFS_IDC_CHIP;
    if (!wanted || *wanted == 0) complete(request, WFS_ERR_INVALID_DATA, NULL);
    else if (*wanted & ~offered) complete(request, WFS_ERR_UNSUPP_DATA, NULL);
    else if (idc->place == CARD_JAMMED) complete(request, WFS_ERR_IDC_MEDIAJAM, NULL);
    else if (idc->place == CARD_INSIDE) complete_read(request);
    else {
        execute_event(request, WFS_EXEE_IDC_INSERTCARD, NULL, NULL);
        if (idc->place == CARD_IN_SLOT) take_card_in(request);
    }
}

BOOL insert_card(struct device *device, const char *track2) {
    struct idc *idc = &device->is.idc;
    struct request *running = device->running;
    if (idc->place != CARD_NONE || strlen(track2) > TRACK_CHARS_MAX) return FALSE;
    strcpy(idc->track2, track2);
    idc->place = CARD_IN_SLOT;
    if (running && running->code == WFS_CMD_IDC_READ_RAW_DATA && running->due == 0) take_card_in(running);
    return TRUE;
}

/* --- moving ------------------------------------------------------------------------------------------- */

void pull_card(struct device *device) {
    struct idc *idc = &device->is.idc;
    if (idc->place != CARD_AT_EXIT && idc->place != CARD_IN_SLOT) return;
    BOOL was_given_back = idc->place == CARD_AT_EXIT;
    idc->place = CARD_NONE;
    if (was_given_back) device_event(device, SERVICE_EVENTS, WFS_SRVE_IDC_MEDIAREMOVED, NULL, NULL);
}

/* WFS_SUCCESS when the card can move; a card that jams stays so. */
static HRESULT moved(struct idc *idc) {
    if (idc->place == CARD_NONE || idc->place == CARD_IN_SLOT) return WFS_ERR_IDC_NOMEDIA;
    if (idc->jams) idc->place = CARD_JAMMED;
    return idc->place == CARD_JAMMED ? WFS_ERR_IDC_MEDIAJAM : WFS_SUCCESS;
}

HRESULT eject_card(struct device *device) {
    HRESULT result = moved(&device->is.idc);
    if (result == WFS_SUCCESS) device->is.idc.place = CARD_AT_EXIT;
    return result;
}

static void fill_word(struct parcel *parcel, const struct session *session, const void *with) {
    (void)session;
    copied(parcel, with, sizeof(WORD));
}

WORD bin_state(const struct idc *idc) {
    if (idc->in_bin >= BIN_CARDS_MAX) return WFS_IDC_RETAINBINFULL;
    return idc->in_bin >= BIN_CARDS_HIGH ? WFS_IDC_RETAINBINHIGH : WFS_IDC_RETAINBINOK;
}

HRESULT retain_card(struct device *device) {
    struct idc *idc = &device->is.idc;
    if (idc->in_bin >= BIN_CARDS_MAX) return WFS_ERR_IDC_RETAINBINFULL;
    HRESULT result = moved(idc);
    if (result != WFS_SUCCESS) return result;
    WORD before = bin_state(idc);
    idc->place = CARD_NONE;
    idc->in_bin++;
    WORD after = bin_state(idc);
    if (after != before) device_event(device, USER_EVENTS, WFS_USRE_IDC_RETAINBINTHRESHOLD, fill_word, &after);
    return WFS_SUCCESS;
}

/* --- the chip, which knows how to be selected and little else ------------------------------------------- */

static BOOL has_chip(const struct request *request) { return request->device->is.idc.place == CARD_INSIDE; }

void chip_io(struct request *request) {
    const WFSIDCCHIPIO *in = request->data;
    BOOL is_sound = in && in->lpbChipData && in->ulChipDataLength <= CHIP_BYTES_MAX;
    if (!has_chip(request)) return complete(request, WFS_ERR_IDC_NOMEDIA, NULL);
    if (!request->device->is.idc.chip_on) return complete(request, WFS_ERR_IDC_ATRNOTOBTAINED, NULL);
    if (!is_sound) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    static const BYTE OK[] = {0x90, 0x00}, NO_SUCH[] = {0x6d, 0x00}, TOO_SHORT[] = {0x67, 0x00};
    const BYTE select = 0xa4;
    const BYTE *words = in->ulChipDataLength < 4 ? TOO_SHORT : in->lpbChipData[1] == select ? OK : NO_SUCH;
    struct parcel *parcel = new_parcel();
    WFSIDCCHIPIO *out = room(parcel, sizeof *out);
    out->wChipProtocol = in->wChipProtocol;
    out->ulChipDataLength = sizeof OK;
    out->lpbChipData = copied(parcel, words, sizeof OK);
    complete(request, WFS_SUCCESS, parcel);
}

void chip_power(struct request *request) {
    const WORD *action = request->data;
    if (!action) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    if (!has_chip(request)) return complete(request, WFS_ERR_IDC_NOMEDIA, NULL);
    request->device->is.idc.chip_on = *action != WFS_IDC_CHIPPOWEROFF;
    if (*action == WFS_IDC_CHIPPOWEROFF) return complete(request, WFS_SUCCESS, NULL);
    struct parcel *parcel = new_parcel();
    WFSIDCCHIPPOWEROUT *out = room(parcel, sizeof *out);
    out->ulChipDataLength = sizeof ANSWER_TO_RESET;
    out->lpbChipData = copied(parcel, ANSWER_TO_RESET, sizeof ANSWER_TO_RESET);
    complete(request, WFS_SUCCESS, parcel);
}
