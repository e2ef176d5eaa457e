package io.leadscore.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A gigabyte of blanks in a megabyte of gzip: one member after the other, each the same 16 MiB. */
final class ZipBomb {

    private static final int MEMBERS = 64;
    private static final byte[] BLANKS = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    private static final int MEGABYTES_OF_MEMBER = 16;

    private ZipBomb() {}

    static byte[] bytes() {
        try {
            ByteArrayOutputStream member = new ByteArrayOutputStream();
            try (OutputStream zipped = new GZIPOutputStream(member)) {
                for (int i = 0; i < MEGABYTES_OF_MEMBER; i++) {
                    zipped.write(BLANKS);
                }
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int i = 0; i < MEMBERS; i++) {
                member.writeTo(all);
            }
            return all.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
