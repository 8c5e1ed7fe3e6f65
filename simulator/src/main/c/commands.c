/* The commands of the control line: a line in, a line out. verbs.c has what they do. */
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_MAX 64

static BOOL run(struct control *control, const struct verb *verb) {
    if (verb->names_device) {
        control->device = control->count > 0 ? device_named(control->words[0]) : NULL;
        control->words++, control->count--;
        if (!control->device) return say(control, "error no such service");
        if (verb->class && control->device->class != verb->class)
            return say(control, "error that service is of another class");
    }
    if (control->count < verb->words) return say(control, "error more words are needed");
    return verb->run(control);
}

/* Cuts a line into words, in place. */
static int cut(char *line, char **words) {
    int count = 0;
    for (char *at = line + strspn(line, " "); *at && count < WORDS_MAX; at += strspn(at, " ")) {
        words[count++] = at;
        at += strcspn(at, " ");
        if (*at) *at++ = 0;
    }
    return count;
}

static BOOL run_named(struct control *control, const char *verb) {
    for (const struct verb *known = VERBS; known->name; known++)
        if (strcmp(known->name, verb) == 0) return run(control, known);
    return say(control, "error no command %.32s", verb);
}

/* The line is left as it is, for another try. */
BOOL command(const char *line, char *answer, size_t room, BOOL last_chance) {
    char *words[WORDS_MAX] = {0}, *copy = malloc(strlen(line) + 1);
    if (!copy) abort();
    int count = cut(strcpy(copy, line), words);
    struct control control = {NULL, count - 1, words + 1, last_chance, answer, room};
    BOOL is_answered = run_named(&control, count > 0 ? words[0] : "");
    free(copy);
    return is_answered;
}

/* "! ID HEX" or "! ID error WORD" */
void answered(char *line) {
    char *words[WORDS_MAX] = {0};
    int count = cut(line + 1, words);
    if (count < 2) return;
    ULONG id = (ULONG)strtoul(words[0], NULL, 10);
    BOOL is_error = strcmp(words[1], "error") == 0;
    pin_block_made(id, is_error ? "" : words[1], is_error ? (count > 2 ? words[2] : "") : NULL);
}
