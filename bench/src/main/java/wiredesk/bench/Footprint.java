package wiredesk.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How much memory things take, by how much more of the heap is in use when there are more of them. */
final class Footprint {

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int COPIES = 3;
    private static final int COLLECTIONS = 2;

    /** Held while the heap is looked at, so that nothing of it is collected before. */
    private final List<Object> held = new ArrayList<>();

    /** Bytes of what is made and refers to nothing that was there before, on average of {@value #COPIES}. */
    long of(Supplier<?> maker) {
        held.add(maker.get()); // Whatever is made once and stays, such as a stemmer's table, is made now.
        long before = used();
        for (int i = 0; i < COPIES; i++) {
            held.add(maker.get());
        }
        long grown = used() - before;
        held.clear();
        return grown / COPIES;
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            MEMORY.gc();
        }
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
