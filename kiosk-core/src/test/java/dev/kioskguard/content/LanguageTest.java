package dev.kioskguard.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({"zh,ZH", "zh-CN,ZH", "en,EN", "EN-us,EN", "fr,ZH", "'',ZH"})
    void anUnknownTagIsChinese(String tag, Language language) {
        assertThat(Language.of(tag)).isEqualTo(language);
    }
}
