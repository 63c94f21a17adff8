package shop;

/** Another class that can be started: the goals must not take it for the application. */
public class Report {

    public static void main(String[] arguments) {
        throw new IllegalStateException("This is not the application.");
    }
}
