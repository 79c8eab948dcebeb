package io.appeals.api.demo;

import java.util.List;

/**
 * Makes up appeals. The same seed, run and number give the same appeal; nothing in it is taken from a clock or a random
 * source.
 */
final class Playwright {

    private static final int SEEDS_APART = 1_000_003;

    private final long seed;
    private final String run;
    private final Cast cast;
    private final Stories stories;
    private final List<AppealCategory> categories;
    private final List<Plot> plots;

    /**
     * @param run tells the matters of this run from those of others against the same product
     * @param categories those that the product knows; at least one
     * @param plots those that can be told; at least one
     */
    Playwright(long seed, String run, Cast cast, Stories stories, List<AppealCategory> categories, List<Plot> plots) {
        this.seed = seed;
        this.run = run;
        this.cast = cast;
        this.stories = stories;
        this.categories = List.copyOf(categories);
        this.plots = List.copyOf(plots);
    }

    Scenario scenario(int number) {
        Dice dice = new Dice(seed * SEEDS_APART + number);
        Plot plot = Plot.any(plots, dice);
        Matter matter = matter(number, dice);
        CaseScript script = new CaseScript(matter);
        new Narrator(script, dice, cast, alternatives(matter)).tell(plot);
        return new Scenario(matter.appealId(), matter.category().code(), plot, script.steps());
    }

    private Matter matter(int number, Dice dice) {
        AppealCategory category = dice.oneOf(categories);
        Story story = stories.of(category);
        return new Matter(
                dice.oneOf(cast.sellers()),
                category,
                story,
                category.subjectTypes().contains(story.subjectType())
                        ? story.subjectType()
                        : dice.oneOf(category.subjectTypes()),
                run + "-" + number,
                dice.oneOf(stories.products()),
                dice.between(1_500, 250_000));
    }

    /** Categories that the same subject could have been appealed under. */
    private List<String> alternatives(Matter matter) {
        return categories.stream()
                .filter(category -> category.subjectTypes().contains(matter.subjectType()))
                .map(AppealCategory::code)
                .filter(code -> !code.equals(matter.category().code()))
                .toList();
    }
}
