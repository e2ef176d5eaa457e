package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTests {

    private final Path folder;

    DotEnvTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAssignmentsAndPassesOverCommentsAndBlankLines() throws IOException {
        Map<String, String> values = read("# comment\n\n  A=1\nB = two words \n   # indented comment\n");

        assertThat(values).containsExactly(entry("A", "1"), entry("B", "two words"));
    }

    @Test
    void allowsExportAndEqualSignsInValues() throws IOException {
        Map<String, String> values = read("export KEY=YWJj==\nexport\tURL=https://h/?a=b&c=d\nexported=1\n");

        assertThat(values)
                .containsExactly(entry("KEY", "YWJj=="), entry("URL", "https://h/?a=b&c=d"), entry("exported", "1"));
    }

    @Test
    void endsUnquotedValuesBeforeAComment() throws IOException {
        Map<String, String> values = read("A=1 # one\nB=colour#1\nC=# nothing\nD=\n");

        assertThat(values).containsExactly(entry("A", "1"), entry("B", "colour#1"), entry("C", ""), entry("D", ""));
    }

    @Test
    void takesSingleQuotedValuesLiterallyAndUnescapesDoubleQuotedOnes() throws IOException {
        Map<String, String> values = read("A='a \\n # b' # comment\nB=\"a\\nb \\\"c\\\" \\\\ # d\"\nC=\"\"\nD=''\n");

        assertThat(values)
                .containsExactly(
                        entry("A", "a \\n # b"), entry("B", "a\nb \"c\" \\ # d"), entry("C", ""), entry("D", ""));
    }

    @Test
    void readsWindowsLineEndsAndByteOrderMark() throws IOException {
        Map<String, String> values = read("\uFEFFA=1\r\nB=\"2\"\r\n");

        assertThat(values).containsExactly(entry("A", "1"), entry("B", "2"));
    }

    @Test
    void tellsTheWordExportFromANameThatBeginsLikeIt() throws IOException {
        assertThat(read("export = 1\nexports=2\nexport export=3\nA\t=\t4\t# four\n"))
                .containsExactly(entry("export", "3"), entry("exports", "2"), entry("A", "4"));
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read("export A\n"))
                .withMessageEndingWith("is not of the form NAME=value.");
    }

    @Test
    void lastOfTwoLinesCounts() throws IOException {
        assertThat(read("A=1\nA=2\n")).containsExactly(entry("A", "2"));
    }

    @Test
    void isEmptyWithoutFile() {
        assertThat(DotEnv.read(folder.resolve(".env")).values()).isEmpty();
    }

    @Test
    void namesFileAndLineThatIsNoAssignmentWithoutQuotingIt() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read("A=1\n\npat-na1-secret\n"))
                .withMessage("Line 3 of " + folder.resolve(".env") + " is not of the form NAME=value.")
                .satisfies(wrong -> assertThat(wrong.advice()).doesNotContain("secret"));
    }

    @Test
    void refusesNamesThatNoShellAccepts() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read("1A=1\n"))
                .withMessageStartingWith("Line 1 of ");
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read("=1\n"))
                .withMessageStartingWith("Line 1 of ");
    }

    @Test
    void refusesQuotesThatAreNotClosed() {
        for (String value : new String[] {"\"abc", "'abc", "\"abc\\\"", "'a' b"}) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> read("A=" + value + "\n"))
                    .withMessageContaining("Line 1 of ")
                    .withMessageContaining("quote")
                    .withMessageNotContaining("abc");
        }
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Files.write(folder.resolve(".env"), new byte[] {'A', '=', (byte) 0xFF, '\n'});

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> DotEnv.read(folder.resolve(".env")))
                .withMessageEndingWith("is not UTF-8 text.");
    }

    private Map<String, String> read(String text) throws IOException {
        Path file = folder.resolve(".env");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return DotEnv.read(file).values();
    }
}
