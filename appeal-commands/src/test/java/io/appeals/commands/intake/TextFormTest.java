package io.appeals.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Ids and codes are written as the regular expressions say that document them")
class TextFormTest {

    private static final int TEXTS = 20_000;
    private static final String CHARACTERS = "aAfgzZ09._:@-~! /5éß\u0000\u007f\n";

    @ParameterizedTest
    @CsvSource({
        "SELLER_ID, '[A-Za-z0-9._:@-]{1,64}', S-10012",
        "COMMAND_ID, '[\\x21-\\x7e]{1,128}', 3f6c-open#1",
        "PERSON_ID, '[\\x21-\\x7e]{1,128}', rev-7",
        "ITEM_ID, '[A-Za-z0-9._:-]{1,64}', ev-1",
        "CODE, '[A-Z][A-Z0-9_]{0,63}', PRODUCT_SAFETY",
        "FLAG, '[A-Za-z][A-Za-z0-9_-]{0,63}', forged-invoice",
        "SHA_256, '[0-9a-f]{64}', 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "APPEAL_ID, '[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}',"
                + " 6f0b7a52-5d3c-5c8e-9d61-0f4b9c1e7a30"
    })
    void aFormTakesWhatItsExpressionTakes(TextForm form, String expression, String valid) {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Pattern documented = Pattern.compile(expression);
        assertThat(form.matches(valid)).isTrue();
        for (int i = 0; i < TEXTS; i++) {
            String text = i % 2 == 0 ? changed(valid, random) : anything(random);
            assertThat(form.matches(text))
                    .as("'%s' (seed %d)", text, seed)
                    .isEqualTo(documented.matcher(text).matches());
        }
    }

    @Test
    void aTextIsNeverTooShortOrTooLongByOne() {
        assertThat(TextForm.SELLER_ID.matches("")).isFalse();
        assertThat(TextForm.SELLER_ID.matches("s".repeat(64))).isTrue();
        assertThat(TextForm.SELLER_ID.matches("s".repeat(65))).isFalse();
        assertThat(TextForm.SHA_256.matches("a".repeat(63))).isFalse();
        assertThat(TextForm.CODE.matches("A".repeat(64))).isTrue();
        assertThat(TextForm.CODE.matches("A".repeat(65))).isFalse();
    }

    private static String changed(String valid, RandomGenerator random) {
        StringBuilder text = new StringBuilder(valid);
        text.setCharAt(random.nextInt(valid.length()), character(random));
        return text.toString();
    }

    private static String anything(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(70); length > 0; length--) {
            text.append(character(random));
        }
        return text.toString();
    }

    private static char character(RandomGenerator random) {
        return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    }
}
