package io.appeals.commands.intake;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How ids, codes and names are written. */
enum TextForm {
    SELLER_ID(Word.of("A-Za-z0-9._:@-", 1, 64), "1 to 64 letters, digits or . _ : @ -"),
    APPEAL_ID(new AppealIdForm(), "a UUID of version 5 in lower case: that of sellerId|TYPE|reference"),
    COMMAND_ID(Word.of("\\x21-\\x7e", 1, 128), "1 to 128 visible ASCII characters without spaces"),
    PERSON_ID(Word.of("\\x21-\\x7e", 1, 128), "1 to 128 visible ASCII characters without spaces"),
    ITEM_ID(Word.of("A-Za-z0-9._:-", 1, 64), "1 to 64 letters, digits or . _ : -"),
    REFERENCE(
            pattern("[^\\p{Cntrl}\\s](?:[^\\p{Cntrl}]{0,126}[^\\p{Cntrl}\\s])?"),
            "1 to 128 characters, without control characters or spaces at the ends"),
    CODE(Word.beginningWith("A-Z", "A-Z0-9_", 64), "1 to 64 capital letters, digits or _, beginning with a letter"),
    FLAG(Word.beginningWith("A-Za-z", "A-Za-z0-9_-", 64), "1 to 64 letters, digits, _ or -, beginning with a letter"),
    FILE_NAME(
            pattern("[^\\p{Cntrl}/\\\\]{1,255}"),
            "a file name of 1 to 255 characters, without / \\ or control characters"),
    CONTENT_TYPE(
            pattern("[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}(?:\\s*;.{1,120})?"),
            "a media type, for instance application/pdf"),
    SHA_256(Word.of("0-9a-f", 64, 64), "the file's SHA-256 as 64 lower-case hexadecimal digits"),
    /** Only what stores of files are reached by: reviewers click on it. */
    LOCATION(
            pattern("(?:https?|s3|gs|abfss|sftp)://[^\\p{Cntrl}\\s]{1,2039}"),
            "an address that begins with https://, http://, s3://, gs://, abfss:// or sftp://, of up to 2048 characters without spaces");

    private final Predicate<String> form;
    private final String expected;

    TextForm(Predicate<String> form, String expected) {
        this.form = form;
        this.expected = expected;
    }

    private static Predicate<String> pattern(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    boolean matches(String text) {
        return form.test(text);
    }

    /** For a person. */
    String expected() {
        return expected;
    }
}
