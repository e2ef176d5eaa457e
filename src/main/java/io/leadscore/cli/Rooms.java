package io.leadscore.cli;

import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.ChannelSettings;
import io.leadscore.ai.AiSettings;
import io.leadscore.delta.DeltaSettings;
import io.leadscore.delta.ScoringSettings;
import io.leadscore.door.Door;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotSettings;
import io.leadscore.ledger.LedgerDatabase;
import io.leadscore.ledger.LedgerDoors;
import io.leadscore.ledger.LedgerSettings;
import io.leadscore.ledger.Role;
import io.leadscore.recalibration.RecalibrationSettings;
import io.leadscore.report.KpiSettings;
import io.leadscore.report.ReferenceClock;
import io.leadscore.settings.Settings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The rooms that a command needs, open for as long as it runs. Settings are read when a room asks for them. */
final class Rooms implements AutoCloseable {

    private final GenericApplicationContext context;
    private @Nullable Door door;

    private Rooms(GenericApplicationContext context) {
        this.context = context;
    }

    /**
     * Opens the ledger for a glance that changes nothing: nothing is made before it is asked for, and no class is searched
     * for annotations, which would take longer than the glance.
     */
    static Rooms openToRead(Settings settings, InstantSource clock) {
        GenericApplicationContext context = new GenericApplicationContext();
        furnish(context, settings, clock, Role.READ);
        context.register(new LedgerDoors());
        return openedLazily(context);
    }

    /** Opens rooms for a command that is over soon, but may change something; nothing is made before it is asked for. */
    static Rooms openToLook(Settings settings, InstantSource clock, Class<?>... configurations) {
        return openedLazily(furnished(settings, clock, Role.SHORT, configurations));
    }

    private static Rooms openedLazily(GenericApplicationContext context) {
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        return opened(context);
    }

    /**
     * Opens rooms to work in: SIGTERM closes them, and what runs in them ends cleanly first. If they own the database,
     * what other processes want of it is carried out here until they are closed.
     */
    static Rooms openToWork(Settings settings, Surroundings surroundings, Role role, Class<?>... configurations) {
        AnnotationConfigApplicationContext context = furnished(settings, surroundings.clock(), role, configurations);
        Rooms rooms = opened(context);
        surroundings.presence().closeOnEnding(context);
        if (role != Role.READ
                && role != Role.SHORT
                && rooms.door(LedgerDatabase.class).isOwner()) {
            rooms.letIn(settings, surroundings);
        }
        return rooms;
    }

    private void letIn(Settings settings, Surroundings surroundings) {
        try {
            Door opened = Door.open(settings.home(), new OwnersHost(surroundings));
            door = opened;
            context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> opened.close());
        } catch (IOException | RuntimeException e) {
            LoggerFactory.getLogger(Rooms.class)
                    .warn(
                            "No other command can be carried out while this one lasts: no socket in {}",
                            settings.home(),
                            e);
        }
    }

    private static AnnotationConfigApplicationContext furnished(
            Settings settings, InstantSource clock, Role role, Class<?>... configurations) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        furnish(context, settings, clock, role);
        context.register(configurations);
        return context;
    }

    private static void furnish(GenericApplicationContext context, Settings settings, InstantSource clock, Role role) {
        context.registerBean(InstantSource.class, () -> clock);
        lazily(context, HubSpotSettings.class, settings::hubSpot);
        lazily(context, LedgerSettings.class, settings::ledger);
        lazily(context, DeltaSettings.class, settings::delta);
        lazily(context, ScoringSettings.class, settings::scoring);
        lazily(context, RecalibrationSettings.class, settings::recalibration);
        lazily(context, AiSettings.class, settings::ai);
        lazily(context, KpiSettings.class, settings::kpi);
        lazily(context, ActionSettings.class, settings::actions);
        lazily(context, ChannelSettings.class, settings::channels);
        lazily(
                context,
                ReferenceClock.class,
                () -> new HubSpotClock(settings, context.getBeanProvider(HubSpot.class), clock));
        lazily(context, LedgerDatabase.class, () -> LedgerDatabase.open(context.getBean(LedgerSettings.class), role));
    }

    private static <T> void lazily(GenericApplicationContext context, Class<T> type, Supplier<T> supplier) {
        context.registerBean(type, supplier, definition -> definition.setLazyInit(true));
    }

    private static Rooms opened(GenericApplicationContext context) {
        try {
            context.refresh();
            return new Rooms(context);
        } catch (RuntimeException | Error e) {
            context.close();
            throw e;
        }
    }

    /** A room's door. */
    <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits until the rooms are closed, which SIGTERM does. */
    void awaitClosing() throws InterruptedException {
        CountDownLatch closing = new CountDownLatch(1);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closing.countDown());
        closing.await();
    }

    /** Closes the rooms when those who were let in have done what they came for. */
    @Override
    public void close() {
        try {
            if (door != null && context.isActive()) {
                door.awaitVisits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        context.close();
    }
}
