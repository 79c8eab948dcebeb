package io.appeals.commands.intake;

import java.util.regex.Pattern;

/** How ids, codes and names are written. */
enum TextForm {
    SELLER_ID("[A-Za-z0-9._:@-]{1,64}", "1 to 64 letters, digits or . _ : @ -"),
    APPEAL_ID(
            "[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
            "a UUID of version 5 in lower case: that of sellerId|TYPE|reference"),
    COMMAND_ID("[\\x21-\\x7e]{1,128}", "1 to 128 visible ASCII characters without spaces"),
    PERSON_ID("[\\x21-\\x7e]{1,128}", "1 to 128 visible ASCII characters without spaces"),
    ITEM_ID("[A-Za-z0-9._:-]{1,64}", "1 to 64 letters, digits or . _ : -"),
    REFERENCE(
            "[^\\p{Cntrl}\\s](?:[^\\p{Cntrl}]{0,126}[^\\p{Cntrl}\\s])?",
            "1 to 128 characters, without control characters or spaces at the ends"),
    CODE("[A-Z][A-Z0-9_]{0,63}", "1 to 64 capital letters, digits or _, beginning with a letter"),
    FLAG("[A-Za-z][A-Za-z0-9_-]{0,63}", "1 to 64 letters, digits, _ or -, beginning with a letter"),
    FILE_NAME("[^\\p{Cntrl}/\\\\]{1,255}", "a file name of 1 to 255 characters, without / \\ or control characters"),
    CONTENT_TYPE(
            "[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}(?:\\s*;.{1,120})?",
            "a media type, for instance application/pdf"),
    SHA_256("[0-9a-f]{64}", "the file's SHA-256 as 64 lower-case hexadecimal digits"),
    LOCATION("[^\\p{Cntrl}\\s]{1,2048}", "an address of 1 to 2048 characters without spaces");

    private final Pattern pattern;
    private final String expected;

    TextForm(String pattern, String expected) {
        this.pattern = Pattern.compile(pattern);
        this.expected = expected;
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** For a person. */
    String expected() {
        return expected;
    }
}
