package io.appeals.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@Timeout(30)
class GatheringTest {

    private static final int MANY = 50_000;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void allAnswersComeOnceAndInOrderInFewerPieces() {
        Flux<byte[]> answers = Flux.range(0, MANY)
                .publishOn(Schedulers.boundedElastic())
                .map(number -> (number + "\n").getBytes(UTF_8));
        List<byte[]> pieces = new Gathering(answers, executor).collectList().block(Duration.ofSeconds(20));
        assertThat(pieces).isNotNull().hasSizeLessThan(MANY);
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(new String(piece, UTF_8)));
        StringBuilder expected = new StringBuilder();
        for (int number = 0; number < MANY; number++) {
            expected.append(number).append('\n');
        }
        assertThat(all).isEqualToIgnoringNewLines(expected);
    }

    @Test
    void aReaderWhoReadsNothingIsNotReadMuchAheadOf() throws InterruptedException {
        AtomicLong made = new AtomicLong();
        Flux<byte[]> answers = Flux.generate(() -> 0, (number, sink) -> {
            made.incrementAndGet();
            sink.next(new byte[10]);
            return number + 1;
        });
        BaseSubscriber<byte[]> reader = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                // Asks for nothing.
            }
        };
        new Gathering(answers, executor).subscribe(reader);
        Thread.sleep(200);
        assertThat(made.get()).isPositive().isLessThanOrEqualTo(1024);
        reader.cancel();
    }

    @Test
    void aFailureComesAfterTheAnswersBeforeIt() {
        Flux<byte[]> answers =
                Flux.concat(Flux.just("a".getBytes(UTF_8)), Flux.error(new IllegalStateException("broken off")));
        Gathering gathering = new Gathering(answers, executor);
        assertThatThrownBy(() -> gathering.collectList().block(Duration.ofSeconds(20)))
                .hasMessageContaining("broken off");
        assertThat(gathering.onErrorComplete().blockFirst(Duration.ofSeconds(20)))
                .isEqualTo("a".getBytes(UTF_8));
    }
}
