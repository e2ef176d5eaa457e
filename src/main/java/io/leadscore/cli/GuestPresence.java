package io.leadscore.cli;

import io.leadscore.door.Visit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.context.support.AbstractApplicationContext;

/** A command that is carried out for another process. */
record GuestPresence(Visit visit) implements Presence {

    @Override
    public boolean isGuest() {
        return true;
    }

    @Override
    public String user() {
        return visit.user();
    }

    @Override
    public String text(String file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(visit.read(file)))
                .toString();
    }

    @Override
    public void closeOnEnding(AbstractApplicationContext rooms) {
        visit.onEnding(rooms::close);
    }

    @Override
    public boolean isEnding() {
        return visit.isEnding();
    }
}
