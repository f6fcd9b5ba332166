package wiredesk.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** What a service says of itself: live for as long as it has not failed, ready when all that it needs answers. */
public final class Health {

    private final Map<String, BooleanSupplier> checks = new ConcurrentHashMap<>();
    private volatile boolean failed;

    /** Adds a condition of being ready; asked anew at each look, so it should answer within a second or so. */
    public void readyWhen(String name, BooleanSupplier check) {
        checks.put(name, check);
    }

    void failed() {
        failed = true;
    }

    public boolean isLive() {
        return !failed;
    }

    /** Each condition, by name, in the names' order. */
    Map<String, Boolean> conditions() {
        Map<String, Boolean> conditions = new LinkedHashMap<>();
        conditions.put("live", isLive());
        checks.keySet().stream().sorted().forEach(name -> conditions.put(name, holds(name)));
        return conditions;
    }

    public boolean isReady() {
        return conditions().values().stream().allMatch(Boolean::booleanValue);
    }

    private boolean holds(String name) {
        BooleanSupplier check = checks.get(name);
        try {
            return check != null && check.getAsBoolean();
        } catch (RuntimeException e) { // A question that cannot be answered is not answered yes.
            return false;
        }
    }
}
