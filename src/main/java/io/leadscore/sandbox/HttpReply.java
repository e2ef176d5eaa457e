package io.leadscore.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One HTTP/1.1 answer, and how its connection goes on. */
record HttpReply(int status, Map<String, String> headers, String body, Ending ending) {

    enum Ending {
        /** The answer arrives and the connection stays. */
        COMPLETE,
        /** Half of the body arrives and the connection ends. */
        TRUNCATED,
        /** Something else arrives than was to: a gigabyte of blanks in a megabyte of gzip. */
        ZIP_BOMB,
        /** Nothing arrives: the connection is reset. */
        RESET
    }

    static final HttpReply RESET = new HttpReply(0, Map.of(), "", Ending.RESET);

    /** What goes over the wire. */
    byte[] bytes() {
        byte[] content = ending == Ending.ZIP_BOMB ? ZipBomb.bytes() : body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(512)
                .append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(status < 400 ? "OK" : "Error")
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (status != 204) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        byte[] headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        int sent = ending == Ending.TRUNCATED ? content.length / 2 : content.length;
        byte[] all = new byte[headBytes.length + sent];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(content, 0, all, headBytes.length, sent);
        return all;
    }
}
