import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What has been answered, kept on disk line by line, so that a client that was killed goes on where it was. */
final class Journal {

    private static final String ACCEPTED = "accepted";

    private final Path file;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    Journal(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) {
            return;
        }
        String content = Files.readString(file);
        // The last line may have been cut short by a kill: its command is sent again, and gets the answer that it got before.
        int whole = content.lastIndexOf('\n') + 1;
        content.substring(0, whole)
                .lines()
                .filter(line -> line.contains("\t"))
                .forEach(line -> answers.put(line.split("\t", 2)[0], line.split("\t", 2)[1]));
        Files.writeString(file, content.substring(0, whole));
    }

    boolean has(String commandId) {
        return answers.containsKey(commandId);
    }

    /** @param rejection why it was refused; null where it was accepted */
    synchronized void add(String commandId, String rejection) throws IOException {
        String answer = rejection == null ? ACCEPTED : "refused: " + rejection.replaceAll("\\s", " ");
        if (answers.putIfAbsent(commandId, answer) == null) {
            Files.writeString(
                    file,
                    commandId + "\t" + answer + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    /** A line for each of these commands that was refused. */
    List<String> refused(List<String> commandIds) {
        List<String> refused = new ArrayList<>();
        for (String commandId : commandIds) {
            String answer = answers.getOrDefault(commandId, ACCEPTED);
            if (!answer.equals(ACCEPTED)) {
                refused.add(commandId + " was " + answer);
            }
        }
        return refused;
    }
}
