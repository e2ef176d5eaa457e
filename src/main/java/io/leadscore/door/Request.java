package io.leadscore.door;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a caller wants.
 *
 * @param arguments the command and its options, at most {@link #MOST_ARGUMENTS}; all of it fits into one frame
 * @param interactive whether a person watches
 * @param settings the caller's own settings, hidden
 */
record Request(List<String> arguments, boolean interactive, HiddenSettings settings) {

    /** More arguments are refused. */
    static final int MOST_ARGUMENTS = 4_096;

    byte[] encoded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBoolean(interactive);
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            byte[] text = argument.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        settings.write(out);
        return bytes.toByteArray();
    }

    /**
     * The request in these bytes.
     *
     * @throws IOException when they are none
     */
    static Request decoded(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        boolean interactive = in.readBoolean();
        int count = bounded(in.readInt(), MOST_ARGUMENTS);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] text = new byte[bounded(in.readInt(), in.available())];
            in.readFully(text);
            arguments.add(new String(text, StandardCharsets.UTF_8));
        }
        Request request = new Request(List.copyOf(arguments), interactive, HiddenSettings.read(in));
        if (in.available() > 0) {
            throw new IOException("No request: " + in.available() + " bytes too many");
        }
        return request;
    }

    static int bounded(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("No request: " + number + " of at most " + most);
        }
        return number;
    }
}
