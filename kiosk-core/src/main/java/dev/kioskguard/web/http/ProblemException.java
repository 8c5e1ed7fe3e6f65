package dev.kioskguard.web.http;

/** A refusal on its way from a route to the caller, who gets it as a problem document. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // A refusal is ordinary: without a stack trace it costs nothing, whatever a caller sends.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
