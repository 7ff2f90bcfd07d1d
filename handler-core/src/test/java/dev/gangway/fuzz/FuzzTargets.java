package dev.gangway.fuzz;

import java.util.List;

/** The targets of this module. */
final class FuzzTargets {
    static final List<Class<?>> ALL = List.of(
            RequestLineFuzz.class,
            FieldParserFuzz.class,
            ContentFramingFuzz.class,
            AuthorityFuzz.class,
            ChunkedFuzz.class,
            ChunkGrammarFuzz.class,
            ResponseFuzz.class,
            ByteRangesFuzz.class,
            HttpDateFuzz.class,
            PathFuzz.class,
            SplitTargetFuzz.class,
            ParametersFuzz.class,
            TextFuzz.class,
            ScriptHeadFuzz.class,
            CgiPathFuzz.class,
            ConnectionFuzz.class);

    private FuzzTargets() {}
}
