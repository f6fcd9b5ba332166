package wiredesk.runtime;

/** Something that a service cannot do without is not there. The message says what, and what to do. */
public final class PlatformException extends RuntimeException {

    public PlatformException(String message) {
        super(message);
    }

    public PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
