package io.appeals.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.api.bench.CommandMix.Appeal;
import io.appeals.api.command.CommandId;
import io.appeals.api.command.EnforcementCommands.RecordEnforcement;
import io.appeals.api.command.FilingCommands.AttachEvidence;
import io.appeals.api.command.FilingCommands.OpenAppeal;
import io.appeals.api.command.FilingCommands.SubmitAppeal;
import io.appeals.api.command.ReviewCommands.StartReview;
import io.appeals.api.command.SellerCommands.PostMessage;
import io.appeals.api.request.BodyReader;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over HTTP are the commands that go in process. */
class JsonMixTest {

    private final CommandMix mix = new CommandMix("TEST");
    private final Appeal appeal = mix.appeal(17);
    private final ObjectMapper json = new ObjectMapper();

    private IssuedCommand inProcess(int turn) {
        return mix.issued(appeal, turn, Instant.EPOCH);
    }

    private AppealCommand read(ObjectNode body, int turn) {
        CommandId commandId = new CommandId("any");
        return switch (turn) {
            case 0 -> BodyReader.read(body, RecordEnforcement.class).command();
            case 1 -> BodyReader.read(body, OpenAppeal.class).command(appeal.sellerId());
            case 2 -> BodyReader.read(body, AttachEvidence.class).command(commandId);
            case 3 -> BodyReader.read(body, SubmitAppeal.class).command(commandId);
            case 4 -> BodyReader.read(body, StartReview.class).command(commandId);
            default -> BodyReader.read(body, PostMessage.class).command(commandId);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aRequestsBodyIsTheCommand(int turn) throws IOException {
        ObjectNode body = (ObjectNode) json.readTree(JsonMix.body(appeal, turn));

        assertThat(read(body, turn)).isEqualTo(inProcess(turn).command());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aLineIsTheCommandWithItsIdItsAppealAndItsActor(int turn) throws IOException {
        String text = JsonMix.line(appeal, turn);
        ObjectNode line = (ObjectNode) json.readTree(text);

        assertThat(text).endsWith("}\n").hasLineCount(1);
        IssuedCommand expected = inProcess(turn);
        assertThat(line.remove("type").asText()).isEqualTo(expected.command().type());
        assertThat(line.remove("commandId").asText()).isEqualTo(expected.commandId());
        assertThat(line.remove("appealId").asText()).isEqualTo(expected.appealId());
        assertThat(line.path("actor").path("type").asText())
                .isEqualTo(expected.actor().type().name());
        assertThat(line.remove("actor").path("id").asText())
                .isEqualTo(expected.actor().id());
        assertThat(read(line, turn)).isEqualTo(expected.command());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aRequestsPathNamesItsAppealUnlessItBeginsOne(int turn) {
        List<String> ends =
                List.of("/v1/enforcements", "/v1/appeals", "/evidence", "/submit", "/start-review", "/messages");

        assertThat(JsonMix.path(appeal, turn)).endsWith(ends.get(turn));
        assertThat(JsonMix.path(appeal, turn).contains(appeal.appealId())).isEqualTo(turn > 1);
    }
}
