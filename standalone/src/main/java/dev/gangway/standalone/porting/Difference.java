package dev.gangway.standalone.porting;

/**
 * One thing in which two answers differ.
 *
 * @param where what it is: {@code status}, {@code header Location}, {@code body} for example; with the number of the
 *     response in front if there are several
 * @param legacy what the legacy server sent
 * @param port what the port sent
 */
record Difference(String where, String legacy, String port) {}
