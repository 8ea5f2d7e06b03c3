package org.ohmstead.adhocpayment.vat;

/** Check digits of VAT numbers, by the rules that their countries have published. Each is asked of a number that fits its pattern. */
final class VatDigits {
    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";

    private VatDigits() {}

    private static int digit(String text, int at) {
        return Character.digit(text.charAt(at), 10);
    }

    /** Of the first digits, each with its weight. */
    static int sum(String text, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(text, i);
        }
        return sum;
    }

    private static int last(String text) {
        return digit(text, text.length() - 1);
    }

    /** The rest from 11, where 10 and 11 are written as 0. */
    private static int from11(int sum) {
        int check = 11 - sum % 11;
        return check > 9 ? 0 : check;
    }

    static boolean luhn(String digits) {
        return luhnSum(digits) % 10 == 0;
    }

    /** Every second digit from the right, without the last, doubled. */
    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digit(digits, digits.length() - 1 - i);
            int doubled = 2 * value;
            sum += i % 2 == 0 ? value : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum;
    }

    /** ISO 7064, MOD 11,10. */
    static boolean mod11Mod10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (product + last(digits)) % 10 == 1;
    }

    static boolean austria(String rest) {
        return (luhnSum(rest.substring(1, 8)) + 4 + last(rest)) % 10 == 0;
    }

    /** Old numbers lack the leading zero. */
    static boolean belgium(String rest) {
        long number = Long.parseLong(rest);
        return 97 - number / 100 % 97 == number % 100;
    }

    /** Ten digits are those of people, by several rules. */
    static boolean bulgaria(String rest) {
        if (rest.length() == 10) {
            return true;
        }
        int check = sum(rest, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        if (check == 10) {
            check = sum(rest, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
        }
        return check == last(rest);
    }

    static boolean cyprus(String rest) {
        int[] atOddPlaces = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? atOddPlaces[digit(rest, i)] : digit(rest, i);
        }
        return !rest.startsWith("12") && 'A' + sum % 26 == rest.charAt(8);
    }

    /** Nine and ten digits are those of people: numbers of birth, the old ones without a check digit. */
    static boolean czechia(String rest) {
        if (rest.length() != 8) {
            return true;
        }
        int check = 11 - sum(rest, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check % 10 == last(rest);
    }

    static boolean greece(String rest) {
        return sum(rest, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(rest);
    }

    /** People have a letter of their number; others a digit, or a letter for it. */
    static boolean spain(String rest) {
        char first = rest.charAt(0);
        char end = rest.charAt(8);
        if (Character.isDigit(first) || "XYZKLM".indexOf(first) >= 0) {
            int lead = "XYZ".indexOf(first);
            String number = Character.isDigit(first) ? rest.substring(0, 8) : Math.max(lead, 0) + rest.substring(1, 8);
            return SPANISH.charAt(Integer.parseInt(number) % 23) == end;
        }
        int check = (10 - luhnSum(rest.substring(1, 8) + "0") % 10) % 10;
        return end == '0' + check || end == "JABCDEFGHI".charAt(check);
    }

    static boolean finland(String rest) {
        int left = sum(rest, 7, 9, 10, 5, 8, 4, 2) % 11;
        return left != 1 && (left == 0 ? 0 : 11 - left) == last(rest);
    }

    /** Newer numbers have a letter in their key, and no rule for it that is public. */
    static boolean france(String rest) {
        if (!Character.isDigit(rest.charAt(0)) || !Character.isDigit(rest.charAt(1))) {
            return true;
        }
        long number = Long.parseLong(rest.substring(2));
        return (number * 100 + 12) % 97 == Long.parseLong(rest.substring(0, 2));
    }

    /** Old numbers have a letter at their second place, and are read as the new ones are: its first digit goes to the end. */
    static boolean ireland(String rest) {
        String digits =
                Character.isDigit(rest.charAt(1)) ? rest.substring(0, 7) : "0" + rest.substring(2, 7) + rest.charAt(0);
        int more = rest.length() == 9 ? 9 * (rest.charAt(8) - 'A' + 1) : 0;
        int check = (sum(digits, 8, 7, 6, 5, 4, 3, 2) + more) % 23;
        return rest.charAt(7) == (check == 0 ? 'W' : (char) ('A' + check - 1));
    }

    /** Nine digits, or twelve of those that are registered for a time. */
    static boolean lithuania(String rest) {
        int length = rest.length() - 1;
        int check = cyclic(rest, length, 0) % 11;
        if (check == 10) {
            check = cyclic(rest, length, 2) % 11 % 10;
        }
        return digit(rest, length - 1) == 1 && check == last(rest);
    }

    private static int cyclic(String rest, int length, int shift) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += digit(rest, i) * ((i + shift) % 9 + 1);
        }
        return sum;
    }

    static boolean luxembourg(String rest) {
        return Integer.parseInt(rest.substring(0, 6)) % 89 == Integer.parseInt(rest.substring(6));
    }

    /** A first digit of up to 3 is that of people: a date, or no longer one. */
    static boolean latvia(String rest) {
        return rest.charAt(0) <= '3' || sum(rest, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
    }

    static boolean malta(String rest) {
        return (sum(rest, 3, 4, 6, 7, 8, 9) + Integer.parseInt(rest.substring(6))) % 37 == 0;
    }

    /** Since 2020 people have numbers of their own, by the rule of bank accounts. */
    static boolean netherlands(String rest) {
        if (sum(rest, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(rest, 8)) {
            return true;
        }
        int left = 0;
        for (char each : ("NL" + rest).toCharArray()) {
            int value = Character.digit(each, Character.MAX_RADIX);
            left = (left * (value > 9 ? 100 : 10) + value) % 97;
        }
        return left == 1;
    }

    static boolean poland(String rest) {
        return sum(rest, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(rest);
    }

    static boolean portugal(String rest) {
        return from11(sum(rest, 9, 8, 7, 6, 5, 4, 3, 2)) == last(rest);
    }

    static boolean romania(String rest) {
        String whole = "0".repeat(10 - rest.length()) + rest;
        return sum(whole, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == last(rest);
    }

    static boolean slovenia(String rest) {
        int check = 11 - sum(rest, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 11 && check % 10 == last(rest);
    }

    /** Departments and health authorities have none; others by the old rule, or the one that is 55 off. */
    static boolean britain(String rest) {
        if (!Character.isDigit(rest.charAt(0))) {
            return true;
        }
        int left = (sum(rest, 8, 7, 6, 5, 4, 3, 2) + 10 * digit(rest, 7) + digit(rest, 8)) % 97;
        return Long.parseLong(rest) > 0 && (left == 0 || left == 97 - 55);
    }
}
