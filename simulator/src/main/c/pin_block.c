/* PIN blocks: the controller makes them, as no cipher stands here. */
#include "manager.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES_MAX 64
#define WORD_CHARS_MAX 64

/* A word of a question: what is not a plain character is written as %xx, nothing at all as -. */
static void append_word(char *line, size_t room, const char *word) {
    size_t used = strlen(line);
    snprintf(line + used, room - used, " %s", word && word[0] ? "" : "-");
    for (size_t i = 0; word && word[i] && i < WORD_CHARS_MAX; i++) {
        used = strlen(line);
        BOOL is_plain = isgraph((unsigned char)word[i]) && word[i] != '%';
        snprintf(line + used, room - used, is_plain ? "%c" : "%%%02x", (unsigned char)word[i]);
    }
}

static const char *format_name(WORD format) {
    switch (format) {
        case WFS_PIN_FORMANSI: return "ANSI";
        case WFS_PIN_FORMISO0: return "ISO0";
        case WFS_PIN_FORMISO4: return "ISO4";
        default: return NULL;
    }
}

void get_pin_block(struct request *request) {
    const WFSPINBLOCK *wanted = request->data;
    struct pin *pin = &request->device->is.pin;
    if (!wanted || !wanted->lpsKey) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    if (!pin->has_pin) return complete(request, WFS_ERR_PIN_NOPIN, NULL);
    const char *format = format_name(wanted->wFormat);
    if (!format || wanted->lpsXORData || wanted->lpsKeyEncKey)
        return complete(request, format ? WFS_ERR_UNSUPP_DATA : WFS_ERR_PIN_FORMATNOTSUPP, NULL);
    char question[1024];
    snprintf(question, sizeof question, "? pin-block %u", (unsigned)request->id);
    append_word(question, sizeof question, format);
    append_word(question, sizeof question, wanted->lpsKey);
    append_word(question, sizeof question, wanted->lpsCustomerData);
    append_word(question, sizeof question, pin->digits);
    if (!ask(question)) complete(request, WFS_ERR_HARDWARE_ERROR, NULL);
    memset(question, 0, sizeof question);
}

static HRESULT refusal(const char *word) {
    static const struct {
        const char *word;
        HRESULT result;
    } REFUSALS[] = {
        {"KEYNOTFOUND", WFS_ERR_PIN_KEYNOTFOUND}, {"ACCESSDENIED", WFS_ERR_PIN_ACCESSDENIED},
        {"USEVIOLATION", WFS_ERR_PIN_USEVIOLATION}, {"NOPIN", WFS_ERR_PIN_NOPIN},
        {"FORMATNOTSUPP", WFS_ERR_PIN_FORMATNOTSUPP},
    };
    for (size_t i = 0; i < sizeof REFUSALS / sizeof *REFUSALS; i++)
        if (strcmp(REFUSALS[i].word, word) == 0) return REFUSALS[i].result;
    return WFS_ERR_HARDWARE_ERROR;
}

void pin_block_made(ULONG id, const char *hex, const char *error) {
    struct request *request = request_with(id);
    if (!request || request->code != WFS_CMD_PIN_GET_PINBLOCK || !request->started || request->due != 0) return;
    if (error) return complete(request, refusal(error), NULL);
    struct parcel *parcel = new_parcel();
    WFSXDATA *block = room(parcel, sizeof *block);
    BYTE bytes[BLOCK_BYTES_MAX];
    size_t count = bytes_of(hex, bytes, sizeof bytes);
    block->usLength = (USHORT)count;
    block->lpbData = copied(parcel, bytes, count);
    forget_pin(&request->device->is.pin); /* it is used once */
    complete(request, WFS_SUCCESS, parcel);
}
