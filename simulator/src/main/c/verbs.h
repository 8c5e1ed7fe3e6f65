/* The verbs of the control line. */
#ifndef VERBS_H
#define VERBS_H

#include "manager.h"

struct control {
    struct device *device; /* that the second word names; NULL for commands that name none */
    int count;             /* of the words behind it */
    char **words;
    BOOL last_chance;
    char *answer;
    size_t room;
};

/* What a verb does: whether it is answered; FALSE while it has to wait for its moment. */
struct verb {
    const char *name;
    const struct service_class *class; /* of the device that it names; NULL: any */
    BOOL names_device;
    int words; /* at least so many behind it */
    BOOL (*run)(struct control *control);
};
extern const struct verb VERBS[]; /* ends with a name of NULL */

BOOL say(struct control *control, const char *format, ...);

#endif
