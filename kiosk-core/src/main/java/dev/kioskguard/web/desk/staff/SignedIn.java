package dev.kioskguard.web.desk.staff;

/**
 * A request of somebody who has signed in.
 *
 * @param session tells two sign-ins apart, also of the same person
 */
public record SignedIn(String session, Staff staff) {

    @Override
    public String toString() {
        return "SignedIn[" + staff + "]";
    }
}
