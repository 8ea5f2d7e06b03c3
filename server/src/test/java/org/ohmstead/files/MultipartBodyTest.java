package org.ohmstead.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.api.Refused;

/** Forms as browsers, curl and stations send them. */
class MultipartBodyTest {
    private static final String HEAD =
            "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a b.log\"\r\n\r\n";

    private static MultipartBody open(String form) throws IOException {
        return MultipartBody.open(new ByteArrayInputStream(form.getBytes(StandardCharsets.ISO_8859_1)), "B");
    }

    private static String read(String form) throws IOException {
        return new String(open(form).readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "with\r\nlines\r\n",
                "\r\n--",
                "\r\n--A\r\n--",
                "\r\r\n--A",
                "a much longer text than the delimiter has, with \r\n and -- in it"
            })
    void the_file_comes_as_it_was_sent(String content) throws IOException {
        assertThat(read(HEAD + content + "\r\n--B--\r\n")).isEqualTo(content);
    }

    @Test
    void other_fields_in_front_and_behind_are_passed_over() throws IOException {
        String form = "preamble\r\n--B\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nvalue\r\n" + HEAD
                + "file\r\n--B\r\nContent-Disposition: form-data; name=\"y\"\r\n\r\nvalue\r\n--B--\r\n";
        assertThat(read(form)).isEqualTo("file");
        assertThat(open(form).fileName()).isEqualTo("a b.log");
    }

    @Test
    void a_form_that_ends_within_its_file_is_an_upload_that_broke_off() {
        assertThatThrownBy(() -> read(HEAD + "the file that never ends, although it has some length"))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(HEAD + "x")).isInstanceOf(EOFException.class);
    }

    @Test
    void a_form_without_a_file_is_refused() {
        assertThatThrownBy(() -> read("--B\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nvalue\r\n--B--\r\n"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("no form at all")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("x".repeat(100_000))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "multipart/form-data; boundary=abc|abc",
                "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"|a b",
                "multipart/form-data|none",
                "application/octet-stream|none"
            })
    void the_boundary_is_in_the_content_type(String type, String boundary) {
        assertThat(MultipartBody.boundary(type).orElse(null)).isEqualTo(boundary);
    }
}
