package dev.kioskguard.adapter.mqtt;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A guard in a process of its own, which can be ended as a system ends one: without a word, at any instruction. */
final class GuardProcess implements AutoCloseable {

    private static final String ANSWER = "> ";
    private static final String DONE = "> done";

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private GuardProcess(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it where another may have been before, and returns when it is at work. */
    static GuardProcess start(Path folder, URI broker, Path desks) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GuardProcess.class.getName(),
                        folder.toString(),
                        broker.toString(),
                        desks.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var guard = new GuardProcess(process);
        guard.answer();
        return guard;
    }

    /** A customer asks for help on the first screen of a transfer. */
    void holdsATransfer(String transferId) {
        ask("holds " + transferId);
    }

    /** A person is called for what is no transfer under way; returns when. */
    Instant callsInVain(String transferId) {
        return Instant.parse(ask("vain " + transferId).get(0));
    }

    /** The customer takes the card and goes. */
    void isLeft(String transferId) {
        ask("left " + transferId);
    }

    /** Returns the lines of a kind, as {@code what page}. */
    List<String> lines(String kind, String what) {
        return ask("lines " + kind + " " + what);
    }

    /** Returns the lines about pages that nobody of the staff has brought about. */
    List<Overdue.Level> levels() {
        return ask("levels").stream().map(Overdue.Level::of).toList();
    }

    /** Ends it as by {@code kill -9}; what it had not written is lost. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> ask(String order) {
        orders.println(order);
        return answer();
    }

    private List<String> answer() {
        try {
            var lines = new ArrayList<String>();
            for (String line = answers.readLine(); !DONE.equals(line); line = answers.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the guard has ended by itself; its reason is above");
                }
                if (line.startsWith(ANSWER)) { // whatever else is there was logged
                    lines.add(line.substring(ANSWER.length()));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        orders.close();
        try {
            answer();
        } finally {
            kill(); // threads of the broker's client outlive it for a while
        }
    }

    /** The process: one order a line, until there are no more. */
    public static void main(String[] args) throws IOException {
        var answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var guard = new HeldGuard(Path.of(args[0]), URI.create(args[1]), Path.of(args[2]))) {
            answers.println(DONE);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", -1);
                switch (words[0]) {
                    case "holds" -> guard.holdsATransfer(words[1]);
                    case "vain" -> answers.println(ANSWER + guard.callsInVain(words[1]));
                    case "left" -> guard.isLeft(words[1]);
                    case "lines" -> guard.lines(words[1], words[2]).forEach(line -> answers.println(ANSWER + line));
                    case "levels" -> guard.levels().forEach(line -> answers.println(ANSWER + line));
                    default -> throw new IllegalArgumentException(order);
                }
                answers.println(DONE);
            }
        }
        answers.println(DONE);
    }
}
