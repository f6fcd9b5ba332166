package wiredesk.schemas.wire;

/** The registry gave no usable answer in time. The platform's trouble, not a record's: nothing is poison because of it. */
public final class RegistryUnavailableException extends RuntimeException {

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
