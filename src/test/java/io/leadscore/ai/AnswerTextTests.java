package io.leadscore.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}",
                "\uFEFF {\"a\":1}\n",
                "```json\n{\"a\":1}\n```",
                "```\n{\"a\":1}\n```",
                "Sure! Here {it} is:\n\n```JSON\r\n{\"a\":1}\r\n```\nAnything {else}?",
                "```text\nnot this\n```\n```json\n{\"a\":1}```",
                "The answer: {\"a\":1} as asked.",
                "<think>First {I} thought {\"b\":2}</think>\n{\"a\":1}",
            })
    void findsTheObject(String said) {
        assertThat(AnswerText.object(said)).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no object", "}{", "{ never closed", "```json\n[1]\n```"})
    void findsNone(String said) {
        assertThat(AnswerText.object(said)).isNull();
    }
}
