/**
 * Who may sit at the desk: enrolled staff, their PINs as hashes, and the browsers they have signed in with.
 */
@NullMarked
package dev.kioskguard.web.desk.staff;

import org.jspecify.annotations.NullMarked;
