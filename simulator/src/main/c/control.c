/* The control line: one connection to the controller, lines of text both ways. README.md has the grammar. */
#include "manager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_CHARS_MAX (16 << 20)
#define ANSWER_CHARS_MAX 4096
#define PATIENCE_MS 10000 /* how long a command waits for its moment */

/* A connection and the thread that reads it; the thread frees it once nobody speaks over it any more. */
struct line {
    intptr_t connection;
    char *text;
    size_t length, room;
};

static struct line *current;
static BOOL tried;
static char *waiting; /* the command that waits for its moment, or NULL */
static int64_t patience_ends;

static BOOL send_line(const char *words) {
    return current && send_bytes(current->connection, words, strlen(words)) && send_bytes(current->connection, "\n", 1);
}

static int value_of(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

size_t bytes_of(const char *hex, BYTE *into, size_t room) {
    size_t count = 0;
    for (; count < room && value_of(hex[0]) >= 0 && value_of(hex[1]) >= 0; hex += 2)
        into[count++] = (BYTE)(value_of(hex[0]) << 4 | value_of(hex[1]));
    return count;
}

BOOL ask(const char *question) { return send_line(question); }

int64_t control_due(void) { return waiting ? patience_ends : 0; }

BOOL step_control(int64_t now) {
    char reply[ANSWER_CHARS_MAX];
    if (!waiting || !command(waiting, reply, sizeof reply, now >= patience_ends)) return FALSE;
    free(waiting);
    waiting = NULL;
    send_line(reply);
    return TRUE;
}

static void take_line(char *words) {
    if (words[0] == '!') {
        answered(words);
    } else if (waiting) {
        send_line("error one command at a time");
    } else {
        waiting = malloc(strlen(words) + 1);
        if (!waiting) abort();
        strcpy(waiting, words);
        patience_ends = now_ms() + PATIENCE_MS;
    }
    advance();
}

/* Takes whole lines off the front of what has come. */
static void take_lines(struct line *line) {
    char *from = line->text, *end;
    while ((end = memchr(from, '\n', line->length - (size_t)(from - line->text)))) {
        *end = 0;
        if (end > from && end[-1] == '\r') end[-1] = 0;
        take_line(from);
        from = end + 1;
    }
    line->length -= (size_t)(from - line->text);
    memmove(line->text, from, line->length);
}

static BOOL has_room(struct line *line) {
    if (line->length < line->room) return TRUE;
    size_t wanted = line->room > 0 ? 2 * line->room : 4096;
    char *larger = wanted <= LINE_CHARS_MAX ? realloc(line->text, wanted) : NULL;
    if (!larger) return FALSE;
    line->text = larger;
    line->room = wanted;
    return TRUE;
}

static void read_lines(void *of) {
    struct line *line = of;
    while (has_room(line)) {
        int came = take_bytes(line->connection, line->text + line->length, (int)(line->room - line->length));
        if (came <= 0) break;
        line->length += (size_t)came;
        lock_all();
        BOOL is_current = line == current;
        if (is_current) take_lines(line);
        unlock_all();
        if (!is_current) break;
    }
    lock_all();
    if (line == current) current = NULL;
    unlock_all();
    forget_connection(line->connection);
    free(line->text);
    free(line);
}

static BOOL connect_line(int port) {
    struct line *line = calloc(1, sizeof *line);
    if (!line) return FALSE;
    line->connection = connect_to(port);
    if (line->connection != -1 && start_thread(read_lines, line)) {
        current = line;
        return TRUE;
    }
    if (line->connection != -1) forget_connection(line->connection);
    free(line);
    return FALSE;
}

/* Out of process the port stands in the environment. */
void connect_control_once(void) {
    const char *port = getenv("KIOSKGUARD_XFS_CONTROL");
    if (tried) return;
    tried = TRUE;
    default_devices();
    if (port && atoi(port) > 0) connect_line(atoi(port));
}

/* In one process several controllers may follow one another; each begins with a manager that knows of nothing. */
EXPORT int WINAPI SimConnect(int port) {
    lock_all();
    if (current) hang_up(current->connection);
    current = NULL;
    free(waiting);
    waiting = NULL;
    tried = TRUE;
    stop_manager();
    default_devices();
    begin_counting_anew();
    begin_counting_requests_anew();
    BOOL connected = connect_line(port);
    unlock_all();
    return connected ? 0 : -1;
}
