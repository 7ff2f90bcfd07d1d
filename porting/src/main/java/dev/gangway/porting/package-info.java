/**
 * The runtime of handlers that {@code gangway port} has written: what Python does and the JDK does not, or does differently.
 *
 * <p>The rule of names is mechanical. A module of Python is a class ({@code urllib.parse} is
 * {@link dev.gangway.porting.UrllibParse}), its functions are static methods in Java case; methods of {@code str}, {@code bytes},
 * {@code list}, {@code dict} and {@code set} are static methods of {@link dev.gangway.porting.Str},
 * {@link dev.gangway.porting.Bytes}, {@link dev.gangway.porting.Lists}, {@link dev.gangway.porting.Dicts} and
 * {@link dev.gangway.porting.Sets}. Arguments that Python takes by keyword come as {@link dev.gangway.porting.Keywords} where
 * no overload has them.
 *
 * <p>A value of Python is in Java: {@code None} null, {@code bool} Boolean, {@code int} Long (a BigInteger beyond 64 bits),
 * {@code float} Double, {@code str} String, {@code bytes} byte[], {@code list} a List, {@code tuple} a
 * {@link dev.gangway.porting.Tuple}, {@code dict} a LinkedHashMap, {@code set} a LinkedHashSet.
 *
 * <p>No class here is safe for several threads unless it says so; a method that does I/O throws {@code IOException}.
 */
@NullMarked
package dev.gangway.porting;

import org.jspecify.annotations.NullMarked;
