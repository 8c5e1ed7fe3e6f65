package dev.kioskguard.web.desk.staff;

import io.javalin.http.Context;

/** A cookie of the desk: no script reads it, no other site sends it, and what came under TLS goes back so only. */
final class DeskCookie {

    private DeskCookie() {}

    static String of(Context ctx, String name, String value) {
        String secure = ctx.req().isSecure() ? "; Secure" : "";
        return name + "=" + value + "; Path=/desk; HttpOnly; SameSite=Strict" + secure;
    }
}
