package dev.kioskguard.sim.regulation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which clause of a rule a test stands for, and on which screen a customer meets it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Clause {

    /** The clause as the field's rules are numbered, with its source. */
    String value();

    /** The kinds of screen on which it shows; a dash where it shows on none. */
    String screen();
}
