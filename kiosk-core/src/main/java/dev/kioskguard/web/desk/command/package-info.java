/**
 * What a desk elsewhere tells a machine to do, signed by the desk's own key: the form both sides share.
 */
@NullMarked
package dev.kioskguard.web.desk.command;

import org.jspecify.annotations.NullMarked;
