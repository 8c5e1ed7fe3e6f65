package dev.kioskguard.transfer;

import org.jspecify.annotations.Nullable;

/**
 * Who is to get the money, as the bank's application tells it. What is null is unknown.
 *
 * @param name as the account holder's bank has it, 1 to {@link #NAME_LENGTH_MAX} characters
 * @param account 4 to {@link #ACCOUNT_LENGTH_MAX} letters or digits
 */
public record Payee(
        String name,
        String account,
        @Nullable String bank,
        @Nullable String region,
        Standing standing) {

    public static final int NAME_LENGTH_MAX = 60;
    public static final int ACCOUNT_LENGTH_MIN = 4;
    public static final int ACCOUNT_LENGTH_MAX = 34;

    public Payee {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("payee.name must be 1 to " + NAME_LENGTH_MAX + " printable characters");
        }
        if (!account.matches("[0-9A-Za-z]{4," + ACCOUNT_LENGTH_MAX + "}")) {
            throw new IllegalArgumentException(
                    "payee.account must be 4 to " + ACCOUNT_LENGTH_MAX + " letters or digits, without spaces");
        }
    }

    /** Returns the surname and an asterisk for each character hidden, three at most: 张*, 欧阳**. */
    public String maskedName() {
        String shown = surname();
        int hidden = name.codePointCount(shown.length(), name.length());
        return shown + "*".repeat(Math.max(1, Math.min(3, hidden)));
    }

    /** Returns the first character of the name, or the first two where they are a surname: 张, 欧阳. */
    public String surname() {
        return CompoundSurnames.of(name);
    }

    public String lastFour() {
        return account.substring(account.length() - 4);
    }

    @Override
    public String toString() {
        return "Payee[hidden, " + standing + "]";
    }

    /** What the host knows of the payee: registered relation, first payment, suspect list. Null is unknown. */
    public record Standing(
            @Nullable Relation relation,
            @Nullable Boolean firstTime,
            @Nullable Boolean listed) {

        public static final Standing UNKNOWN = new Standing(null, null, null);
    }
}
