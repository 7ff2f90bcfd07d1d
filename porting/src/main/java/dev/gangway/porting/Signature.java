package dev.gangway.porting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a ported function, which put arguments by keyword where they belong while the program runs. */
public final class Signature {
    /** Stands for an argument that was not given. */
    static final Object NOT_GIVEN = new Object();

    private final String name;
    private final int required;
    private final boolean rest;
    private final boolean keywords;
    private final List<String> parameters;

    private Signature(String name, int required, boolean rest, boolean keywords, List<String> parameters) {
        this.name = name;
        this.required = required;
        this.rest = rest;
        this.keywords = keywords;
        this.parameters = parameters;
    }

    /**
     * Describes a function.
     *
     * @param name of the function, for messages
     * @param required how many parameters have no default; they come first
     * @param rest whether there is {@code *args}
     * @param keywords whether there is {@code **kwargs}
     * @param parameters the names of the parameters
     */
    public static Signature of(String name, int required, boolean rest, boolean keywords, String... parameters) {
        return new Signature(name, required, rest, keywords, List.of(parameters));
    }

    /**
     * Returns a function that can be called by keyword.
     *
     * @param function takes its parameters in order, then those of {@code *args}, then {@link Keywords}
     */
    public Function bind(Function function) {
        return args -> function.call(ordered(args));
    }

    private @Nullable Object[] ordered(@Nullable Object[] args) {
        boolean named = args.length > 0 && args[args.length - 1] instanceof Keywords;
        int plain = named ? args.length - 1 : args.length;
        if (plain > parameters.size() && !rest) {
            throw new TypeError(name + "() takes " + parameters.size() + " positional arguments but " + plain
                    + (plain == 1 ? " was given" : " were given"));
        }
        Map<String, @Nullable Object> left = Ported.keywords(args);
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(args).subList(0, plain));
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            boolean given = left.containsKey(parameter);
            if (given && i < plain) {
                throw new TypeError(name + "() got multiple values for argument '" + parameter + "'");
            }
            if (i >= plain) {
                if (!given && i < required) {
                    throw new TypeError(name + "() missing 1 required positional argument: '" + parameter + "'");
                }
                all.add(given ? left.remove(parameter) : NOT_GIVEN);
            }
        }
        if (!left.isEmpty()) {
            if (!keywords) {
                throw new TypeError(name + "() got an unexpected keyword argument '"
                        + left.keySet().iterator().next() + "'");
            }
            all.add(Keywords.NONE.and(new LinkedHashMap<Object, Object>(left)));
        }
        return all.toArray();
    }
}
